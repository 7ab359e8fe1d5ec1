package io.producerbench.scenario;

/**
 * The records to send and how they are batched. Units: bytes, milliseconds, records.
 *
 * @param recordSize bytes of each record's value
 * @param producers producers that send at the same time
 * @param bufferMemory bytes that unsent and unacknowledged records may occupy before {@code send()}
 *     blocks
 * @param recordsPerTransaction records per commit; 0 outside transactional mode, and where time decides
 * @param transactionMs milliseconds from the first record of a transaction to its commit; 0 outside
 *     transactional mode, and where the number of records decides
 * @param abortRate the share of transactions that are aborted, from 0 to 0.9
 * @param openTransactionMs for how long another producer keeps each of its transactions open; 0 if
 *     there is none
 * @param keyed true if records carry uniformly drawn keys; without keys Kafka's own sticky
 *     partitioning applies
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
        int transactionMs,
        double abortRate,
        int openTransactionMs,
        boolean keyed,
        int samplingStride) {

    /**
     * Copies of each partition, on as many brokers. It is no axis, because every claim measured
     * here is about three.
     */
    public static final int REPLICATION_FACTOR = 3;

    /**
     * How many times its capacity a closed loop fills the pipeline. With one filling, requests
     * leave as soon as there is room and batches leave half full. A real producer at its limit has
     * a backlog and full batches. A full {@code buffer.memory} would also do, but it takes long to
     * drain, and {@code send()} blocks on it. More fillings than needed make the rate of a window
     * uncertain, by one pipeline that is empty at one edge and full at the other.
     */
    private static final int PIPELINE_FILLINGS = 3;

    /**
     * Returns how many records fit into the requests in flight, with one batch a partition, and one
     * more batch being filled.
     */
    public int recordsInFlight() {
        long batchBytes = Math.max(batchSize, recordSize);
        long bytes = Math.min(bufferMemory, (maxInFlight + 1L) * partitions * batchBytes);
        return (int) Math.max(1, bytes / recordSize);
    }

    /**
     * Returns how many records a closed loop keeps outstanding for each producer:
     * {@value #PIPELINE_FILLINGS} times {@link #recordsInFlight}, so that batches are full, but at
     * most half of {@code buffer.memory}, so that {@code send()} does not block.
     */
    public int pipelineDepth() {
        long records = (long) PIPELINE_FILLINGS * recordsInFlight();
        return (int) Math.max(1, Math.min(records, bufferMemory / 2 / recordSize));
    }
}
