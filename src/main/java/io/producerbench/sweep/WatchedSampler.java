package io.producerbench.sweep;

import io.producerbench.failure.FailedStepException;
import io.producerbench.jmh.ForkRunner;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.jmh.WatchedFork;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.run.RunGuard;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import io.producerbench.sweep.SweptCluster.Started;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Takes samples on brokers that are alive. A sample that takes too long is ended by the run's watch,
 * and is a row that says so.
 *
 * @param forkConfig the file that tells a fork where to send
 * @param limits how much the machine may disturb a sample that counts
 */
public record WatchedSampler(
        SweptCluster brokers,
        ForkRunner fork,
        RunIdentity identity,
        Path forkConfig,
        MachineLimits limits,
        PhaseWatched watched) {

    /**
     * What the run's watch has to know.
     *
     * @param jmh may have a time-out of its own
     */
    public record PhaseWatched(RunGuard guard, Effort effort, JmhArguments jmh) {}

    /** Takes a sample. */
    public Sample take(Step step) {
        return take(step, (wanted, runner) -> runner.apply(wanted));
    }

    /** @param around takes the sample by the given function, and does what is to be done beside it */
    Sample take(Step step, BiFunction<Step, Function<Step, Sample>, Sample> around) {
        Started alive = brokers.alive();
        SampleRunner runner = new SampleRunner(
                alive.cluster(),
                new WatchedFork(fork, alive.cluster()::problem),
                identity,
                forkConfig,
                limits,
                alive.warmth());
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String doing = "measuring block " + step.block() + " cell " + step.orderInBlock() + " ("
                + step.scenario().name() + ")";
        try {
            return watched.guard()
                    .during(
                            doing,
                            new PhaseLimits(watched.effort())
                                    .sample(step.scenario(), watched.jmh().options()),
                            () -> around.apply(step, runner::take));
        } catch (FailedStepException e) {
            SampleRow row = SampleRow.failed(identity, startedAt, step, e.getMessage());
            return new Sample(row, Optional.empty(), OptionalInt.empty());
        }
    }
}
