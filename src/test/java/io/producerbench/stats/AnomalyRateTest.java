package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnomalyRateTest {
    /**
     * Hanley and Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 249 (1983),
     * 1743-1745: 1 - 0.05^(1/n).
     */
    @ParameterizedTest
    @CsvSource({"1,95.00", "10,25.89", "30,9.50", "59,4.95", "100,2.95", "300,0.99", "1000,0.30", "3000,0.10"})
    void nothing_seen_bounds_the_rate_from_above(int trials, String percent) {
        AnomalyRate rate = new AnomalyRate(0, trials);

        assertThat(rate.upper()).isCloseTo(1 - Math.pow(0.05, 1.0 / trials), within(1e-12));
        assertThat(rate.lower()).isZero();
        assertThat(rate.text()).isEqualTo("0 of " + trials + ", <= " + percent + " %");
    }

    @ParameterizedTest
    @CsvSource({"1,5.00", "10,74.11", "30,90.50", "300,99.01"})
    void seen_every_time_bounds_the_rate_from_below(int trials, String percent) {
        AnomalyRate rate = new AnomalyRate(trials, trials);

        assertThat(rate.lower()).isCloseTo(Math.pow(0.05, 1.0 / trials), within(1e-12));
        assertThat(rate.upper()).isEqualTo(1);
        assertThat(rate.text()).isEqualTo(trials + " of " + trials + ", >= " + percent + " %");
    }

    /**
     * The sample sizes of 95 %/95 % acceptance (Wilks, Determination of sample sizes for setting
     * tolerance limits, Annals of Mathematical Statistics 12 (1941), 91-96): the fewest trials that
     * bound the rate by 5 % with so many hits.
     */
    @ParameterizedTest
    @CsvSource({"0,59", "1,93", "2,124", "3,153", "4,181"})
    void the_fewest_trials_that_show_a_rate_below_5_percent_are_the_published_ones(int hits, int trials) {
        assertThat(new AnomalyRate(hits, trials).upper()).isLessThanOrEqualTo(0.05);
        assertThat(new AnomalyRate(hits, trials - 1).upper()).isGreaterThan(0.05);
    }

    /**
     * Two-sided 95 % limits, which have 2.5 % in each tail, by R's
     * {@code binom.test(hits, trials)$conf.int}; the last is the example of its manual page, from
     * Conover, Practical Nonparametric Statistics (1971), 97-104.
     */
    @ParameterizedTest
    @CsvSource({
        "1,10,0.002528579,0.4450161",
        "3,10,0.06673951,0.6524529",
        "5,10,0.187086,0.812914",
        "682,925,0.7076683,0.7654066"
    })
    void the_limits_are_those_of_r(int hits, int trials, double lower, double upper) {
        AnomalyRate rate = new AnomalyRate(hits, trials);

        assertThat(rate.lower(0.025)).isCloseTo(lower, within(5e-8));
        assertThat(rate.upper(0.025)).isCloseTo(upper, within(5e-8));
    }

    @Test
    void seen_sometimes_has_a_bound_on_either_side() {
        assertThat(new AnomalyRate(3, 10).text()).isEqualTo("3 of 10, 8.73 % to 60.66 %");
    }

    @Test
    void many_trials_do_not_underflow() {
        assertThat(new AnomalyRate(5_000, 10_000).text()).isEqualTo("5000 of 10000, 49.17 % to 50.83 %");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-1,5", "6,5"})
    void what_no_experiment_gives_is_refused(int hits, int trials) {
        assertThatThrownBy(() -> new AnomalyRate(hits, trials))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got: " + hits + " of " + trials);
    }
}
