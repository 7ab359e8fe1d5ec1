package io.producerbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.FailedStepException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FailureWatchTest {
    private static final Supplier<Optional<String>> DEAD = () -> Optional.of("broker-2 exited with code 1");

    @Test
    void work_that_waits_in_vain_is_interrupted_and_fails_with_the_reason() {
        assertThatThrownBy(() -> FailureWatch.during(FailureWatchTest::waitForever, DEAD))
                .isInstanceOf(FailedStepException.class)
                .hasMessage("broker-2 exited with code 1")
                .hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void work_without_a_failure_returns_what_it_returns_and_throws_what_it_throws() {
        assertThat(FailureWatch.<Integer>during(() -> 7, Optional::empty)).isEqualTo(7);
        assertThatThrownBy(() -> FailureWatch.during(
                        () -> {
                            throw new IllegalStateException("of its own");
                        },
                        Optional::empty))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void work_is_ended_once() throws InterruptedException {
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        FailureWatch watch = FailureWatch.over(DEAD, () -> {
            ended.incrementAndGet();
            first.countDown();
        });
        try (watch) {
            assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(watch.reason()).contains("broker-2 exited with code 1");
        assertThat(ended).hasValue(1);
    }

    private static Object waitForever() {
        try {
            return new CountDownLatch(1).await(100, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
