package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void steady_rates_do_not_drift_however_much_the_scenarios_differ() {
        Drift drift = Drift.of(List.of(
                        Map.of(1, 50_000.0, 2, 50_000.0, 3, 50_000.0, 4, 50_000.0),
                        Map.of(1, 900.0, 2, 900.0, 3, 900.0, 4, 900.0)))
                .orElseThrow();

        assertThat(drift.share()).isZero();
        assertThat(drift.noteworthy()).isFalse();
    }

    @Test
    void a_linear_rise_of_ten_percent_is_found_in_full() {
        // Around the median: from -5 % to +5 %.
        Drift drift = Drift.of(List.of(
                        Map.of(1, 95.0, 2, 97.0, 3, 99.0, 4, 101.0, 5, 103.0, 6, 105.0),
                        Map.of(1, 950.0, 2, 970.0, 3, 990.0, 4, 1010.0, 5, 1030.0, 6, 1050.0)))
                .orElseThrow();

        assertThat(drift.share()).isCloseTo(0.10, within(1e-9));
        assertThat(drift.noteworthy()).isTrue();
    }

    @Test
    void a_fall_is_negative_and_as_noteworthy() {
        Drift drift = Drift.of(List.of(Map.of(1, 105.0, 2, 100.0, 3, 95.0))).orElseThrow();

        assertThat(drift.share()).isCloseTo(-0.10, within(1e-9));
        assertThat(drift.noteworthy()).isTrue();
    }

    @Test
    void five_percent_are_not_noteworthy_yet() {
        assertThat(new Drift(0.05).noteworthy()).isFalse();
        assertThat(new Drift(-0.051).noteworthy()).isTrue();
    }

    @Test
    void one_bad_block_is_no_drift() {
        Drift drift = Drift.of(List.of(Map.of(1, 100.0, 2, 100.0, 3, 100.0, 4, 100.0, 5, 100.0, 6, 60.0)))
                .orElseThrow();

        assertThat(drift.share()).isZero();
    }

    @Test
    void one_scenario_that_drifts_among_three_is_not_the_machine() {
        Drift drift = Drift.of(List.of(
                        Map.of(1, 100.0, 2, 100.0, 3, 100.0),
                        Map.of(1, 80.0, 2, 100.0, 3, 120.0),
                        Map.of(1, 100.0, 2, 100.0, 3, 100.0)))
                .orElseThrow();

        assertThat(drift.share()).isZero();
    }

    @Test
    void a_block_that_a_scenario_lacks_does_not_matter() {
        Drift drift = Drift.of(List.of(Map.of(1, 95.0, 3, 105.0), Map.of(1, 95.0, 2, 100.0, 3, 105.0)))
                .orElseThrow();

        assertThat(drift.share()).isCloseTo(0.10, within(1e-9));
    }

    @Test
    void two_blocks_are_too_few() {
        assertThat(Drift.of(List.of(Map.of(1, 100.0, 2, 200.0)))).isEmpty();
        assertThat(Drift.of(List.of())).isEmpty();
    }
}
