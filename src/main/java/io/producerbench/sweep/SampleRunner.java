package io.producerbench.sweep;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.benchmarks.MaxRate;
import io.producerbench.benchmarks.Visible;
import io.producerbench.cluster.ClientProperties;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.failure.FailedStepException;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkRunner;
import io.producerbench.latency.Totals;
import io.producerbench.load.ForkConfig;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.BrokerDeath;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.Refusal;
import io.producerbench.results.sample.Warmth;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import io.producerbench.sweep.degraded.Outage;
import io.producerbench.sweep.degraded.RefusalProbe;
import io.producerbench.sweep.degraded.StoredRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.openjdk.jmh.results.RunResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one sample. It makes a fresh topic, kills a broker if the scenario says so, runs one JMH
 * fork, brings the broker back, asks the brokers how many records they hold, and deletes the topic.
 */
public final class SampleRunner {
    private static final Duration READING = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(SampleRunner.class);

    private final Cluster cluster;
    private final ForkRunner fork;
    private final RunIdentity run;
    private final Path handoverFile;
    private final MachineLimits limits;
    private final Warmth warmth;
    private final Map<String, String> producer;
    private final LongSupplier companions;

    /**
     * @param limits how much the machine may disturb a sample that counts
     * @param warmth of the brokers, for the rows
     */
    public SampleRunner(
            Cluster cluster, ForkRunner fork, RunIdentity run, Path handoverFile, MachineLimits limits, Warmth warmth) {
        this(cluster, fork, run, handoverFile, limits, warmth, Map.of(), () -> 0);
    }

    private SampleRunner(
            Cluster cluster,
            ForkRunner fork,
            RunIdentity run,
            Path handoverFile,
            MachineLimits limits,
            Warmth warmth,
            Map<String, String> producer,
            LongSupplier companions) {
        this.cluster = cluster;
        this.fork = fork;
        this.run = run;
        this.handoverFile = handoverFile;
        this.limits = limits;
        this.warmth = warmth;
        this.producer = producer;
        this.companions = companions;
    }

    /** Returns one whose producers have these settings too, by Kafka's names, unless the scenario sets them. */
    public SampleRunner with(Map<String, String> settings) {
        return new SampleRunner(cluster, fork, run, handoverFile, limits, warmth, settings, companions);
    }

    /**
     * Returns one that also counts these processes as this program's own, and not as other processes
     * that disturb the sample.
     *
     * @param companions gives their CPU time in nanoseconds, which never decreases
     */
    public SampleRunner beside(LongSupplier companions) {
        return new SampleRunner(cluster, fork, run, handoverFile, limits, warmth, producer, companions);
    }

    /**
     * @param jmh JMH's own result; empty if the sample failed
     * @param leaderMoves how often a partition was seen to change its leader; empty if that could
     *     not be seen
     */
    public record Sample(SampleRow row, Optional<RunResult> jmh, OptionalInt leaderMoves) {}

    /**
     * Returns the sample. A dead broker or a failed fork is a row that says so, and throws nothing.
     */
    public Sample take(Step step) {
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Optional<String> dead = cluster.failure();
        if (dead.isPresent()) {
            return failed(step, startedAt, SampleRow.NOT_RUN + dead.get());
        }
        Scenario scenario = step.scenario();
        String topic = cluster.namePrefix() + "bench-" + run.runId() + "-" + step.block() + "-" + step.orderInBlock()
                + (step.attempt() == 1 ? "" : "-" + step.attempt());
        try {
            cluster.createTopic(new TopicSpec(
                    topic,
                    scenario.workload().partitions(),
                    Workload.REPLICATION_FACTOR,
                    scenario.guarantee().topicConfig()));
            return measure(step, startedAt, topic);
        } catch (FailedStepException | IllegalArgumentException e) { // the latter if a fork reported no counts
            return failed(step, startedAt, cluster.failure().orElse(e.getMessage()));
        } finally {
            delete(topic);
        }
    }

    /**
     * Deletes the topic. A failure does not harm the sample that was measured on it, and a dead
     * broker is in its row.
     */
    private void delete(String topic) {
        try {
            if (cluster.failure().isEmpty()) {
                cluster.deleteTopic(topic);
            }
        } catch (FailedStepException e) {
            LOG.warn("topic {} is left over: {}", topic, e.getMessage());
        }
    }

    private Sample measure(Step step, Instant startedAt, String topic) {
        Scenario scenario = step.scenario();
        ClientProperties client = cluster.clientProperties();
        Map<String, String> settings = new HashMap<>(client.settings());
        settings.putAll(producer);
        ForkConfig handover = new ForkConfig(client.bootstrapServers(), topic, run.seed(), settings);
        try {
            return scenario.isRefused() ? refused(step, startedAt, handover) : forked(step, startedAt, handover);
        } catch (ForkFailure e) {
            return failed(
                    step, startedAt, cluster.failure().map(dead -> dead + "; ").orElse("") + e.getMessage());
        } finally {
            forget(handoverFile);
        }
    }

