package io.producerbench.scenario;

/**
 * What is sent and how it is batched. Units: bytes, milliseconds, records.
 *
 * @param recordSize bytes of each record's value
 * @param producers producers at work at the same time
 * @param recordsPerTransaction records per commit; 0 outside transactional mode
 * @param keyed whether records carry uniformly drawn keys; without, Kafka's own sticky partitioning applies
 */
public record Workload(
        int recordSize,
        int partitions,
        int producers,
        int lingerMs,
        int batchSize,
        int maxInFlight,
        String compression,
        int recordsPerTransaction,
        boolean keyed) {

    /** Copies of each partition, on as many brokers. Not an axis: every claim measured here is about three. */
    public static final int REPLICATION_FACTOR = 3;

    /**
     * How often over a closed loop fills the pipeline. With one filling, requests leave as soon as there is room and batches
     * leave half full; a real producer at its limit has a backlog and full batches. A full {@code buffer.memory} would do
     * too, but takes long to drain and is what {@code send()} blocks on.
     */
    public static final int PIPELINE_FILLINGS = 8;

    /** {@code buffer.memory} in bytes: Kafka's own default, pinned. */
    public static final long BUFFER_MEMORY = 33_554_432;

    /** Records that the requests in flight can hold, with one batch for each partition, and one more batch being filled. */
    public int recordsInFlight() {
        long batchBytes = Math.max(batchSize, recordSize);
        long bytes = Math.min(BUFFER_MEMORY, (maxInFlight + 1L) * partitions * batchBytes);
        return (int) Math.max(1, bytes / recordSize);
    }
}
