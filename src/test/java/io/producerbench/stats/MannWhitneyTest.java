package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {
    /**
     * Permeability of human chorioamnion, at term and between 12 and 26 weeks: Hollander and Wolfe
     * (1973), p. 69 f., which is the example of R's {@code wilcox.test}: W = 35, one-sided p =
     * 0.1272.
     */
    static final double[] AT_TERM = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};

    static final double[] EARLIER = {1.15, 0.88, 0.90, 0.74, 1.21};

    @Test
    void the_example_of_hollander_and_wolfe_comes_out() {
        MannWhitney test = MannWhitney.of(EARLIER, AT_TERM);

        assertThat(test.u()).isEqualTo(35);
        assertThat(test.p()).isCloseTo(2 * 382 / 3003.0, within(1e-12)).isCloseTo(2 * 0.1272, within(1e-4));
        assertThat(test.tied()).isFalse();
    }

    @Test
    void tied_values_get_the_exact_conditional_distribution() {
        double[] base = {1, 2, 2, 3, 5, 5};
        double[] next = {2, 4, 5, 6, 7, 7, 9};

        MannWhitney test = MannWhitney.of(base, next);

        assertThat(test.tied()).isTrue();
        assertThat(test.u()).isEqualTo(35);
        // 79 of the C(13, 7) = 1716 ways, counted one by one below.
        assertThat(test.p()).isCloseTo(79 / 1716.0, within(1e-12)).isCloseTo(counted(base, next), within(1e-12));
    }

    @Test
    void random_samples_with_ties_agree_with_counting_every_arrangement() {
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            double[] base =
                    random.ints(2 + random.nextInt(5), 0, 6).asDoubleStream().toArray();
            double[] next =
                    random.ints(2 + random.nextInt(5), 1, 8).asDoubleStream().toArray();

            assertThat(MannWhitney.of(base, next).p()).isCloseTo(counted(base, next), within(1e-12));
        }
    }

    @Test
    void without_ties_our_distribution_and_the_library_agree() {
        Random random = new Random(12);
        for (int i = 0; i < 20; i++) {
            int chosen = 3 + random.nextInt(20);
            int others = 3 + random.nextInt(20);
            double[] next = random.doubles(chosen, 0.1, 1.1).toArray();
            double[] base = random.doubles(others).toArray();
            int u = (int) MannWhitneyUTest.withDefaults().statistic(next, base);
            double ours = RankDistribution.ofChosen(DoubledRanks.untied(chosen + others), chosen)
                    .atLeastAsFar(2 * u + chosen * (chosen + 1), chosen * (chosen + others + 1));

            assertThat(MannWhitney.of(base, next).p()).isCloseTo(ours, within(1e-12));
        }
    }

    @Test
    void many_values_take_the_normal_approximation() {
        double[] base = IntStream.range(0, 70).mapToDouble(i -> i * 1.1).toArray();
        double[] next = IntStream.range(0, 70).mapToDouble(i -> i + 0.5).toArray();

        // scipy 1.17.1: mannwhitneyu(next, base, method='asymptotic')
        assertThat(MannWhitney.of(base, next).p()).isCloseTo(0.4333300593646109, within(1e-9));
        assertThat(MannWhitneyUTest.withDefaults()
                        .with(PValueMethod.ASYMPTOTIC)
                        .test(next, base)
                        .getPValue())
                .isEqualTo(MannWhitney.of(base, next).p());
    }

    @Test
    void equal_samples_show_nothing_and_the_sides_can_be_exchanged() {
        assertThat(MannWhitney.of(new double[] {1, 1, 1, 1}, new double[] {1, 1, 1, 1})
                        .p())
                .isEqualTo(1);
        assertThat(MannWhitney.of(AT_TERM, EARLIER).p())
                .isEqualTo(MannWhitney.of(EARLIER, AT_TERM).p());
        assertThat(MannWhitney.of(AT_TERM, EARLIER).u()).isEqualTo(15);
    }

    /**
     * Counts by the definition: the share of all choices of as many values whose rank sum is at
     * least as far from its mean.
     */
    private static double counted(double[] base, double[] next) {
        double[] all = Arrays.copyOf(next, next.length + base.length);
        System.arraycopy(base, 0, all, next.length, base.length);
        double[] ranks = Arrays.stream(all).map(v -> rank(all, v)).toArray();
        double mean = Arrays.stream(ranks).sum() * next.length / all.length;
        double seen = Math.abs(Arrays.stream(ranks, 0, next.length).sum() - mean);
        int ways = 0;
        int extreme = 0;
        for (int choice = 0; choice < 1 << all.length; choice++) {
            if (Integer.bitCount(choice) == next.length) {
                double sum = 0;
                for (int i = 0; i < all.length; i++) {
                    sum += (choice >> i & 1) * ranks[i];
                }
                ways++;
                extreme += Math.abs(sum - mean) >= seen - 1e-9 ? 1 : 0;
            }
        }
        return extreme / (double) ways;
    }

    private static double rank(double[] all, double value) {
        double below = Arrays.stream(all).filter(v -> v < value).count();
        double same = Arrays.stream(all).filter(v -> v == value).count();
        return below + (same + 1) / 2;
    }
}