    private Sample forked(Step step, Instant startedAt, ForkConfig handover) throws ForkFailure {
        Scenario scenario = step.scenario();
        handover.write(handoverFile);
        if (scenario.brokersDown() == 0) {
            Forked forked = fork(scenario, handover.topic(), startedAt);
            return sample(step, startedAt, forked, forked.surroundings(), Optional.empty());
        }
        try (Outage outage = Outage.begin(cluster, scenario, handover)) {
            Forked forked = fork(scenario, handover.topic(), startedAt);
            outage.heal();
            // The whole log can be read only when every broker is back.
            HostMeasurements healed =
                    forked.surroundings().healed(logEnd(handover.topic(), scenario, forked.measured()));
            return sample(step, startedAt, forked, healed, Optional.of(outage.death()));
        }
    }

    /** What a fork measured, and what this program saw meanwhile. */
    private record Forked(
            RunResult result, ForkResult measured, HostMeasurements surroundings, OptionalInt leaderMoves) {}

    private Forked fork(Scenario scenario, String topic, Instant startedAt) throws ForkFailure {
        RunResult result;
        HostSampler watch = HostSampler.start(cluster, topic, startedAt, companions);
        try (watch) {
            result = fork.run(benchmark(scenario), scenario);
        }
        ForkResult measured = ForkResult.from(result, scenario.guarantee().acks());
        watch.lookIfPossible();
        return new Forked(result, measured, surroundings(topic, scenario, measured, watch), watch.leaderMoves());
    }

    private Sample sample(
            Step step, Instant startedAt, Forked forked, HostMeasurements surroundings, Optional<BrokerDeath> death) {
        SampleRow row = SampleRow.checked(run, startedAt, step, forked.measured(), surroundings, limits, death);
        return new Sample(row, Optional.of(forked.result()), forked.leaderMoves());
    }

    private Sample refused(Step step, Instant startedAt, ForkConfig handover) {
        Scenario scenario = step.scenario();
        try (Outage outage = Outage.begin(cluster, scenario, handover)) {
            Refusal refusal = RefusalProbe.ask(scenario, handover);
            OptionalInt isr = smallestIsr(handover.topic());
            outage.heal();
            HostMeasurements surroundings = HostMeasurements.withoutWindow(
                    stored(handover, scenario.workload().partitions()), isr, cluster.failure());
            SampleRow row = SampleRow.refused(run, startedAt, step, refusal, surroundings, Optional.of(outage.death()));
            return new Sample(row, Optional.empty(), OptionalInt.empty());
        }
    }

    /**
     * Deletes the file, which holds secrets, because a fork that did not start has left it behind.
     */
    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file + ": delete it by hand", e);
        }
    }

    /**
     * Returns the records in a topic that was to stay empty. Markers of an aborted transaction do
     * not count.
     */
    private OptionalLong stored(ForkConfig handover, int partitions) {
        OptionalLong logEnd = SettledLog.records(cluster, handover.topic(), 0, 0);
        if (logEnd.isEmpty() || logEnd.getAsLong() == 0) {
            return logEnd;
        }
        return StoredRecords.count(handover, partitions, READING);
    }

    private Sample failed(Step step, Instant startedAt, String reason) {
        return new Sample(SampleRow.failed(run, startedAt, step, reason), Optional.empty(), OptionalInt.empty());
    }

    private static Class<?> benchmark(Scenario scenario) {
        if (scenario.isRead()) {
            return Visible.class;
        }
        return scenario.pacing() instanceof ClosedLoop ? MaxRate.class : FixedRate.class;
    }

    private HostMeasurements surroundings(String topic, Scenario scenario, ForkResult measured, HostSampler watch) {
        var windows = measured.counts().windows();
        return new HostMeasurements(
                logEnd(topic, scenario, measured),
                watch.readings().brokerCpuNanos(windows),
                watch.readings().load(windows),
                watch.smallestIsr(),
                watch.replicaChanges(),
                cluster.failure(),
                OptionalLong.empty(),
                cluster.kind().isDirect(),
                warmth);
    }

    private OptionalLong logEnd(String topic, Scenario scenario, ForkResult measured) {
        Totals totals = measured.counts().totals();
        long expected = scenario.guarantee().acks().confirms() ? totals.succeeded() : totals.sent();
        return SettledLog.records(cluster, topic, totals.controlRecords(), expected);
    }

    private OptionalInt smallestIsr(String topic) {
        try {
            return OptionalInt.of(cluster.describe(topic).smallestIsr());
        } catch (FailedStepException e) {
            return OptionalInt.empty(); // the failure is in the row already
        }
    }
}
