package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartGateTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void a_fork_says_that_it_is_ready_and_begins_at_the_moment_and_not_before() throws Exception {
        StartGate gate = new StartGate(directory);
        assertThat(gate.isReady()).isFalse();
        CompletableFuture<Long> fork = CompletableFuture.supplyAsync(() -> gate.await(PATIENCE));
        await().atMost(PATIENCE).until(gate::isReady);
        assertThat(fork).isNotDone();

        // Far ahead, because a busy machine may hold the fork up before it is told.
        gate.open(StartGate.epochNanos() + 2_000_000_000);
        long start = fork.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(System.nanoTime() - start).isNotNegative();
        assertThat(gate.lateNanos()).isNotNegative();
    }

    @Test
    void a_fork_that_is_told_a_moment_that_has_passed_is_late() {
        StartGate gate = new StartGate(directory);
        gate.open(StartGate.epochNanos() - 30_000_000);

        assertThatThrownBy(() -> gate.await(PATIENCE)).hasMessageStartingWith("late: the common start had passed");
    }

    @Test
    void a_fork_that_is_never_told_the_moment_ends() {
        StartGate gate = new StartGate(directory);

        assertThatThrownBy(() -> gate.await(Duration.ofMillis(20)))
                .hasMessageStartingWith("no common start was told within");
    }
}
