package io.producerbench.load;

import io.producerbench.scenario.Workload;
import java.util.SplittableRandom;

/**
 * How a producer ends its transactions: after how many records, and which of them it aborts. The
 * same seed aborts the same transactions of a producer, counted from its first.
 */
public final class TransactionRule {
    private final int records;
    private final double abortRate;
    private final SplittableRandom random;

    private TransactionRule(int records, double abortRate, long seed) {
        this.records = records;
        this.abortRate = abortRate;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Returns the rule of a workload.
     *
     * @param seed of the decisions which transactions are aborted
     */
    public static TransactionRule of(Workload workload, long seed) {
        return new TransactionRule(workload.recordsPerTransaction(), workload.abortRate(), seed);
    }

    /**
     * Returns a rule by which every transaction is committed.
     *
     * @param records in a transaction; 0 for a producer without transactions
     */
    public static TransactionRule committing(int records) {
        return new TransactionRule(records, 0, 0);
    }

    /** True if records are sent in transactions. */
    boolean isTransactional() {
        return records > 0;
    }

    /** Returns how many records a transaction has. */
    int records() {
        return records;
    }

    /** Decides about the next transaction that ends. True if it is to be aborted. */
    boolean abortsNext() {
        return abortRate > 0 && random.nextDouble() < abortRate;
    }
}
