package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import java.util.List;

/**
 * The numbers of one history. Those of the first line are attempts; the others as said.
 *
 * @param attempted the sum of the four that follow
 * @param unknownPresent attempts of unknown outcome whose record, in the attempt's transaction, is there
 * @param lost records; with {@code acks=0} "acknowledged" only means that the bytes had left
 * @param lostOnDisk those lost that are on no replica's disk either; 0 if nobody looked there
 * @param duplicateIds records that are there more than once
 * @param extraCopies copies beyond the first, summed
 * @param inversions records whose first copy comes right after the first copy of a record sent after them
 * @param regressions copies that come right after a copy of a higher sequence: what a consumer sees
 * @param invisibleUntilHeal records
 * @param uncommittedVisible records
 * @param dirtyVisible records
 * @param torn transactions
 */
public record RecordCounts(
        long attempted,
        long acknowledged,
        long rejected,
        long unknown,
        long neverSent,
        long unknownPresent,
        long lost,
        long lostOnDisk,
        long duplicateIds,
        long extraCopies,
        long inversions,
        long regressions,
        long invisibleUntilHeal,
        long uncommittedVisible,
        long dirtyVisible,
        long torn) {

    /** What was found is counted from the findings, so that no number can be without its evidence. */
    static RecordCounts of(IndexedHistory history, List<AnomalyFinding> findings) {
        return new RecordCounts(
                history.attempts().size(),
                count(history, AttemptOutcome.ACKNOWLEDGED),
                count(history, AttemptOutcome.REJECTED),
                count(history, AttemptOutcome.UNKNOWN),
                count(history, AttemptOutcome.NEVER_SENT),
                history.attempts().stream()
                        .filter(attempt -> attempt.outcome() == AttemptOutcome.UNKNOWN && history.isThere(attempt))
                        .count(),
                count(findings, Anomaly.LOST),
                history.lost().stream()
                        .filter(attempt -> history.isOnNoDisk(attempt.id()))
                        .count(),
                count(findings, Anomaly.DUPLICATED),
                history.copies().values().stream()
                        .mapToLong(copies -> copies.size() - 1L)
                        .sum(),
                count(findings, Anomaly.REORDERED),
                count(findings, Anomaly.REGRESSED),
                count(findings, Anomaly.INVISIBLE_UNTIL_HEAL),
                count(findings, Anomaly.UNCOMMITTED_VISIBLE),
                count(findings, Anomaly.DIRTY_VISIBLE),
                count(findings, Anomaly.TORN));
    }

    private static long count(IndexedHistory history, AttemptOutcome outcome) {
        return history.attempts().stream()
                .filter(attempt -> attempt.outcome() == outcome)
                .count();
    }

    private static long count(List<AnomalyFinding> findings, Anomaly anomaly) {
        return findings.stream().filter(finding -> finding.anomaly() == anomaly).count();
    }
}
