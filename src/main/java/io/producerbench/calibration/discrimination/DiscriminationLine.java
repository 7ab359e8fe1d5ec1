package io.producerbench.calibration.discrimination;

import io.producerbench.stats.AcceptanceCriterion;

/**
 * The result for one question and one rule: one row of {@code discrimination.csv}.
 *
 * @param question what is counted
 * @param rule that judged the comparisons
 * @param statistic that the rule used
 * @param count the comparisons that match the question, out of {@code all}
 * @param note a number that explains the count; empty if there is none
 */
public record DiscriminationLine(
        String question, String rule, String statistic, int count, int all, String note, String target, String mark) {
    static final String PASS = "PASS";
    static final String MISS = "MISS";

    public static DiscriminationLine of(
            String question,
            String rule,
            String statistic,
            int count,
            int all,
            String note,
            AcceptanceCriterion criterion) {
        String mark = criterion.isShown(count, all) ? PASS : criterion.canBeShown(all) ? MISS : "";
        return new DiscriminationLine(question, rule, statistic, count, all, note, criterion.text(), mark);
    }

    public boolean isMissed() {
        return mark.equals(MISS);
    }

    /** True if there is a target that so few comparisons can neither reach nor miss. */
    public boolean isOpen() {
        return mark.isEmpty() && !target.isEmpty();
    }
}
