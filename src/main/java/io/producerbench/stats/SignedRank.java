package io.producerbench.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Wilcoxon's signed-rank test of paired differences, with the Hodges–Lehmann estimate that belongs to it: the median of the
 * Walsh averages, which are the means of every two differences and of each with itself. Exact for every number of pairs, ties
 * included; a difference of zero says nothing of the direction and is left out, as Wilcoxon does.
 *
 * @param differences in the order in which they were measured
 */
public record SignedRank(List<Double> differences) {
    /** Ranks of differences this close, relative to the largest, are shared: they differ by rounding only. */
    private static final double SAME = 1e-12;

    public SignedRank {
        differences = List.copyOf(differences);
        if (differences.isEmpty() || differences.stream().anyMatch(difference -> !Double.isFinite(difference))) {
            throw new IllegalArgumentException(
                    "expected at least one difference, and every one finite, got " + differences);
        }
    }

    /** The sum of the ranks of the positive differences, V as R calls it. */
    public double statistic() {
        double[] nonZero = nonZero();
        double[] ranks = ranks(nonZero);
        double sum = 0;
        for (int i = 0; i < nonZero.length; i++) {
            sum += nonZero[i] > 0 ? ranks[i] : 0;
        }
        return sum;
    }

    /** How likely a sum at least this far from its middle is, on either side, where there is no difference. */
    public double pValue() {
        double[] ranks = ranks(nonZero());
        double whole = Arrays.stream(ranks).sum();
        double sum = statistic();
        double smaller = Math.min(sum, whole - sum);
        return Math.min(1, 2 * SignedRankDistribution.of(ranks).atMost(smaller));
    }

    /** The Hodges–Lehmann estimate. */
    public double estimate() {
        double[] averages = walshAverages();
        int middle = averages.length / 2;
        return averages.length % 2 == 1 ? averages[middle] : (averages[middle - 1] + averages[middle]) / 2;
    }

    /**
     * Every value that the test would not reject as the true difference at {@code 1 - confidence}: the inverted test. Whole
     * Walsh averages are cut off at both ends, so that it has at least this confidence and mostly more. Infinite at both ends
     * where there are too few pairs to reject anything.
     */
    public Interval interval(double confidence) {
        double[] averages = walshAverages();
        int cut = SignedRankDistribution.withoutTies(differences.size()).largestWithin((1 - confidence) / 2);
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

    /** Of the magnitudes, from 1; equal ones share the mean of their ranks. */
    private static double[] ranks(double[] values) {
        double[] magnitudes = Arrays.stream(values).map(Math::abs).toArray();
        double tolerance = Arrays.stream(magnitudes).max().orElse(0) * SAME;
        double[] ranks = new double[magnitudes.length];
        for (int i = 0; i < magnitudes.length; i++) {
            int below = 0;
            int same = 0;
            for (double other : magnitudes) {
                if (Math.abs(other - magnitudes[i]) <= tolerance) {
                    same++;
                } else if (other < magnitudes[i]) {
                    below++;
                }
            }
            ranks[i] = below + (same + 1) / 2.0;
        }
        return ranks;
    }
}
