package io.producerbench.calibration.discrimination;

import io.producerbench.stats.AcceptanceCriterion;

/**
 * One thing that was to be proved: one row of {@code discrimination.csv}.
 *
 * @param question what is counted
 * @param rule who was asked
 * @param statistic by what it was measured
 * @param count how many, of {@code all}
 * @param note a number that belongs beside it; empty if none does
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
            AcceptanceCriterion demand) {
        String mark = demand.isShown(count, all) ? PASS : demand.canBeShown(all) ? MISS : "";
        return new DiscriminationLine(question, rule, statistic, count, all, note, demand.text(), mark);
    }

    public boolean isMissed() {
        return mark.equals(MISS);
    }

    /** A target that so few comparisons can neither reach nor miss. */
    public boolean isOpen() {
        return mark.isEmpty() && !target.isEmpty();
    }
}
