package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Properties of both distributions, for random ranks with and without ties. */
class RankDistributionTest {
    private static final double CLOSE = 1e-12;
    private static final int SAMPLES = 30;

    private final Random random = new Random(17);

    @Test
    void probabilities_are_not_negative_and_sum_to_one() {
        for (int i = 0; i < SAMPLES; i++) {
            int[] ranks = tiedRanks();
            int total = total(ranks);

            for (RankDistribution distribution : new RankDistribution[] {
                RankDistribution.ofSigned(ranks), RankDistribution.ofChosen(ranks, 1 + random.nextInt(ranks.length))
            }) {
                assertThat(IntStream.rangeClosed(0, total)).allMatch(sum -> probability(distribution, sum) >= 0);
                assertThat(distribution.atMost(total)).isCloseTo(1, within(CLOSE));
                assertThat(distribution.atMost(-1)).isZero();
            }
        }
    }

    @Test
    void the_mean_of_a_signed_sum_is_half_of_all_ranks() {
        for (int i = 0; i < SAMPLES; i++) {
            int[] ranks = tiedRanks();

            assertThat(mean(RankDistribution.ofSigned(ranks), total(ranks)))
                    .isCloseTo(total(ranks) / 2.0, within(1e-9));
        }
    }

    @Test
    void the_mean_of_a_chosen_sum_is_the_share_of_all_ranks() {
        for (int i = 0; i < SAMPLES; i++) {
            int[] ranks = tiedRanks();
            int chosen = 1 + random.nextInt(ranks.length);

            assertThat(mean(RankDistribution.ofChosen(ranks, chosen), total(ranks)))
                    .isCloseTo((double) total(ranks) * chosen / ranks.length, within(1e-9));
        }
    }

    @Test
    void signed_sums_are_symmetric_even_with_ties() {
        for (int i = 0; i < SAMPLES; i++) {
            int[] ranks = tiedRanks();
            RankDistribution signed = RankDistribution.ofSigned(ranks);

            assertMirrored(signed, signed, total(ranks));
        }
    }

    @Test
    void chosen_sums_are_symmetric_without_ties() {
        for (int i = 0; i < SAMPLES; i++) {
            int n = 2 + random.nextInt(15);
            int chosen = 1 + random.nextInt(n - 1);
            RankDistribution distribution = RankDistribution.ofChosen(DoubledRanks.untied(n), chosen);

            assertMirrored(distribution, distribution, 2 * chosen * (n + 1));
        }
    }

    @Test
    void the_chosen_and_the_others_mirror_each_other_even_with_ties() {
        for (int i = 0; i < SAMPLES; i++) {
            int[] ranks = tiedRanks();
            int chosen = 1 + random.nextInt(ranks.length - 1);

            assertMirrored(
                    RankDistribution.ofChosen(ranks, chosen),
                    RankDistribution.ofChosen(ranks, ranks.length - chosen),
                    total(ranks));
        }
    }

    /**
     * Asserts that a sum is as likely as the rest of {@code whole} is in the other distribution.
     */
    private static void assertMirrored(RankDistribution distribution, RankDistribution other, int whole) {
        for (int sum = 0; sum <= whole; sum++) {
            assertThat(probability(distribution, sum))
                    .as("sum %d of %d", sum, whole)
                    .isCloseTo(probability(other, whole - sum), within(CLOSE));
        }
    }

    private static double probability(RankDistribution distribution, int doubledSum) {
        return distribution.atMost(doubledSum) - distribution.atMost(doubledSum - 1);
    }

    private static double mean(RankDistribution distribution, int largest) {
        return IntStream.rangeClosed(0, largest)
                .mapToDouble(sum -> sum * probability(distribution, sum))
                .sum();
    }

    private static int total(int[] ranks) {
        return Arrays.stream(ranks).sum();
    }

    private int[] tiedRanks() {
        double[] values =
                random.ints(2 + random.nextInt(15), 0, 8).asDoubleStream().toArray();
        return DoubledRanks.of(values, 0);
    }
}
