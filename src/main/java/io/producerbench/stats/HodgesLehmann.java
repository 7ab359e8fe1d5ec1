package io.producerbench.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far the second of two independent samples lies above the first: Hodges and Lehmann's
 * estimate, which is the median of all differences, and the interval that inverts the Mann-Whitney
 * test. Neither assumes a distribution (Hollander, Wolfe and Chicken, sections 4.2 and 4.3).
 *
 * @param interval empty if the samples are so small that no interval reaches the confidence
 */
record HodgesLehmann(double estimate, Optional<Interval> interval) {

    /** @param confidence for instance 0.95; with ties the interval covers more */
    static HodgesLehmann between(double[] base, double[] next, double confidence) {
        double[] differences = Arrays.stream(next)
                .flatMap(value -> Arrays.stream(base).map(other -> value - other))
                .sorted()
                .toArray();
        int skipped = skippable(base.length, next.length, (1 - confidence) / 2);
        Optional<Interval> interval = skipped < 0
                ? Optional.empty()
                : Optional.of(new Interval(differences[skipped], differences[differences.length - 1 - skipped]));
        return new HodgesLehmann(MedianInterval.medianOf(differences), interval);
    }

    /**
     * Returns how many differences are left out at each end: the largest k with P(U ≤ k) ≤
     * {@code tail}; below 0 if there is none.
     */
    static int skippable(int base, int next, double tail) {
        if (base + next > RankDistribution.MOST_VALUES) {
            double deviation = Math.sqrt(base * (double) next * (base + next + 1) / 12);
            double quantile = NormalDistribution.of(0, 1).inverseCumulativeProbability(tail);
            return (int) Math.floor(base * (double) next / 2 + quantile * deviation - 0.5);
        }
        return RankDistribution.ofChosen(DoubledRanks.untied(base + next), next).largestWithin(tail);
    }
}
