package io.producerbench.suite;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.benchmarks.MaxRate;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.load.Handover;
import io.producerbench.recording.Totals;
import io.producerbench.results.Measured;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleRow;
import io.producerbench.results.Surroundings;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.openjdk.jmh.results.RunResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one sample: a fresh topic, one JMH fork, the brokers' word on what they hold, and the topic gone again. */
final class SampleRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SampleRunner.class);

    private final Cluster cluster;
    private final JmhFork fork;
    private final RunIdentity run;
    private final Path handoverFile;

    SampleRunner(Cluster cluster, JmhFork fork, RunIdentity run, Path handoverFile) {
        this.cluster = cluster;
        this.fork = fork;
        this.run = run;
        this.handoverFile = handoverFile;
    }

    /** @param jmh JMH's own result; empty if the sample failed */
    record Sample(SampleRow row, Optional<RunResult> jmh) {}

    /** Never throws for what a sample can suffer: a dead broker or a failed fork is a row that says so. */
    Sample take(Step step) {
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Optional<String> dead = cluster.failure();
        if (dead.isPresent()) {
            return failed(step, startedAt, "not run: " + dead.get());
        }
        Scenario scenario = step.scenario();
        String topic = "bench-" + run.runId() + "-" + step.block() + "-" + step.orderInBlock();
        try {
            cluster.createTopic(new TopicSpec(
                    topic,
                    scenario.workload().partitions(),
                    Workload.REPLICATION_FACTOR,
                    scenario.guarantee().topicConfig()));
            return measure(step, startedAt, topic);
        } catch (ClusterException | IllegalArgumentException e) { // the latter if the fork reported no counts
            return failed(step, startedAt, cluster.failure().orElse(e.getMessage()));
        } finally {
            delete(topic);
        }
    }

    /** A topic that cannot be deleted takes nothing from the sample that was measured on it; a dead broker is in its row. */
    private void delete(String topic) {
        try {
            if (cluster.failure().isEmpty()) {
                cluster.deleteTopic(topic);
            }
        } catch (ClusterException e) {
            LOG.warn("topic {} is left over: {}", topic, e.getMessage());
        }
    }

    private Sample measure(Step step, Instant startedAt, String topic) {
        new Handover(cluster.bootstrapServers(), topic, run.seed()).write(handoverFile);
        RunResult result;
        HostWatch watch = HostWatch.start(cluster, topic);
        try (watch) {
            result = fork.run(benchmark(step.scenario()), step.scenario());
        } catch (ForkFailure e) {
            return failed(
                    step, startedAt, cluster.failure().map(dead -> dead + "; ").orElse("") + e.getMessage());
        }
        Measured measured = Measured.from(result, step.scenario().guarantee().acks());
        SampleRow row = SampleRow.checked(
                run, startedAt, step, measured, surroundings(topic, step.scenario(), measured, watch));
        return new Sample(row, Optional.of(result));
    }

    private Sample failed(Step step, Instant startedAt, String reason) {
        return new Sample(SampleRow.failed(run, startedAt, step, reason), Optional.empty());
    }

    private static Class<?> benchmark(Scenario scenario) {
        return scenario.pacing() instanceof ClosedLoop ? MaxRate.class : FixedRate.class;
    }

    private Surroundings surroundings(String topic, Scenario scenario, Measured measured, HostWatch watch) {
        var windows = measured.counts().windows();
        Totals totals = measured.counts().totals();
        long expected = scenario.guarantee().acks().confirms() ? totals.succeeded() : totals.sent();
        return new Surroundings(
                SettledLog.records(cluster, topic, totals.controlRecords(), expected),
                watch.brokerCpuNanos(windows),
                watch.busyShare(windows),
                watch.stealShare(windows),
                smallestIsr(topic, watch.smallestIsr()),
                cluster.failure());
    }

    private OptionalInt smallestIsr(String topic, OptionalInt seen) {
        try {
            int now = cluster.describe(topic).smallestIsr();
            return OptionalInt.of(Math.min(now, seen.orElse(now)));
        } catch (ClusterException e) {
            return seen; // the failure is in the row already
        }
    }
}
