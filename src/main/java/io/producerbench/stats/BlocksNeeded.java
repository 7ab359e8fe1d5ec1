package io.producerbench.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How many blocks would do, from how much they differ and how many comparisons are made at once. */
public final class BlocksNeeded {
    /** Below this many on each side no interval of 95 % exists: 2 of 20 arrangements of 3 and 3 are as extreme as can be. */
    public static final int FEWEST = 4;

    private static final double POWER = 0.95;

    /** Asymptotically the Mann-Whitney test needs so many times the values of a t-test, of normal values. */
    private static final double MANN_WHITNEY = Math.PI / 3;

    private BlocksNeeded() {}

    /**
     * On each side, for a difference of the margin to be found with 95 %: 2 ((z₁₋α/₂ + z₀.₉₅) s / δ)² blocks of a t-test. It is
     * also about what it takes to show a true difference of nothing to be within the margin.
     *
     * @param deviation s, of the logarithms of one side's values
     */
    static int forMargin(double deviation, Margin margin, double alpha) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double z = normal.inverseCumulativeProbability(1 - alpha / 2) + normal.inverseCumulativeProbability(POWER);
        double blocks = 2 * Math.pow(z * deviation / Math.log1p(margin.share()), 2) * MANN_WHITNEY;
        return Math.max(FEWEST, (int) Math.min(Integer.MAX_VALUE, Math.ceil(blocks)));
    }

    /** On each side, for a single difference among so many comparisons to survive their adjustment: 2 / C(2n, n) ≤ α / comparisons. */
    public static int forFamily(int comparisons, double alpha) {
        int n = 1;
        double smallest = 1;
        while (smallest > alpha / comparisons) {
            n++;
            // C(2n, n) = C(2n - 2, n - 1) * 2 (2n - 1) / n
            smallest *= n / (2.0 * (2 * n - 1));
        }
        return Math.max(FEWEST, n);
    }
}
