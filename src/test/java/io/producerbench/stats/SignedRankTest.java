package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignedRankTest {
    private final Random random = new Random(8);
    private static final double CLOSE = 1e-6;

    /**
     * Depression scores of nine patients before and after a first visit: M. Hollander and D. A.
     * Wolfe, Nonparametric Statistical Methods, example 3.1. The same data are the example of R's
     * {@code wilcox.test}, which gives V = 40 and a one-sided p-value of 0.01953.
     */
    private static final List<Double> HOLLANDER_WOLFE = List.of(
            1.83 - 0.878,
            0.50 - 0.647,
            1.62 - 0.598,
            2.48 - 2.05,
            1.68 - 1.06,
            1.88 - 1.29,
            1.55 - 1.06,
            3.06 - 3.14,
            1.30 - 1.29);

    @Test
    void the_example_of_hollander_and_wolfe_has_their_statistic_and_exact_p_value() {
        SignedRank test = new SignedRank(HOLLANDER_WOLFE);

        assertThat(test.statistic()).isEqualTo(40);
        assertThat(test.pValue()).isCloseTo(2 * 0.01953125, within(CLOSE));
    }

    /**
     * Section 3.2 and 3.3 of the book: an estimate of 0.46, and from 0.010 to 0.786 with 96.1 %
     * confidence.
     */
    @Test
    void the_example_has_their_estimate_and_interval() {
        SignedRank test = new SignedRank(HOLLANDER_WOLFE);

        assertThat(test.estimate()).isCloseTo(0.46, within(CLOSE));
        assertThat(test.interval(0.95).low()).isCloseTo(0.010, within(CLOSE));
        assertThat(test.interval(0.95).high()).isCloseTo(0.786, within(CLOSE));
        assertThat(1 - 2 * untied(9).atMost(2 * 5)).isCloseTo(0.961, within(5e-4));
    }

    /** Two-sided critical values from F. Wilcoxon's table, which textbooks print. */
    @Test
    void critical_values_are_those_of_wilcoxons_table() {
        Map<Integer, Integer> atFivePercent =
                Map.of(6, 0, 7, 2, 8, 3, 9, 5, 10, 8, 12, 13, 15, 25, 20, 52, 25, 89, 30, 137);
        Map<Integer, Integer> atOnePercent = Map.of(8, 0, 10, 3, 15, 15, 20, 37, 25, 68, 30, 109);

        atFivePercent.forEach((n, value) ->
                assertThat(untied(n).largestWithin(0.025)).as("n = %d", n).isEqualTo(value));
        atOnePercent.forEach((n, value) ->
                assertThat(untied(n).largestWithin(0.005)).as("n = %d", n).isEqualTo(value));
    }

    /** R: {@code psignrank(c(8, 27, 52, 150), c(10, 10, 20, 30))}. */
    @Test
    void the_distribution_is_that_of_r() {
        assertThat(untied(10).atMost(2 * 8)).isCloseTo(25 / 1024.0, within(CLOSE));
        assertThat(untied(10).atMost(2 * 27)).isCloseTo(0.5, within(CLOSE));
        assertThat(untied(20).atMost(2 * 52)).isCloseTo(0.0242204666, within(CLOSE));
        assertThat(untied(30).atMost(2 * 150)).isCloseTo(0.0459748134, within(CLOSE));
    }

    /**
     * Three of the sixteen choices of signs give a sum of at most 1.5: no positive difference, or
     * one of the two tied ones.
     */
    @Test
    void tied_ranks_are_shared_and_still_exact() {
        SignedRank test = new SignedRank(List.of(1.0, -1.0, 2.0, 3.0));

        assertThat(test.statistic()).isEqualTo(8.5);
        assertThat(test.pValue()).isCloseTo(2 * 3 / 16.0, within(CLOSE));
    }

    @Test
    void zeros_are_left_out_of_the_test() {
        assertThat(new SignedRank(List.of(0.0, 1.0, 2.0, 3.0)).pValue())
                .isEqualTo(new SignedRank(List.of(1.0, 2.0, 3.0)).pValue());
        assertThat(new SignedRank(List.of(0.0, 0.0)).pValue()).isEqualTo(1);
    }

    @Test
    void a_value_is_outside_the_interval_exactly_when_the_test_rejects_it() {
        for (double shift = -0.3; shift < 1.3; shift += 0.01) {
            double hypothesis = shift + 0.0003; // never a Walsh average, where both answers are right
            List<Double> shifted =
                    HOLLANDER_WOLFE.stream().map(d -> d - hypothesis).toList();

            assertThat(new SignedRank(HOLLANDER_WOLFE).interval(0.95).contains(hypothesis))
                    .as("%f", hypothesis)
                    .isEqualTo(new SignedRank(shifted).pValue() > 0.05);
        }
    }

    @Test
    void too_few_pairs_have_an_interval_without_ends() {
        Interval interval = new SignedRank(List.of(1.0, 1.1, 1.2, 1.3, 1.4)).interval(0.95);

        assertThat(interval).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(new SignedRank(List.of(1.0, 1.1, 1.2, 1.3, 1.4, 1.5)).interval(0.95))
                .isEqualTo(new Interval(1.0, 1.5));
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> new SignedRank(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedRank(List.of(1.0, Double.NaN)))
                .hasMessageContaining("every one finite, got [1.0, NaN]");
    }

    @Test
    void a_shift_of_all_differences_shifts_the_estimate_and_the_interval() {
        for (int i = 0; i < 50; i++) {
            List<Double> differences = random(8 + i % 10);
            double shift = random.nextDouble() - 0.5;
            SignedRank before = new SignedRank(differences);
            SignedRank after =
                    new SignedRank(differences.stream().map(d -> d + shift).toList());

            assertThat(after.estimate()).isCloseTo(before.estimate() + shift, within(CLOSE));
            assertThat(after.interval(0.95).low())
                    .isCloseTo(before.interval(0.95).low() + shift, within(CLOSE));
            assertThat(after.interval(0.95).high())
                    .isCloseTo(before.interval(0.95).high() + shift, within(CLOSE));
        }
    }

    @Test
    void an_interval_of_more_confidence_contains_one_of_less_and_every_interval_the_estimate() {
        for (int i = 0; i < 50; i++) {
            SignedRank test = new SignedRank(random(5 + i % 20));
            Interval narrower = new Interval(test.estimate(), test.estimate());
            for (double confidence : new double[] {0.5, 0.8, 0.9, 0.95, 0.99, 0.9975, 0.99999}) {
                Interval interval = test.interval(confidence);

                assertThat(narrower.isInside(interval)).isTrue();
                narrower = interval;
            }
        }
    }

    private List<Double> random(int n) {
        return random.doubles(n, -1, 1).boxed().toList();
    }

    private static RankDistribution untied(int n) {
        return RankDistribution.ofSigned(DoubledRanks.untied(n));
    }
}
