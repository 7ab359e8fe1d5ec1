package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PacerTest {

    @ParameterizedTest
    @ValueSource(longs = {1_000, 50_000, 100_000, 2_000_000})
    void is_never_early_whether_it_spins_or_parks(long nanos) {
        long due = System.nanoTime() + nanos;

        long returned = Pacer.awaitDue(due);

        assertThat(returned - due).isNotNegative();
        assertThat(System.nanoTime() - returned).isNotNegative();
    }

    @Test
    void is_not_early_on_an_interrupted_thread_whose_parks_return_at_once() {
        Thread.currentThread().interrupt();
        try {
            long due = System.nanoTime() + 2_000_000;

            assertThat(Pacer.awaitDue(due) - due).isNotNegative();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void does_not_wait_for_what_was_due_long_ago() {
        long before = System.nanoTime();

        assertThat(Pacer.awaitDue(before - TimeUnit.DAYS.toNanos(365)) - before).isNotNegative();
    }
}
