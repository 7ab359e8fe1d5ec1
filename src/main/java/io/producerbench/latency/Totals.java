package io.producerbench.latency;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcomes of all records of a sample, warm-up included, so that they can be compared with the
 * log to the record.
 *
 * @param succeeded callbacks without an exception
 * @param failures records that are certainly not in the log, by kind of failure
 * @param unknowns records that were not acknowledged and may be in the log nevertheless, by kind of
 *     failure
 * @param controlRecords commit and abort markers that the producers caused, and all that a producer
 *     wrote that is not measured
 * @param callbackFaults callbacks in which our own code threw
 * @param slotMisses times a slot had to be allocated on the hot path
 * @param outOfRange latencies that no histogram could hold
 * @param drawn what was aborted because the scenario asks for it, beside {@code abortedTransactions}
 */
public record Totals(
        long sent,
        long succeeded,
        Map<String, Long> failures,
        Map<String, Long> unknowns,
        long transactions,
        long abortedTransactions,
        long controlRecords,
        long callbackFaults,
        long slotMisses,
        long outOfRange,
        DrawnAborts drawn)
        implements Serializable {

    /**
     * Aborts that were drawn.
     *
     * @param transactions that were aborted although they could be committed
     * @param records acknowledged records of all aborted transactions
     */
    public record DrawnAborts(long transactions, long records) implements Serializable {
        public static final DrawnAborts NONE = new DrawnAborts(0, 0);

        DrawnAborts plus(DrawnAborts other) {
            return new DrawnAborts(transactions + other.transactions, records + other.records);
        }
    }

    public static final Totals ZERO = new Totals(0, 0, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0);

    public Totals {
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
        unknowns = Collections.unmodifiableSortedMap(new TreeMap<>(unknowns));
    }

    /**
     * Returns the totals of a producer that is not measured.
     *
     * @param offsets of the topic that its records and markers use
     */
    public static Totals ofOthers(long offsets) {
        return new Totals(0, 0, Map.of(), Map.of(), 0, 0, offsets, 0, 0, 0);
    }

    /** Makes totals of a scenario that asks for no aborts. */
    public Totals(
            long sent,
            long succeeded,
            Map<String, Long> failures,
            Map<String, Long> unknowns,
            long transactions,
            long abortedTransactions,
            long controlRecords,
            long callbackFaults,
            long slotMisses,
            long outOfRange) {
        this(
                sent,
                succeeded,
                failures,
                unknowns,
                transactions,
                abortedTransactions,
                controlRecords,
                callbackFaults,
                slotMisses,
                outOfRange,
                DrawnAborts.NONE);
    }

    public long failed() {
        return sum(failures);
    }

    public long unknown() {
        return sum(unknowns);
    }

    /** Returns the totals of two producers together. */
    public Totals plus(Totals other) {
        return new Totals(
                sent + other.sent,
                succeeded + other.succeeded,
                added(failures, other.failures),
                added(unknowns, other.unknowns),
                transactions + other.transactions,
                abortedTransactions + other.abortedTransactions,
                controlRecords + other.controlRecords,
                callbackFaults + other.callbackFaults,
                slotMisses + other.slotMisses,
                outOfRange + other.outOfRange,
                drawn.plus(other.drawn));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> added(Map<String, Long> some, Map<String, Long> more) {
        Map<String, Long> sum = new TreeMap<>(some);
        more.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return sum;
    }
}
