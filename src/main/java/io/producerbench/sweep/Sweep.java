package io.producerbench.sweep;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.cluster.ExistingCluster;
import io.producerbench.cluster.Redaction;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.FailedStepException;
import io.producerbench.failure.UsageException;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhFork;
import io.producerbench.jmh.JmhJson;
import io.producerbench.jmh.WatchedFork;
import io.producerbench.process.FailureWatch;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.Summary;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.Progress;
import io.producerbench.run.RunStart;
import io.producerbench.run.ShutdownHook;
import io.producerbench.run.StartNotices;
import io.producerbench.scenario.Scenario;
import io.producerbench.text.Durations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * Runs a sweep: every scenario of the plan, block by block, on one cluster, into one run directory.
 */
public final class Sweep {
    private final SweepRequest request;
    private final SweepPlan plan;
    private final Progress progress;

    public Sweep(SweepRequest request, SweepPlan plan, Progress progress) {
        this.request = request;
        this.plan = plan;
        this.progress = progress;
    }

    /** @param notOk the samples that cannot be used, with their reasons */
    public record SweepResult(Path directory, List<String> notOk) {}

    /**
     * Runs the plan. Whatever happens, every process it started is gone when it returns or throws.
     *
     * @throws EnvironmentException if this machine cannot run it
     */
    public SweepResult run() {
        request.clusterKind().requireAvailable();
        StartNotices.ofJvms(progress);
        StartNotices.ofBrokers(request.clusterKind(), request.workDirectory(), plan.diskNeed(), progress);
        plan.jmh().requireWritableOutputs();
        RunStart start = RunStart.withForks(
                request.project(),
                Optional.ofNullable(plan.jmh().options().getJvm().orElse(null)));
        RunState state = RunState.open(request, plan, start);
        progress.report("run " + state.runId() + ": " + state.left().size() + " samples, about "
                + Durations.text(plan.effort().total(state.left())) + "; starting "
                + request.clusterKind().label());
        try (ShutdownHook hook = ShutdownHook.onExit();
                Cluster cluster = hook.add(request.clusterKind().start(spec(state)))) {
            requireSameCluster(state, cluster);
            List<BrokerWarmUp.Round> warmUp = warm(cluster);
            SweepEnvironment.of(start, request, plan, cluster, warmUp)
                    .write(state.directory(), state.environmentFile());
            RunIdentity identity =
                    start.identity(state.directory(), cluster.kind().label(), cluster.brokerVersion(), plan.seed());
            List<String> notOk = sample(state, hook, cluster, identity, start.jvm());
            if (!hook.isClosing()) {
                finish(state);
            }
            return new SweepResult(state.directory().path(), notOk);
        } catch (RuntimeException e) {
            state.discardIfEmpty();
            throw e;
        }
    }

    /**
     * Warms the brokers. On an existing cluster a client's exception is the cluster's fault, and
     * may quote a secret setting.
     */
    private List<BrokerWarmUp.Round> warm(Cluster cluster) {
        try {
            return FailureWatch.during(
                    () -> BrokerWarmUp.run(
                            cluster, this::isToBeWarmed, plan.effort().brokerWarmUpRounds(), progress),
                    cluster::problem);
        } catch (FailedStepException e) {
            throw e;
        } catch (RuntimeException e) {
            if (request.existing().isEmpty()) {
                throw e;
            }
            String reason = Redaction.of(cluster.clientProperties().settings()).apply(String.valueOf(e.getMessage()));
            throw new EnvironmentException("the brokers could not be warmed: " + reason, e);
        }
    }

    /** Refuses to resume a run on another cluster, because its results would mix two clusters. */
    private void requireSameCluster(RunState state, Cluster cluster) {
        Object now = cluster.identity().get("cluster_id");
        if (request.resumed().isEmpty()
                || now == null
                || !Files.exists(state.directory().environment())) {
            return;
        }
        Map<?, ?> brokers = (Map<?, ?>)
                RunDirectory.readJson(state.directory().environment()).get("brokers");
        if (!now.equals(brokers.get("cluster_id"))) {
            throw new UsageException("--resume " + state.directory().path() + ": it was on the cluster of id "
                    + brokers.get("cluster_id") + ", and this one's is " + now + "; go on there, or start anew");
        }
    }

    private ClusterSpec spec(RunState state) {
        ClusterSpec spec = BrokerJars.spec(request.brokerVersion(), request.project())
                .withDocker(DockerSpec.in(request.project()).withImage(request.image()))
                .in(request.workDirectory());
        return request.existing()
                .map(client -> spec.withExisting(new ExistingCluster(
                        client,
                        ExistingCluster.newPrefix(state.runId()),
                        state.topicJournal(),
                        isPlanned(Guarantee::enableIdempotence),
                        isPlanned(Guarantee::transactional))))
                .orElse(spec);
    }

    private boolean isPlanned(Predicate<Guarantee> kind) {
        return plan.grid().scenarios().stream().map(Scenario::guarantee).anyMatch(kind);
    }

    /**
     * Returns true if the brokers are warmed in this mode. An existing cluster is warmed only in
     * modes that are measured.
     */
    private boolean isToBeWarmed(Scenario mode) {
        return request.existing().isEmpty()
                || isPlanned(
                        guarantee -> guarantee.mode().equals(mode.guarantee().mode()));
    }

    private List<String> sample(RunState state, ShutdownHook hook, Cluster cluster, RunIdentity identity, ForkJvm jvm) {
        Path handover = state.handoverFile();
        Path log = plan.jmh().options().getOutput().hasValue()
                ? Path.of(plan.jmh().options().getOutput().get())
                : state.directory().scratch().resolve("jmh.log");
        Redaction redaction = Redaction.of(cluster.clientProperties().settings());
        JmhFork fork = new JmhFork(
                plan.jmh().withoutOutputs(),
                plan.effort().iterations(),
                jvm.in(request.workDirectory().path()),
                handover,
                log,
                redaction);
        hook.forget(handover);
        SampleRunner runner = new SampleRunner(cluster, new WatchedFork(fork, cluster::problem), identity, handover);
        SampleLoop loop = new SampleLoop(
                plan,
                state,
                runner::take,
                () -> warmBetween(cluster),
                sample -> cluster.keepLogs(state.directory().scratch().resolve("broker-logs")),
                progress);
        return loop.run(hook::isClosing);
    }

    private void warmBetween(Cluster cluster) {
        if (cluster.failure().isEmpty()) {
            FailureWatch.during(
                    () -> BrokerWarmUp.run(
                            cluster, this::isToBeWarmed, plan.effort().warmUpRoundsBetween(), progress),
                    cluster::problem);
        }
    }

    private void finish(RunState state) {
        List<RunResult> results = state.jmhResults();
        JmhJson.write(state.directory().jmhResult(), ResultFormatType.JSON, results);
        var options = plan.jmh().options();
        if (options.getResult().hasValue() || options.getResultFormat().hasValue()) {
            Path file = options.getResult().hasValue()
                    ? Path.of(options.getResult().get())
                    : state.directory().path().resolve(plan.jmh().resultFileName());
            JmhJson.write(file, options.getResultFormat().orElse(ResultFormatType.CSV), results);
        }
        // The summary is written last, because its presence says that the run is complete.
        RunDirectory.write(
                state.directory().summary(), Summary.of(state.directory()).csv());
        state.discardUnfinished();
    }
}
