package io.producerbench.stats;

import java.util.List;

/**
 * Fisher's exact permutation test of paired differences: the share of the 2^n exchanges within
 * pairs that give a sum at least as far from zero as the observed one. It uses the sizes of the
 * differences, {@link SignedRank} only their ranks. Both answer the same question and should not
 * contradict each other.
 */
public final class SignFlip {
    /** The largest number of differences. Each half then has 2^20 sums, which take 8 MiB. */
    static final int MOST = 40;

    /**
     * Two sums count as equal if they differ by at most this share of the sum of all magnitudes,
     * because that is rounding.
     */
    private static final double SAME = 1e-9;

    private SignFlip() {}

    /**
     * Returns the two-sided p-value: the probability of a sum at least this far from zero if there
     * is no difference.
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
        // The sums are symmetric around zero, so both sides together are twice one side.
        double beyond = threshold <= 0 ? left.length * (double) right.length : 2 * pairsAtLeast(threshold, left, right);
        return beyond / left.length / right.length;
    }

    /** Returns the sums for all choices of signs, ascending. */
    private static double[] sums(List<Double> differences) {
        double[] sums = {0};
        for (double difference : differences) {
            sums = withEitherSign(sums, Math.abs(difference));
        }
        return sums;
    }

    /** Returns all sums less and plus the magnitude, ascending. Both halves are, so they are merged and not sorted. */
    private static double[] withEitherSign(double[] sums, double magnitude) {
        double[] longer = new double[2 * sums.length];
        int less = 0;
        int more = 0;
        for (int i = 0; i < longer.length; i++) {
            boolean takesLess =
                    more == sums.length || less < sums.length && sums[less] - magnitude <= sums[more] + magnitude;
            longer[i] = takesLess ? sums[less++] - magnitude : sums[more++] + magnitude;
        }
        return longer;
    }

    private static double pairsAtLeast(double threshold, double[] left, double[] right) {
        double pairs = 0;
        int first = right.length; // index of the first right sum that reaches the threshold with this left sum
        for (double sum : left) {
            while (first > 0 && sum + right[first - 1] >= threshold) {
                first--;
            }
            pairs += right.length - first;
        }
        return pairs;
    }
}
