package io.producerbench.load;

import java.util.Map;

/**
 * What became of everything a lane sent.
 *
 * @param sent records handed to {@code send()}
 * @param succeeded callbacks without an exception; with {@code acks=0} these confirm nothing
 * @param failures callbacks with one, by kind
 * @param controlRecords commit and abort markers written to the partitions
 * @param callbackFaults callbacks in which our own code threw
 * @param slotMisses slots allocated because the ring was exhausted
 */
public record LaneTotals(
        long sent,
        long succeeded,
        Map<FailureKind, Long> failures,
        long transactions,
        long abortedTransactions,
        long controlRecords,
        long callbackFaults,
        long slotMisses) {}
