package io.producerbench.jmh;

import io.producerbench.process.FailureWatch;
import io.producerbench.scenario.Scenario;
import java.util.Optional;
import java.util.function.Supplier;
import org.openjdk.jmh.results.RunResult;

/**
 * Runs forks, and ends one as soon as it would wait in vain, for example for brokers that are dead.
 * JMH would wait ten minutes for it.
 *
 * @param problem returns why a fork would wait in vain; empty while it would not
 */
public record WatchedFork(ForkRunner fork, Supplier<Optional<String>> problem) implements ForkRunner {

    @Override
    public RunResult run(Class<?> benchmark, Scenario scenario) throws ForkFailure {
        FailureWatch watch = FailureWatch.over(problem, JmhFork::endAll);
        try (watch) {
            return fork.run(benchmark, scenario);
        } catch (ForkFailure e) {
            if (watch.reason().isEmpty()) {
                throw e;
            }
            throw new ForkFailure("the fork was ended: " + watch.reason().get(), e);
        }
    }
}
