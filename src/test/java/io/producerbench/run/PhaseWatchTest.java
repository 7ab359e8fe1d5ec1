package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.run.PhaseWatch.Finding;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PhaseWatchTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private long now;
    private final PhaseWatch watch = new PhaseWatch(() -> now);

    @Test
    void a_short_silence_is_no_finding() {
        pass(Duration.ofSeconds(40));

        assertThat(watch.look()).isEmpty();
    }

    @Test
    void a_long_silence_is_broken_again_and_again_with_what_is_done_and_for_how_long() {
        watch.begin("starting the brokers", LIMIT);
        pass(Duration.ofSeconds(41));
        assertThat(watch.look()).contains(new Finding.Silent("still starting the brokers, for 41 s"));
        assertThat(watch.look()).isEmpty();
        pass(Duration.ofSeconds(41));
        assertThat(watch.look()).contains(new Finding.Silent("still starting the brokers, for 1 min 22 s"));
    }

    @Test
    void what_is_said_breaks_the_silence() {
        pass(Duration.ofSeconds(30));
        watch.said();
        pass(Duration.ofSeconds(30));

        assertThat(watch.look()).isEmpty();
    }

    @Test
    void before_the_first_phase_the_run_gets_ready_and_may_take_as_long_as_it_needs() {
        pass(Duration.ofHours(2));

        assertThat(watch.look()).contains(new Finding.Silent("still getting ready, for 2 h 00 min"));
    }

    @Test
    void a_phase_that_takes_longer_than_its_limit_is_overdue_until_it_is_told_to_end() {
        watch.begin("measuring block 1", LIMIT);
        pass(LIMIT);
        watch.said();
        assertThat(watch.look()).isEmpty();
        pass(Duration.ofSeconds(1));

        Finding.Overdue overdue = (Finding.Overdue) watch.look().orElseThrow();
        assertThat(overdue.reason()).isEqualTo("measuring block 1 took longer than 5 min 00 s");
        watch.tellToEnd(overdue.phase(), overdue.reason());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void a_phase_that_was_told_to_end_says_why_and_its_interrupt_does_not_outlive_it() {
        PhaseWatch.Phase around = watch.begin("measuring block 1", LIMIT);
        pass(LIMIT.plusSeconds(1));
        Finding.Overdue overdue = (Finding.Overdue) watch.look().orElseThrow();
        watch.tellToEnd(overdue.phase(), "the reason");

        assertThat(watch.end(around)).contains("the reason");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_phase_that_ended_meanwhile_is_left_alone_and_so_is_the_next() {
        PhaseWatch.Phase around = watch.begin("measuring block 1", LIMIT);
        pass(LIMIT.plusSeconds(1));
        Finding.Overdue overdue = (Finding.Overdue) watch.look().orElseThrow();
        watch.end(around);
        watch.begin("measuring block 2", LIMIT);

        watch.tellToEnd(overdue.phase(), "the reason");

        assertThat(Thread.interrupted()).isFalse();
        assertThat(watch.end(around)).isEmpty();
    }

    @Test
    void a_phase_that_was_told_to_end_and_does_not_is_stuck() {
        watch.begin("ending the brokers", LIMIT);
        pass(LIMIT.plusSeconds(1));
        Finding.Overdue overdue = (Finding.Overdue) watch.look().orElseThrow();
        watch.tellToEnd(overdue.phase(), overdue.reason());
        assertThat(Thread.interrupted()).isTrue();
        pass(PhaseWatch.ENDING.plusSeconds(1));

        assertThat(watch.look())
                .contains(new Finding.Stuck("ending the brokers took longer than 5 min 00 s, and does not end"));
    }

    @Test
    void between_two_phases_no_limit_is_in_force() {
        PhaseWatch.Phase around = watch.begin("warming the brokers", LIMIT);
        watch.end(around);
        pass(Duration.ofHours(1));

        assertThat(watch.doing()).isEqualTo("between two steps");
        assertThat(watch.look()).containsInstanceOf(Finding.Silent.class);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
