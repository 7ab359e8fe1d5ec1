package io.producerbench.recording;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every record of a sample, warm-up included, so that it can be held against the log to the record.
 *
 * @param succeeded callbacks without an exception
 * @param failures callbacks with one, by kind
 * @param controlRecords commit and abort markers the producers had written
 * @param callbackFaults callbacks in which our own code threw
 * @param slotMisses times a slot had to be allocated on the hot path
 * @param outOfRange latencies that no histogram could hold
 */
public record Totals(
        long sent,
        long succeeded,
        Map<String, Long> failures,
        long transactions,
        long abortedTransactions,
        long controlRecords,
        long callbackFaults,
        long slotMisses,
        long outOfRange)
        implements Serializable {

    public static final Totals ZERO = new Totals(0, 0, Map.of(), 0, 0, 0, 0, 0, 0);

    public Totals {
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The totals of two producers together. */
    public Totals plus(Totals other) {
        Map<String, Long> sum = new TreeMap<>(failures);
        other.failures.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new Totals(
                sent + other.sent,
                succeeded + other.succeeded,
                sum,
                transactions + other.transactions,
                abortedTransactions + other.abortedTransactions,
                controlRecords + other.controlRecords,
                callbackFaults + other.callbackFaults,
                slotMisses + other.slotMisses,
                outOfRange + other.outOfRange);
    }
}
