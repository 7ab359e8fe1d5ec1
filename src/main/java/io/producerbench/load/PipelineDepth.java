package io.producerbench.load;

import io.producerbench.scenario.Workload;

/** Computes how many records a closed loop keeps outstanding: enough for full batches, too few to block {@code send()}. */
public final class PipelineDepth {
    private PipelineDepth() {}

    /**
     * Returns how many records to keep outstanding for each producer: {@value Workload#PIPELINE_FILLINGS} times the records
     * that fit into {@code max.in.flight} requests to every leader, with one batch a partition, and into one more batch a
     * partition that is being filled. It is at most half of {@code buffer.memory}, so that {@code send()} does not block.
     */
    public static int of(Workload workload) {
        long records = (long) Workload.PIPELINE_FILLINGS * workload.recordsInFlight();
        return (int) Math.max(1, Math.min(records, workload.bufferMemory() / 2 / workload.recordSize()));
    }
}
