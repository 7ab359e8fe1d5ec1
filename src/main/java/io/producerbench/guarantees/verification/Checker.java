package io.producerbench.guarantees.verification;

import java.util.List;

/** Compares the records that can be read with the attempts. Pure. */
public final class Checker {
    private static final List<AnomalyRule> RULES = List.of(
            LossRule::lost,
            DuplicateRule::duplicated,
            DuplicateRule::reordered,
            DuplicateRule::regressed,
            LossRule::invisibleUntilHeal,
            VisibilityRule::uncommittedVisible,
            VisibilityRule::dirtyVisible,
            VisibilityRule::torn,
            LossRule::unexpected,
            OffsetRule::phantom,
            OffsetRule::corrupt,
            OffsetRule::wrongOffset,
            OffsetRule::sharedOffset,
            OffsetRule::misplaced);

    private Checker() {}

    /**
     * Finds every anomaly that there is evidence of. A record that could not be read is never taken
     * for absent, so that the findings hold even for an incomplete read-back.
     */
    public static CheckerReport check(RecordedHistory history) {
        IndexedHistory indexed = new IndexedHistory(history);
        List<AnomalyFinding> findings =
                RULES.stream().flatMap(rule -> rule.findings(indexed)).toList();
        return new CheckerReport(RecordCounts.of(indexed, findings), findings, Completeness.gap(history));
    }
}
