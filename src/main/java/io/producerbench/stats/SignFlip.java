package io.producerbench.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Fisher's permutation test of paired differences: how many of the 2^n ways to exchange the members of pairs give a sum at
 * least as far from zero as the one observed. Exact, and sensitive to the sizes of the differences where {@link SignedRank}
 * looks at their ranks only: two ways to the same question, which should not contradict each other.
 */
public final class SignFlip {
    /** The halves of this many have 2^20 sums each, which is memory for a few seconds. */
    private static final int MOST = 40;

    /** A sum that differs from the observed one by rounding only is as far from zero. */
    private static final double SAME = 1e-9;

    private SignFlip() {}

    /**
     * The probability, where there is no difference, of a sum at least this far from zero on either side.
     *
     * @throws IllegalArgumentException unless there are 1 to 40 differences
     */
    public static double pValue(List<Double> differences) {
        int n = differences.size();
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("expected 1 to " + MOST + " differences, got " + n);
        }
        double observed =
                Math.abs(differences.stream().mapToDouble(Double::doubleValue).sum());
        double whole = differences.stream().mapToDouble(Math::abs).sum();
        double threshold = observed - whole * SAME;
        double[] left = sums(differences.subList(0, n / 2));
        double[] right = sums(differences.subList(n / 2, n));
        // Every sum has its negative among the sums, so both sides are twice one side.
        double beyond = threshold <= 0 ? left.length * (double) right.length : 2 * pairsAtLeast(threshold, left, right);
        return beyond / left.length / right.length;
    }

    /** All sums with every choice of signs, ascending. */
    private static double[] sums(List<Double> differences) {
        double[] sums = {0};
        for (double difference : differences) {
            double[] longer = new double[2 * sums.length];
            for (int i = 0; i < sums.length; i++) {
                longer[2 * i] = sums[i] + difference;
                longer[2 * i + 1] = sums[i] - difference;
            }
            sums = longer;
        }
        Arrays.sort(sums);
        return sums;
    }

    private static double pairsAtLeast(double threshold, double[] left, double[] right) {
        double pairs = 0;
        int first = right.length; // the first of the right ones that is large enough beside this left one
        for (double sum : left) {
            while (first > 0 && sum + right[first - 1] >= threshold) {
                first--;
            }
            pairs += right.length - first;
        }
        return pairs;
    }
}
