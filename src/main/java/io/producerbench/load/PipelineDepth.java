package io.producerbench.load;

import io.producerbench.scenario.Workload;

/** How many records a closed loop keeps outstanding, so that the pipeline never runs dry and never measures its own buffer. */
public final class PipelineDepth {
    private PipelineDepth() {}

    /**
     * Records to keep outstanding per producer: {@value Workload#PIPELINE_FILLINGS} times what {@code max.in.flight} requests to every leader
     * can hold with one batch a partition, and one more batch a partition being filled; never more than half of
     * {@code buffer.memory}, so that {@code send()} does not block on memory.
     */
    public static int of(Workload workload) {
        long records = (long) Workload.PIPELINE_FILLINGS * workload.recordsInFlight();
        return (int) Math.max(1, Math.min(records, workload.bufferMemory() / 2 / workload.recordSize()));
    }
}
