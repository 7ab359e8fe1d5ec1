package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogEndReadingTest {

    @Test
    void a_look_that_took_no_time_and_says_what_the_client_says_is_not_apart() {
        assertThat(LogEndReading.recordsApart(1_000, 1_000, 1_000)).isZero();
    }

    @Test
    void a_log_that_trails_and_one_that_is_ahead_are_apart_by_as_much() {
        assertThat(LogEndReading.recordsApart(900, 1_000, 1_000)).isEqualTo(100);
        assertThat(LogEndReading.recordsApart(1_100, 1_000, 1_000)).isEqualTo(100);
    }

    @Test
    void a_look_is_apart_by_half_of_what_was_acknowledged_while_it_lasted() {
        assertThat(LogEndReading.recordsApart(1_100, 1_000, 1_200)).isEqualTo(100);
        assertThat(LogEndReading.recordsApart(1_150, 1_000, 1_200)).isEqualTo(150);
    }
}
