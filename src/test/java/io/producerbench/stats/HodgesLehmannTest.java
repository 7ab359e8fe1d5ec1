package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {
    /**
     * Hollander and Wolfe (1973), p. 75 and 78 f.; R: {@code wilcox.test(x, y, conf.int = TRUE)}
     * gives 0.305 and -0.15 to 0.76.
     */
    @Test
    void the_example_of_hollander_and_wolfe_comes_out() {
        HodgesLehmann shift = HodgesLehmann.between(MannWhitneyTest.EARLIER, MannWhitneyTest.AT_TERM, 0.95);

        assertThat(shift.estimate()).isCloseTo(0.305, within(1e-12));
        assertThat(shift.interval().orElseThrow().low()).isCloseTo(-0.15, within(1e-12));
        assertThat(shift.interval().orElseThrow().high()).isCloseTo(0.76, within(1e-12));
    }

    /**
     * Lower quantiles of U at 2.5 %, for instance Hollander, Wolfe and Chicken, table A.6; here
     * counted by recurrence in scipy.
     */
    @Test
    void as_many_differences_are_left_out_as_the_table_of_u_allows() {
        assertThat(HodgesLehmann.skippable(4, 4, 0.025)).isZero();
        assertThat(HodgesLehmann.skippable(5, 3, 0.025)).isZero();
        assertThat(HodgesLehmann.skippable(6, 6, 0.025)).isEqualTo(5);
        assertThat(HodgesLehmann.skippable(8, 7, 0.025)).isEqualTo(10);
        assertThat(HodgesLehmann.skippable(5, 10, 0.025)).isEqualTo(8);
        assertThat(HodgesLehmann.skippable(20, 20, 0.025)).isEqualTo(127);
    }

    @Test
    void three_values_a_side_have_no_interval() {
        assertThat(HodgesLehmann.between(new double[] {1, 2, 3}, new double[] {4, 5, 6}, 0.95)
                        .interval())
                .isEmpty();
        assertThat(HodgesLehmann.between(new double[] {1}, new double[] {4}, 0.95)
                        .estimate())
                .isEqualTo(3);
    }

    @Test
    void the_approximation_for_many_values_continues_the_exact_one() {
        assertThat(HodgesLehmann.skippable(60, 61, 0.025)).isBetween(HodgesLehmann.skippable(60, 60, 0.025), 1480);
        assertThat(HodgesLehmann.skippable(60, 60, 0.025)).isEqualTo(1426);
    }

    @Test
    void the_interval_misses_the_truth_no_more_often_than_it_says() {
        Random random = new Random(5);
        int missed = 0;
        int runs = 4000;
        for (int i = 0; i < runs; i++) {
            Interval interval = HodgesLehmann.between(
                            random.doubles(6).map(v -> v * v).toArray(),
                            random.doubles(6).map(v -> v * v + 0.3).toArray(),
                            0.95)
                    .interval()
                    .orElseThrow();
            missed += interval.contains(0.3) ? 0 : 1;
        }
        // P(U <= 5) twice is 4.11 % with six a side; the standard error of the share is 0.31 %.
        assertThat(missed / (double) runs).isBetween(0.031, 0.051);
    }

    @Test
    void a_shift_of_one_sample_shifts_the_estimate_and_the_interval() {
        Random random = new Random(6);
        for (int i = 0; i < 50; i++) {
            double[] base = random.doubles(4 + random.nextInt(8)).toArray();
            double[] next = random.doubles(4 + random.nextInt(8)).toArray();
            double shift = random.nextDouble() - 0.5;
            HodgesLehmann before = HodgesLehmann.between(base, next, 0.95);
            HodgesLehmann after = HodgesLehmann.between(
                    base, Arrays.stream(next).map(v -> v + shift).toArray(), 0.95);

            assertThat(after.estimate()).isCloseTo(before.estimate() + shift, within(1e-12));
            Interval from = before.interval().orElseThrow();
            Interval to = after.interval().orElseThrow();
            assertThat(to.low()).isCloseTo(from.low() + shift, within(1e-12));
            assertThat(to.high()).isCloseTo(from.high() + shift, within(1e-12));
        }
    }

    @Test
    void exchanging_the_samples_changes_the_sign_only() {
        HodgesLehmann shift = HodgesLehmann.between(MannWhitneyTest.EARLIER, MannWhitneyTest.AT_TERM, 0.95);
        HodgesLehmann exchanged = HodgesLehmann.between(MannWhitneyTest.AT_TERM, MannWhitneyTest.EARLIER, 0.95);

        assertThat(exchanged.estimate()).isEqualTo(-shift.estimate());
        assertThat(exchanged.interval().orElseThrow().low())
                .isEqualTo(-shift.interval().orElseThrow().high());
    }

    @Test
    void an_interval_of_more_confidence_contains_one_of_less_and_every_interval_the_estimate() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            double[] base = random.doubles(6 + random.nextInt(8)).toArray();
            double[] next = random.doubles(6 + random.nextInt(8)).toArray();
            double estimate = HodgesLehmann.between(base, next, 0.95).estimate();
            Interval narrower = new Interval(estimate, estimate);
            for (double confidence : new double[] {0.5, 0.8, 0.9, 0.95, 0.99}) {
                Interval interval =
                        HodgesLehmann.between(base, next, confidence).interval().orElseThrow();

                assertThat(narrower.isInside(interval)).isTrue();
                narrower = interval;
            }
        }
    }
}
