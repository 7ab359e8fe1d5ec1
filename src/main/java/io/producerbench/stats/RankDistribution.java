package io.producerbench.stats;

import java.util.Arrays;

/**
 * The exact distribution of a sum of ranks if there is no difference. It is the conditional
 * distribution for the observed ranks, so tied values, which share the mean of their ranks, need no
 * approximation (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., section
 * 4.1, comment 5, for two samples).
 *
 * <p>Ranks are doubled, so that the mean of two ranks is an integer.
 */
final class RankDistribution {
    /**
     * The largest number of values for which the distribution is computed. That takes no noticeable
     * time.
     */
    static final int MOST_VALUES = 120;

    private final double[] upTo;
    private final int smallest;

    private RankDistribution(double[] shares, int smallest) {
        this.upTo = shares;
        this.smallest = smallest;
        Arrays.parallelPrefix(upTo, Double::sum);
        double all = upTo[upTo.length - 1];
        Arrays.setAll(upTo, sum -> upTo[sum] / all);
    }

    /**
     * Returns the distribution of the sum of the ranks of one sample among all values (Mann and
     * Whitney). Every choice of that many values is equally likely.
     *
     * @param chosen the number of values in the sample
     */
    static RankDistribution ofChosen(int[] doubledRanks, int chosen) {
        int total = Arrays.stream(doubledRanks).sum();
        double[][] ways = new double[chosen + 1][total + 1];
        ways[0][0] = 1;
        for (int rank : doubledRanks) {
            for (int size = chosen; size >= 1; size--) {
                for (int sum = total; sum >= rank; sum--) {
                    ways[size][sum] += ways[size - 1][sum - rank];
                }
            }
        }
        return new RankDistribution(
                ways[chosen], Arrays.stream(doubledRanks).sorted().limit(chosen).sum());
    }

    /**
     * Returns the distribution of the sum of the ranks of the positive differences (Wilcoxon).
     * Every difference is as likely positive as negative.
     */
    static RankDistribution ofSigned(int[] doubledRanks) {
        double[] shares = new double[Arrays.stream(doubledRanks).sum() + 1];
        shares[0] = 1;
        for (int rank : doubledRanks) {
            for (int sum = shares.length - 1; sum >= 0; sum--) {
                shares[sum] = (shares[sum] + (sum >= rank ? shares[sum - rank] : 0)) / 2;
            }
        }
        return new RankDistribution(shares, 0);
    }

    /** Returns P(sum ≤ {@code doubledSum}). */
    double atMost(int doubledSum) {
        return doubledSum < 0 ? 0 : upTo[Math.min(doubledSum, upTo.length - 1)];
    }

    /**
     * Returns P(sum is at least as far from {@code doubledMean} as {@code doubledSum}, on either
     * side).
     */
    double atLeastAsFar(int doubledSum, int doubledMean) {
        int distance = Math.abs(doubledSum - doubledMean);
        return Math.min(1, atMost(doubledMean - distance) + 1 - atMost(doubledMean + distance - 1));
    }

    /**
     * Returns the largest k with P(sum ≤ smallest sum + k) ≤ {@code tail}, in whole ranks; -1 if
     * there is none.
     */
    int largestWithin(double tail) {
        int k = -1;
        while (atMost(smallest + 2 * (k + 1)) <= tail) {
            k++;
        }
        return k;
    }
}
