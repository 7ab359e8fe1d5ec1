package io.producerbench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void before_the_first_sample_the_plan_is_all_there_is() {
        assertThat(new TimeLeft(3, AN_HOUR).estimate()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void from_the_first_sample_on_it_is_what_samples_really_take() {
        TimeLeft timeLeft = new TimeLeft(3, AN_HOUR);

        timeLeft.done();

        // This sample took next to nothing, so two more will not take an hour each.
        assertThat(timeLeft.estimate()).isBetween(Duration.ofNanos(1), Duration.ofMinutes(10));
    }

    @Test
    void after_the_last_sample_nothing_is_left() {
        TimeLeft timeLeft = new TimeLeft(2, AN_HOUR);

        timeLeft.done();
        timeLeft.done();

        assertThat(timeLeft.estimate()).isZero();
    }
}
