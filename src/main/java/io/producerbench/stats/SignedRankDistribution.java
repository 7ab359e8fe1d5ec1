package io.producerbench.stats;

import java.util.Arrays;

/**
 * The exact distribution of Wilcoxon's signed-rank statistic, the sum of the ranks of the positive differences, when every
 * difference is as likely positive as negative. Given the ranks that were really observed, so that ties (which share the mean
 * of their ranks) need no approximation.
 */
final class SignedRankDistribution {
    /** A shared rank is a multiple of one half; doubled, every sum is a whole number. */
    private static final int DOUBLED = 2;

    private final double[] upTo;

    private SignedRankDistribution(double[] upTo) {
        this.upTo = upTo;
    }

    /** That of the ranks 1 to {@code n}, as published tables have it. */
    static SignedRankDistribution withoutTies(int n) {
        double[] ranks = new double[n];
        Arrays.setAll(ranks, i -> i + 1);
        return of(ranks);
    }

    /** @param ranks of the magnitudes, from 1; multiples of one half */
    static SignedRankDistribution of(double[] ranks) {
        int[] doubled = Arrays.stream(ranks)
                .mapToInt(rank -> (int) Math.round(rank * DOUBLED))
                .toArray();
        double[] share = new double[Arrays.stream(doubled).sum() + 1];
        share[0] = 1;
        int most = 0;
        for (int rank : doubled) {
            most += rank;
            for (int sum = most; sum >= 0; sum--) {
                double with = sum >= rank ? share[sum - rank] : 0;
                share[sum] = (share[sum] + with) / 2;
            }
        }
        Arrays.parallelPrefix(share, Double::sum);
        return new SignedRankDistribution(share);
    }

    /** The probability of a sum of at most {@code sum}. */
    double atMost(double sum) {
        int doubled = (int) Math.floor(sum * DOUBLED + 1e-9);
        return doubled < 0 ? 0 : upTo[Math.min(doubled, upTo.length - 1)];
    }

    /** The largest whole sum that has a probability of at most {@code share} together with all below it; -1 if none has. */
    int largestWithin(double share) {
        int sum = -1;
        while (atMost(sum + 1) <= share) {
            sum++;
        }
        return sum;
    }
}
