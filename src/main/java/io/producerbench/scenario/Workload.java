package io.producerbench.scenario;

/**
 * What is sent and how it is batched. Units: bytes, milliseconds, records.
 *
 * @param recordSize bytes of each record's value
 * @param producers producers at work at the same time
 * @param bufferMemory bytes that unsent and unacknowledged records may take before {@code send()} blocks
 * @param recordsPerTransaction records per commit; 0 outside transactional mode
 * @param keyed whether records carry uniformly drawn keys; without, Kafka's own sticky partitioning applies
 * @param samplingStride one record in this many is timed; 1 or 16
 */
public record Workload(
        int recordSize,
        int partitions,
        int producers,
        int lingerMs,
        int batchSize,
        int maxInFlight,
        long bufferMemory,
        String compression,
        int recordsPerTransaction,
        boolean keyed,
        int samplingStride) {

    /** Copies of each partition, on as many brokers. Not an axis: every claim measured here is about three. */
    public static final int REPLICATION_FACTOR = 3;

    /**
     * How often over a closed loop fills the pipeline. With one filling, requests leave as soon as there is room and batches
     * leave half full; a real producer at its limit has a backlog and full batches. A full {@code buffer.memory} would do
     * too, but takes long to drain and is what {@code send()} blocks on.
     */
    public static final int PIPELINE_FILLINGS = 8;

    /** Records that the requests in flight can hold, with one batch for each partition, and one more batch being filled. */
    public int recordsInFlight() {
        long batchBytes = Math.max(batchSize, recordSize);
        long bytes = Math.min(bufferMemory, (maxInFlight + 1L) * partitions * batchBytes);
        return (int) Math.max(1, bytes / recordSize);
    }
}
