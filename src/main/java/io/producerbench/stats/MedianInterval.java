package io.producerbench.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A median and its distribution-free interval: the order statistics between which the true median
 * lies with at least 95 %, for any distribution (the inverted sign test; David and Nagaraja, Order
 * Statistics, 3rd ed., section 7.1).
 *
 * @param interval both ends are values that were given; empty below six values, because even the
 *     widest interval, from the smallest to the largest value, then covers less than 95 %
 */
public record MedianInterval(double median, Optional<Interval> interval) {
    static final double CONFIDENCE = 0.95;

    /** With fewer values no interval of this confidence exists: 1 - 2·0.5^5 = 93.75 %. */
    public static final int FEWEST = 6;

    /** @throws IllegalArgumentException if there is no value */
    public static MedianInterval of(double[] values) {
        double median = medianOf(values);
        double[] sorted = sorted(values);
        int n = sorted.length;
        if (n < FEWEST) {
            return new MedianInterval(median, Optional.empty());
        }
        int skip = skippable(n);
        return new MedianInterval(median, Optional.of(new Interval(sorted[skip], sorted[n - 1 - skip])));
    }

    /**
     * Returns the middle value, or the mean of the two in the middle.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static double medianOf(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("expected at least one value, got none");
        }
        double[] sorted = sorted(values);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Returns how many values may be left out at each end: the largest k with P(Binomial(n, 1/2) ≤
     * k) ≤ 2.5 %.
     */
    private static int skippable(int n) {
        return BinomialDistribution.of(n, 0.5).inverseCumulativeProbability((1 - CONFIDENCE) / 2) - 1;
    }
}
