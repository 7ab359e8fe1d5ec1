package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class HeartbeatTest {
    @Test
    void a_gap_is_told_once_and_never_negative() {
        try (Heartbeat heartbeat = Heartbeat.start()) {
            heartbeat.takeLongestGap();
            long start = System.nanoTime();
            await().until(() -> System.nanoTime() - start > 50_000_000);

            assertThat(heartbeat.takeLongestGap()).isBetween(0L, System.nanoTime() - start);
        }
    }

    @Test
    void a_gap_that_has_not_ended_counts_as_long_as_it_is() {
        Heartbeat silent = Heartbeat.start();
        silent.close();
        await().until(() -> !silent.isBeating());
        silent.takeLongestGap();
        long start = System.nanoTime();
        await().until(() -> System.nanoTime() - start > 50_000_000);
        long told = silent.takeLongestGap();

        assertThat(told).isBetween(40_000_000L, System.nanoTime() - start);
        assertThat(silent.takeLongestGap()).as("taken already").isLessThan(told);
    }
}
