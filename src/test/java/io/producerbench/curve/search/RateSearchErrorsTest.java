package io.producerbench.curve.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The search is at least as good as the reference, on simulated clusters that are quiet, or on which
 * 5 % or 15 % of the trials are disturbed. Each test prints its row of the table.
 */
class RateSearchErrorsTest {
    private static final double QUIET_SLOPE = 0.02;
    private static final double SLOPE = 0.03;

    @Test
    void on_a_quiet_cluster() {
        SearchErrors errors = errors(QUIET_SLOPE, 0);

        print("quiet", errors, "  0.2 %   0.0 %   0.0 %   12.9");
        assertThat(errors.beyondTen()).isLessThanOrEqualTo(0.2);
        assertThat(errors.beyondQuarter()).isZero();
        assertThat(errors.tooHigh()).isLessThanOrEqualTo(1);
        assertThat(errors.trials()).isLessThanOrEqualTo(20);
    }

    @Test
    void where_one_trial_in_twenty_is_disturbed() {
        SearchErrors errors = errors(SLOPE, 0.05);

        print("5 %", errors, "  2.3 %   0.0 %   0.3 %   14.5");
        assertThat(errors.beyondTen()).isLessThanOrEqualTo(2.3);
        assertThat(errors.beyondQuarter()).isLessThanOrEqualTo(0.1);
        assertThat(errors.tooHigh()).isLessThanOrEqualTo(1);
        assertThat(errors.trials()).isLessThanOrEqualTo(20);
    }

    @Test
    void where_three_trials_in_twenty_are_disturbed() {
        SearchErrors errors = errors(SLOPE, 0.15);

        print("15 %", errors, "  6.2 %   0.8 %   0.2 %   15.8");
        assertThat(errors.beyondTen()).isLessThanOrEqualTo(6.2);
        assertThat(errors.beyondQuarter()).isLessThanOrEqualTo(0.8);
        assertThat(errors.tooHigh()).isLessThanOrEqualTo(1);
        assertThat(errors.trials()).isLessThanOrEqualTo(20);
    }

    /** Five trials to decide a load are what the reference has. */
    @Test
    void six_trials_to_decide_a_load_are_better_than_five_where_trials_are_disturbed() {
        SearchErrors five = SearchErrors.of(SLOPE, 0.15, new SearchRule(0.5, 5, 40), UnaryOperator.identity());
        SearchErrors six = errors(SLOPE, 0.15);

        print("15 %, five trials to decide", five, "");
        assertThat(six.beyondTen()).isLessThan(five.beyondTen());
    }

    private static SearchErrors errors(double slope, double disturbed) {
        return SearchErrors.of(slope, disturbed, SearchRule.USUAL, UnaryOperator.identity());
    }

    private static void print(String disturbed, SearchErrors errors, String reference) {
        System.out.printf(
                "search, disturbed trials: %-28s off by > 10 %%, > 25 %%, too high by > 5 %%, trials: %s | reference %s%n",
                disturbed, errors.text(), reference);
    }
}
