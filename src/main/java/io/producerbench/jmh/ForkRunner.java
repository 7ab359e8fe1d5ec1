package io.producerbench.jmh;

import io.producerbench.scenario.Scenario;
import org.openjdk.jmh.results.RunResult;

/** Runs one scenario in one fork. */
@FunctionalInterface
public interface ForkRunner {
    /** @throws ForkFailure if the fork gives no result */
    RunResult run(Class<?> benchmark, Scenario scenario) throws ForkFailure;
}
