package io.producerbench.load;

import io.producerbench.scenario.Workload;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * How a producer ends its transactions: after how many records or after how long, and which of them
 * it aborts. The same seed aborts the same transactions of a producer, counted from its first.
 */
public final class TransactionRule {
    private static final int FIRST_ROOM = 4096;

    private final int records;
    private final long nanos;
    private final double abortRate;
    private final SplittableRandom random;

    private TransactionRule(int records, long nanos, double abortRate, long seed) {
        this.records = records;
        this.nanos = nanos;
        this.abortRate = abortRate;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Returns the rule of a workload.
     *
     * @param seed of the decisions which transactions are aborted
     */
    public static TransactionRule of(Workload workload, long seed) {
        return new TransactionRule(
                workload.recordsPerTransaction(),
                TimeUnit.MILLISECONDS.toNanos(workload.transactionMs()),
                workload.abortRate(),
                seed);
    }

    /**
     * Returns a rule by which every transaction is committed.
     *
     * @param records in a transaction; 0 for a producer without transactions
     */
    public static TransactionRule committing(int records) {
        return new TransactionRule(records, 0, 0, 0);
    }

    /** True if records are sent in transactions. */
    boolean isTransactional() {
        return records > 0 || isTimed();
    }

    /** True if transactions end by time, and not after a number of records. */
    boolean isTimed() {
        return nanos > 0;
    }

    /** Returns when a transaction that begins now has to end; only if {@link #isTimed}. */
    long endNanos() {
        return System.nanoTime() + nanos;
    }

    /**
     * True if a transaction has to end.
     *
     * @param count of its records
     * @param endNanos what {@link #endNanos} said when it began
     */
    boolean isOver(int count, long endNanos) {
        return isTimed() ? System.nanoTime() - endNanos >= 0 : count == records;
    }

    /** Returns for how many records to make room at first; a timed transaction may have more. */
    int firstRoom() {
        return isTimed() ? FIRST_ROOM : records;
    }

    /** Decides about the next transaction that ends. True if it is to be aborted. */
    boolean abortsNext() {
        return abortRate > 0 && random.nextDouble() < abortRate;
    }
}
