package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GcPausesTest {
    /** The JVM tells on another thread, so the test waits until it has. */
    @Test
    void a_collection_is_told_once_with_its_time() {
        try (GcPauses pauses = GcPauses.start()) {
            Instant before = Instant.now().minusSeconds(1);
            System.gc();
            List<GcPause> told = new ArrayList<>(pauses.take());
            while (told.isEmpty()) {
                Thread.onSpinWait();
                told.addAll(pauses.take());
            }

            assertThat(told.get(0).start()).isBetween(before, Instant.now().plusSeconds(1));
            assertThat(told.get(0).length()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        }
    }

    @Test
    void nothing_is_told_after_the_end() {
        GcPauses pauses = GcPauses.start();
        pauses.close();
        pauses.take();
        try (GcPauses others = GcPauses.start()) {
            System.gc();
            while (others.take().isEmpty()) {
                Thread.onSpinWait();
            }
        }

        assertThat(pauses.take()).isEmpty();
    }
}
