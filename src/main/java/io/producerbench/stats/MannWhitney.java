package io.producerbench.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Tests whether one of two independent samples tends to larger values: Mann and Whitney's U,
 * two-sided (Hollander, Wolfe and Chicken, section 4.1).
 *
 * <p>The p-value is exact for up to {@link RankDistribution#MOST_VALUES} values together. For more
 * values it is the normal approximation with continuity and tie correction. Samples with ties get
 * the exact conditional distribution, because the library's exact method is not valid for them.
 *
 * @param u in how many pairs of one value from each sample the second sample's value is larger; a
 *     tie counts half
 * @param p the probability of a U at least as far from its expectation if both samples come from
 *     one distribution
 */
public record MannWhitney(double u, double p, boolean tied) {

    public static MannWhitney of(double[] base, double[] next) {
        double[] pooled =
                DoubleStream.concat(Arrays.stream(next), Arrays.stream(base)).toArray();
        int[] doubledRanks = DoubledRanks.of(pooled, 0);
        int doubledSum = Arrays.stream(doubledRanks, 0, next.length).sum();
        double u = doubledSum / 2.0 - next.length * (next.length + 1) / 2.0;
        boolean tied = Arrays.stream(pooled).distinct().count() < pooled.length;
        return new MannWhitney(u, probability(base, next, doubledRanks, doubledSum, tied), tied);
    }

    private static double probability(double[] base, double[] next, int[] doubledRanks, int doubledSum, boolean tied) {
        boolean exact = doubledRanks.length <= RankDistribution.MOST_VALUES;
        if (exact && tied) {
            int doubledMean = next.length * (doubledRanks.length + 1);
            return RankDistribution.ofChosen(doubledRanks, next.length).atLeastAsFar(doubledSum, doubledMean);
        }
        return MannWhitneyUTest.withDefaults()
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(next, base)
                .getPValue();
    }
}
