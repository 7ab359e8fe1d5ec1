package io.producerbench.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Computes how many blocks a comparison needs, from the scatter of the blocks and the number of
 * comparisons.
 */
public final class BlocksNeeded {
    /**
     * With fewer blocks on a side no 95 % interval exists: with 3 and 3 blocks, 2 of 20
     * arrangements are the most extreme.
     */
    public static final int FEWEST = 4;

    private static final double POWER = 0.95;

    /**
     * For normal values the Mann-Whitney test asymptotically needs so many times the values of a
     * t-test.
     */
    private static final double MANN_WHITNEY = Math.PI / 3;

    private BlocksNeeded() {}

    /**
     * Returns the blocks on each side that find a difference of the margin with 95 %: 2 ((z₁₋α/₂ +
     * z₀.₉₅) s / δ)² blocks for a t-test, times π/3. About the same number shows that equal sides
     * are equal within the margin.
     *
     * @param deviation the standard deviation s of the logarithms of one side's values
     */
    static int forMargin(double deviation, Margin margin, double alpha) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double z = normal.inverseCumulativeProbability(1 - alpha / 2) + normal.inverseCumulativeProbability(POWER);
        double blocks = 2 * Math.pow(z * deviation / Math.log1p(margin.share()), 2) * MANN_WHITNEY;
        return Math.max(FEWEST, (int) Math.min(Integer.MAX_VALUE, Math.ceil(blocks)));
    }

    /**
     * Returns the blocks on each side with which a single difference among so many comparisons can
     * survive their adjustment: 2 / C(2n, n) ≤ α / comparisons.
     */
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
