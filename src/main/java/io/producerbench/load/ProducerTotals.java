package io.producerbench.load;

import java.util.Map;

/**
 * The outcomes of all records that a {@link PacedProducer} sent.
 *
 * @param sent records handed to {@code send()}
 * @param succeeded callbacks without an exception; with {@code acks=0} they confirm nothing
 * @param failures records that are certainly not in the log, by kind
 * @param unknowns records that were not acknowledged and may be in the log nevertheless, by kind
 * @param controlRecords commit and abort markers written to the partitions
 * @param callbackFaults callbacks in which our own code threw
 * @param slotMisses slots allocated because the ring was exhausted
 * @param drawnAborts transactions that were aborted because the scenario asks for it; they are not in
 *     {@code abortedTransactions}
 * @param abortedRecords acknowledged records of aborted transactions of either kind
 */
public record ProducerTotals(
        long sent,
        long succeeded,
        Map<FailureKind, Long> failures,
        Map<FailureKind, Long> unknowns,
        long transactions,
        long abortedTransactions,
        long controlRecords,
        long callbackFaults,
        long slotMisses,
        long drawnAborts,
        long abortedRecords) {}
