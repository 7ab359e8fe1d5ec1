package io.producerbench.sweep.degraded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AckWatchTest {
    private final AckWatch watch = new AckWatch();

    @Test
    void the_longest_pause_is_that_around_the_death_and_none_from_before_it_was_watched_for() {
        acknowledged(0, 10);
        acknowledged(1, 500);
        watch.watchPauses();
        acknowledged(490, 510);
        watch.died(520);
        acknowledged(505, 700);
        acknowledged(530, 705);

        assertThat(watch.longestPauseNanos()).isEqualTo(700 - 510);
        assertThat(watch.count()).isEqualTo(5);
    }

    @Test
    void only_a_record_that_was_due_after_the_death_tells_that_there_is_a_leader_again() {
        watch.watchPauses();
        acknowledged(400, 410);
        watch.died(500);
        acknowledged(490, 600);
        acknowledged(500, 650);

        assertThat(watch.isAcknowledgedAgain()).isFalse();

        acknowledged(501, 660);
        acknowledged(503, 670);

        assertThat(watch.isAcknowledgedAgain()).isTrue();
        assertThat(watch.firstAckNanos()).isEqualTo(160);
    }

    @Test
    void a_pause_that_begins_before_the_death_counts_from_its_beginning() {
        acknowledged(0, 100);
        watch.watchPauses();
        watch.died(150);
        acknowledged(160, 400);

        assertThat(watch.longestPauseNanos()).isEqualTo(300);
        assertThat(watch.firstAckNanos()).isEqualTo(250);
    }

    private void acknowledged(long dueNanos, long nowNanos) {
        watch.acknowledged(0, dueNanos, dueNanos, nowNanos);
    }
}
