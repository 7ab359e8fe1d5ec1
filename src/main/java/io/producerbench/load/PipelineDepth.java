package io.producerbench.load;

import io.producerbench.scenario.Workload;

/** How many records a closed loop keeps outstanding, so that the pipeline never runs dry and never measures its own buffer. */
public final class PipelineDepth {
    private PipelineDepth() {}

    /**
     * How often over the pipeline is filled. With one filling, requests leave as soon as there is room and batches leave
     * half full; a real producer at its limit has a backlog, and full batches. Several fillings are as fast as a full
     * {@code buffer.memory} and drain sooner.
     */
    private static final int FILLINGS = 8;

    /**
     * Records to keep outstanding per producer: {@value #FILLINGS} times what {@code max.in.flight} requests to every leader
     * can hold with one batch a partition, and one more batch a partition being filled; never more than half of
     * {@code buffer.memory}, so that {@code send()} does not block on memory.
     */
    public static int of(Workload workload) {
        long batchBytes = Math.max(workload.batchSize(), workload.recordSize());
        long bytes = FILLINGS * (workload.maxInFlight() + 1L) * workload.partitions() * batchBytes;
        long capped = Math.min(bytes, Workload.BUFFER_MEMORY / 2);
        return (int) Math.max(1, capped / workload.recordSize());
    }
}
