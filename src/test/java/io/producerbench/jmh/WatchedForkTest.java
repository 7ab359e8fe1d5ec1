package io.producerbench.jmh;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.benchmarks.MaxRate;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Scenario;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.results.RunResult;

@Timeout(120)
class WatchedForkTest {
    private static final Scenario SCENARIO = AScenario.with(Map.of());

    private final CountDownLatch asked = new CountDownLatch(1);

    @Test
    void a_fork_that_was_ended_says_why() {
        WatchedFork fork = new WatchedFork(this::waitThenFail, () -> {
            asked.countDown();
            return Optional.of("the brokers' disk is almost full");
        });

        assertThatThrownBy(() -> fork.run(MaxRate.class, SCENARIO))
                .isInstanceOf(ForkFailure.class)
                .hasMessage("the fork was ended: the brokers' disk is almost full")
                .hasRootCauseMessage("Forked VM failed with exit code 137");
    }

    @Test
    void a_fork_that_failed_by_itself_says_its_own_reason() {
        WatchedFork fork = new WatchedFork(this::waitThenFail, () -> {
            asked.countDown();
            return Optional.empty();
        });

        assertThatThrownBy(() -> fork.run(MaxRate.class, SCENARIO)).hasMessage("Forked VM failed with exit code 137");
    }

    private RunResult waitThenFail(Class<?> benchmark, Scenario scenario) throws ForkFailure {
        try {
            asked.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ForkFailure("Forked VM failed with exit code 137", null);
    }
}
