package io.producerbench.curve.search;

/**
 * When a load is decided, in the terms of RFC 9971 for trials of equal length.
 *
 * @param exceedRatio the share of the trials at a load that may miss the goal and the load still
 *     counts as reached
 * @param fullTrials how many trials at a load decide it; the goal duration sum divided by the
 *     duration of a trial
 * @param mostTrials after how many trials a search ends undecided
 */
public record SearchRule(double exceedRatio, int fullTrials, int mostTrials) {
    /**
     * Half of the trials, as the RFC recommends, and six of them. Six are better than five where
     * trials are disturbed: a disturbance makes a trial miss and never makes it reach the goal, and
     * of six trials four must miss but only three must reach it.
     */
    public static final SearchRule USUAL = new SearchRule(0.5, 6, 40);

    public SearchRule {
        if (!(exceedRatio >= 0 && exceedRatio < 1) || fullTrials < 1 || mostTrials < fullTrials) {
            throw new IllegalArgumentException("expected a share below 1, at least one full trial and no fewer trials"
                    + " altogether, got " + exceedRatio + ", " + fullTrials + ", " + mostTrials);
        }
    }
}
