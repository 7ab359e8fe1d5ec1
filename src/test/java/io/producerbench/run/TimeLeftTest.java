package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void before_the_first_sample_the_plan_is_all_there_is() {
        assertThat(new TimeLeft(List.of(AN_HOUR, AN_HOUR, AN_HOUR)).estimate()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void from_the_first_sample_on_it_is_what_samples_really_take() {
        TimeLeft timeLeft = new TimeLeft(List.of(AN_HOUR, AN_HOUR, AN_HOUR));

        timeLeft.done();

        // This sample took next to nothing, so two more will not take an hour each.
        assertThat(timeLeft.estimate()).isBetween(Duration.ofNanos(1), Duration.ofMinutes(10));
    }

    @Test
    void what_is_left_counts_with_its_own_length() {
        TimeLeft longLast = new TimeLeft(List.of(AN_HOUR, AN_HOUR, AN_HOUR.multipliedBy(1_000_000)));
        TimeLeft shortLast = new TimeLeft(List.of(AN_HOUR, AN_HOUR, Duration.ZERO));

        for (TimeLeft timeLeft : List.of(longLast, shortLast)) {
            timeLeft.done();
            timeLeft.done();
        }

        assertThat(longLast.estimate()).isPositive();
        assertThat(shortLast.estimate()).isZero();
    }

    @Test
    void after_the_last_sample_nothing_is_left() {
        TimeLeft timeLeft = new TimeLeft(List.of(AN_HOUR, AN_HOUR));

        timeLeft.done();
        timeLeft.done();

        assertThat(timeLeft.estimate()).isZero();
    }
}
