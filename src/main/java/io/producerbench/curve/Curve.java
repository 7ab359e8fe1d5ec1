package io.producerbench.curve;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.Redaction;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.hosts.HostsFork;
import io.producerbench.hosts.HostsFork.HostsRun;
import io.producerbench.jmh.ForkRunner;
import io.producerbench.jmh.JmhFork;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.RunIdentity;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.FinishedRows.Gone;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.run.StartNotices;
import io.producerbench.sweep.SweepRequest;
import io.producerbench.sweep.SweptCluster;
import io.producerbench.sweep.SweptCluster.Need;
import io.producerbench.sweep.WatchedSampler;
import io.producerbench.sweep.WatchedSampler.PhaseWatched;
import io.producerbench.text.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the curves of all modes on one cluster, trial after trial, into one run directory. A run
 * that goes on replays its finished rows first, and measures nothing twice.
 */
public final class Curve {
    private final CurveRequest request;
    private final CurvePlan plan;
    private final RunGuard guard;

    public Curve(CurveRequest request, CurvePlan plan, RunGuard guard) {
        this.request = request;
        this.plan = plan;
        this.guard = guard;
    }

    /**
     * Measures until all curves are complete, or the run is told to stop. When it returns or throws,
     * every process that it started has ended.
     *
     * @return the run directory
     * @throws EnvironmentException if this machine cannot run it, or brokers die again and again
     */
    public Path run() {
        SweepRequest sweep = request.sweep();
        sweep.clusterKind().requireAvailable();
        RunStart start = RunStart.withForks(guard, sweep.project(), plan.jmh());
        StartNotices.ofJvms(guard);
        StartNotices.ofBrokers(sweep.clusterKind(), sweep.workDirectory(), plan.diskNeed(), guard);
        RunPlan file = CurvePlanFile.of(request, plan, start.provenance(sweep.brokerVersion()));
        RunDirectory directory = file.begin(guard, sweep.resumed(), sweep.results(), start.runId());
        createHistograms(directory);
        FinishedRows<CurveTrial> rows = new FinishedRows<>(directory, directory.curve(), CurveColumns.TABLE);
        rows.recover(Gone.REFUSED, guard);
        CurveAgenda agenda = new CurveAgenda(plan.curves(), sweep.seed());
        CurveTrials trials = new CurveTrials(agenda, request, directory, rows, guard, plan.trials());
        trials.replay();
        if (agenda.next().isPresent()) {
            guard.report("run " + start.runId() + ": about " + plan.trials() + " trials, "
                    + Durations.text(plan.duration()) + "; starting "
                    + sweep.clusterKind().label());
            SweptCluster brokers = new SweptCluster(
                    sweep,
                    new Need(plan.effort(), plan.scenarios()),
                    directory,
                    (cluster, warmUp) -> CurveEnvironment.of(start, plan, cluster, warmUp)
                            .with(RunPlan.HASH, file.hash())
                            .write(directory),
                    guard);
            measure(trials, brokers, start, directory);
        }
        if (!guard.isClosing() && agenda.next().isEmpty()) {
            RunFile.write(
                    directory.curveSummary(),
                    CurveSummary.of(rows.read(), agenda.curves(), plan.goals()).csv());
            rows.discard();
        }
        return directory.path();
    }

    private static void createHistograms(RunDirectory directory) {
        try {
            Files.createDirectories(directory.path().resolve(RunDirectory.HISTOGRAMS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the directory of histograms in " + directory.path(), e);
        }
    }

    private void measure(CurveTrials trials, SweptCluster brokers, RunStart start, RunDirectory directory) {
        Cluster cluster = brokers.cluster();
        Path forkConfig = directory.scratch().resolve("handover.properties").toAbsolutePath();
        guard.forget(forkConfig);
        RunIdentity identity = start.identity(
                        directory,
                        cluster.kind().label(),
                        cluster.brokerVersion(),
                        request.sweep().seed())
                .withHosts(request.hosts()
                        .map(chosen -> chosen.file().load().size())
                        .orElse(1));
        HostsFork.during(
                request.hosts(),
                plan.effort().iterations(),
                HostsRun.in(
                        directory,
                        forkConfig,
                        request.dropRule().limits(),
                        () -> brokers.cluster().problem(),
                        guard::report),
                () -> localFork(cluster, start, directory, forkConfig),
                fork -> {
                    WatchedSampler sampler = new WatchedSampler(
                            brokers,
                            fork,
                            identity,
                            forkConfig,
                            request.dropRule().limits(),
                            new PhaseWatched(guard, plan.effort(), plan.jmh()));
                    trials.run(new TrialSampler(brokers, sampler, guard)::take, guard::isClosing);
                    return trials;
                });
    }

    private ForkRunner localFork(Cluster cluster, RunStart start, RunDirectory directory, Path forkConfig) {
        return new JmhFork(
                plan.jmh().withoutOutputs(),
                plan.effort().iterations(),
                start.jvm().in(request.sweep().workDirectory().path()),
                forkConfig,
                directory.scratch().resolve("jmh.log"),
                Redaction.of(cluster.clientProperties().settings()));
    }
}
