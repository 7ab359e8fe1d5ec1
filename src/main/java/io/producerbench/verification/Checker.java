package io.producerbench.verification;

import java.util.List;

/** Holds what can be read against what was attempted. Pure. */
public final class Checker {
    private static final List<Rule> RULES = List.of(
            Presence::lost,
            Copies::duplicated,
            Copies::reordered,
            Copies::regressed,
            Presence::invisibleUntilHeal,
            Visibility::uncommittedVisible,
            Visibility::dirtyVisible,
            Visibility::torn,
            Presence::unexpected,
            Placement::phantom,
            Placement::corrupt,
            Placement::wrongOffset,
            Placement::sharedOffset,
            Placement::misplaced);

    private Checker() {}

    /**
     * Finds every anomaly there is evidence of. What could not be read is nowhere taken for absent, so that the findings hold even
     * for an incomplete read-back.
     */
    public static Report check(History history) {
        IndexedHistory indexed = new IndexedHistory(history);
        List<Finding> findings =
                RULES.stream().flatMap(rule -> rule.findings(indexed)).toList();
        return new Report(Counts.of(indexed, findings), findings, Completeness.gap(history));
    }
}
