package io.producerbench.stats;

import java.util.Arrays;

/**
 * The exact distribution of the sum of the ranks that a sample has among all values, if every way of choosing that sample from
 * them is as likely as any other. Given the ranks, so with tied values, which share the mean of their ranks, it is the conditional
 * one (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., section 4.1, comment 5).
 *
 * <p>Ranks are doubled, which makes means of two integers integers.
 */
final class RankSumDistribution {
    /** Of so many values together it is still computed in no time. */
    static final int MOST_VALUES = 120;

    private final double[] cumulative;
    private final int mean;

    private RankSumDistribution(double[] cumulative, int mean) {
        this.cumulative = cumulative;
        this.mean = mean;
    }

    /** @param chosen how many of the values are the sample */
    static RankSumDistribution of(int[] doubledRanks, int chosen) {
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
        double[] cumulative = ways[chosen];
        Arrays.parallelPrefix(cumulative, Double::sum);
        double all = cumulative[total];
        Arrays.setAll(cumulative, sum -> cumulative[sum] / all);
        return new RankSumDistribution(cumulative, total * chosen / doubledRanks.length);
    }

    /** The same with no ties. */
    static RankSumDistribution ofDistinct(int values, int chosen) {
        int[] doubledRanks = new int[values];
        Arrays.setAll(doubledRanks, i -> 2 * (i + 1));
        return of(doubledRanks, chosen);
    }

    /** P(sum ≤ {@code doubledSum}). */
    double atMost(int doubledSum) {
        return doubledSum < 0 ? 0 : cumulative[Math.min(doubledSum, cumulative.length - 1)];
    }

    /** P(sum is as far from its mean as {@code doubledSum}, or farther, on either side). */
    double atLeastAsFar(int doubledSum) {
        int distance = Math.abs(doubledSum - mean);
        return Math.min(1, atMost(mean - distance) + 1 - atMost(mean + distance - 1));
    }
}
