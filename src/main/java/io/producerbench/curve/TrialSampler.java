package io.producerbench.curve;

import io.producerbench.cluster.Cluster;
import io.producerbench.failure.FailedStepException;
import io.producerbench.run.RunGuard;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.Effort;
import io.producerbench.sweep.SampleRunner.Sample;
import io.producerbench.sweep.SweptCluster;
import io.producerbench.sweep.WatchedSampler;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes the trials, each on brokers that have recovered from the one before: alive, warm, and as
 * quick to answer as before the first trial.
 */
final class TrialSampler {
    /** Generous, because it is to catch what hangs. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final SweptCluster brokers;
    private final WatchedSampler sampler;
    private final RunGuard guard;
    private Optional<Step> before = Optional.empty();
    private Cluster probed;
    private QuietProbe probe;

    /**
     * A trial.
     *
     * @param unrest why the brokers had not recovered before it; empty if they had
     */
    record SampledTrial(Sample sample, Optional<String> unrest) {}

    TrialSampler(SweptCluster brokers, WatchedSampler sampler, RunGuard guard) {
        this.brokers = brokers;
        this.sampler = sampler;
        this.guard = guard;
    }

    SampledTrial take(Step step) {
        if (before.filter(last -> Effort.needsWarmUp(last, step)).isPresent()) {
            brokers.warmBetween();
        }
        before = Optional.of(step);
        Cluster cluster = brokers.alive().cluster();
        Optional<String> unrest = recovered(cluster);
        return new SampledTrial(sampler.take(step), unrest);
    }

    private Optional<String> recovered(Cluster cluster) {
        try {
            return guard.during("waiting until the brokers are quiet", LIMIT, () -> {
                if (probed != cluster) {
                    probe = QuietProbe.begin(cluster);
                    probed = cluster;
                }
                return probe.await();
            });
        } catch (FailedStepException e) {
            return Optional.of("the brokers could not be asked whether they are quiet: " + e.getMessage());
        }
    }
}
