package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerWarmUpTest {
    @Test
    void two_rounds_are_too_few_to_tell() {
        assertThat(BrokerWarmUp.isFlat(List.of())).isFalse();
        assertThat(BrokerWarmUp.isFlat(List.of(1_000L, 1_000L))).isFalse();
    }

    @Test
    void equal_rounds_are_flat() {
        assertThat(BrokerWarmUp.isFlat(List.of(1_000L, 1_000L, 1_000L))).isTrue();
    }

    @Test
    void a_rising_curve_is_not_flat() {
        assertThat(BrokerWarmUp.isFlat(List.of(1_000L, 1_100L, 1_210L, 1_331L))).isFalse();
    }

    @Test
    void three_percent_above_the_best_are_no_rise_and_a_little_more_is_one() {
        assertThat(BrokerWarmUp.isFlat(List.of(1_000L, 1_030L, 1_030L))).isTrue();
        assertThat(BrokerWarmUp.isFlat(List.of(1_000L, 1_000L, 1_031L))).isFalse();
        assertThat(BrokerWarmUp.isFlat(List.of(1_000L, 1_031L, 1_000L))).isFalse();
    }

    @Test
    void noise_around_a_level_is_flat() {
        assertThat(BrokerWarmUp.isFlat(List.of(1_000L, 1_500L, 1_430L, 1_480L, 1_440L)))
                .isTrue();
    }

    @Test
    void one_slow_round_in_a_rise_is_not_the_end_of_it() {
        assertThat(BrokerWarmUp.isFlat(List.of(1_000L, 1_200L, 900L, 1_400L))).isFalse();
    }

    @Test
    void only_the_last_two_rounds_decide() {
        assertThat(BrokerWarmUp.isFlat(List.of(500L, 1_000L, 1_001L, 999L))).isTrue();
    }
}
