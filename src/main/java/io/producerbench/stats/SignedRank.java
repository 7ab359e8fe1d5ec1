package io.producerbench.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Wilcoxon's signed-rank test of paired differences, with the Hodges–Lehmann estimate that belongs
 * to it: the median of the Walsh averages, which are the means of every two differences and of each
 * with itself. The test is exact for every number of pairs, ties included. It leaves out
 * differences of zero, as Wilcoxon does, because they have no direction.
 *
 * @param differences in the order in which they were measured
 */
public record SignedRank(List<Double> differences) {
    /**
     * Magnitudes closer than this, relative to the largest, count as tied, because they differ by
     * rounding only.
     */
    private static final double SAME = 1e-12;

    public SignedRank {
        differences = List.copyOf(differences);
        if (differences.isEmpty() || differences.stream().anyMatch(difference -> !Double.isFinite(difference))) {
            throw new IllegalArgumentException(
                    "expected at least one difference, and every one finite, got " + differences);
        }
    }

    /** Returns the sum of the ranks of the positive differences; R calls it V. */
    public double statistic() {
        double[] nonZero = nonZero();
        return doubledSum(nonZero, doubledRanks(nonZero)) / 2.0;
    }

    /**
     * Returns the two-sided p-value: how likely, without a difference, the sum is at least this far
     * from its mean.
     */
    public double pValue() {
        double[] nonZero = nonZero();
        int[] ranks = doubledRanks(nonZero);
        int doubledMean = Arrays.stream(ranks).sum() / 2; // all doubled ranks sum to n (n + 1), which is even
        return RankDistribution.ofSigned(ranks).atLeastAsFar(doubledSum(nonZero, ranks), doubledMean);
    }

    /** Returns the Hodges–Lehmann estimate. */
    public double estimate() {
        return MedianInterval.medianOf(walshAverages());
    }

    /**
     * Returns every value that the test does not reject as the true difference at the level
     * {@code 1 - confidence}. The interval cuts off whole Walsh averages at both ends, so that it
     * has at least this confidence and usually more. Both ends are infinite if there are too few
     * pairs to reject anything.
     */
    public Interval interval(double confidence) {
        double[] averages = walshAverages();
        int cut = RankDistribution.ofSigned(DoubledRanks.untied(differences.size()))
                .largestWithin((1 - confidence) / 2);
        return cut < 0
                ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Interval(averages[cut], averages[averages.length - 1 - cut]);
    }

    private double[] walshAverages() {
        int n = differences.size();
        double[] averages = new double[n * (n + 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                averages[next++] = (differences.get(i) + differences.get(j)) / 2;
            }
        }
        Arrays.sort(averages);
        return averages;
    }

    private double[] nonZero() {
        return differences.stream()
                .mapToDouble(Double::doubleValue)
                .filter(difference -> difference != 0)
                .toArray();
    }

    private static int[] doubledRanks(double[] values) {
        double[] magnitudes = Arrays.stream(values).map(Math::abs).toArray();
        double largest = Arrays.stream(magnitudes).max().orElse(0);
        return DoubledRanks.of(magnitudes, largest * SAME);
    }

    private static int doubledSum(double[] values, int[] ranks) {
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] > 0 ? ranks[i] : 0;
        }
        return sum;
    }
}
