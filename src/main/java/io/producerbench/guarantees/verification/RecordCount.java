package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import java.util.List;
import java.util.Locale;

/**
 * The numbers that the checker counts, each a column of {@code guarantees.csv}, in the order of the
 * columns.
 */
public enum RecordCount {
    /** Attempts; the sum of the four counts that follow. */
    ATTEMPTED((history, findings) -> history.attempts().size()),
    /** Attempts. With {@code acks=0} "acknowledged" only means that the bytes had left. */
    ACKNOWLEDGED(attempts(AttemptOutcome.ACKNOWLEDGED)),
    /** Attempts. */
    REJECTED(attempts(AttemptOutcome.REJECTED)),
    /** Attempts. */
    UNKNOWN(attempts(AttemptOutcome.UNKNOWN)),
    /** Attempts. */
    NEVER_SENT(attempts(AttemptOutcome.NEVER_SENT)),
    /** Attempts of unknown outcome whose record, in the attempt's transaction, is there. */
    UNKNOWN_PRESENT((history, findings) -> history.attempts().stream()
            .filter(attempt -> attempt.outcome() == AttemptOutcome.UNKNOWN && history.isThere(attempt))
            .count()),
    /** Records. */
    LOST(findings(Anomaly.LOST)),
    /** Lost records that are on no replica's disk either; 0 if the disks were not read. */
    LOST_ON_DISK((history, findings) -> history.lost().stream()
            .filter(attempt -> history.isOnNoDisk(attempt.id()))
            .count()),
    /** Records that are there more than once. */
    DUPLICATE_IDS(findings(Anomaly.DUPLICATED)),
    /** Copies beyond the first, summed over all records. */
    EXTRA_COPIES((history, findings) -> history.copies().values().stream()
            .mapToLong(copies -> copies.size() - 1L)
            .sum()),
    /**
     * Records whose first copy comes right after the first copy of a record that was sent later.
     */
    INVERSIONS(findings(Anomaly.REORDERED)),
    /** Copies that come right after a copy of a higher sequence, as a consumer sees them. */
    REGRESSIONS(findings(Anomaly.REGRESSED)),
    /** Records. */
    INVISIBLE_UNTIL_HEAL(findings(Anomaly.INVISIBLE_UNTIL_HEAL)),
    /** Records. */
    UNCOMMITTED_VISIBLE(findings(Anomaly.UNCOMMITTED_VISIBLE)),
    /** Records. */
    DIRTY_VISIBLE(findings(Anomaly.DIRTY_VISIBLE)),
    /** Transactions. */
    TORN(findings(Anomaly.TORN));

    /** How a number is counted. */
    @FunctionalInterface
    private interface Counting {
        long of(IndexedHistory history, List<AnomalyFinding> findings);
    }

    private final Counting counting;

    RecordCount(Counting counting) {
        this.counting = counting;
    }

    private static Counting attempts(AttemptOutcome outcome) {
        return (history, findings) -> history.attempts().stream()
                .filter(attempt -> attempt.outcome() == outcome)
                .count();
    }

    /** Counts findings, so that no anomaly is counted without its evidence. */
    private static Counting findings(Anomaly anomaly) {
        return (history, findings) -> findings.stream()
                .filter(finding -> finding.anomaly() == anomaly)
                .count();
    }

    long of(IndexedHistory history, List<AnomalyFinding> findings) {
        return counting.of(history, findings);
    }

    /** Returns the name of its column in {@code guarantees.csv}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
