package io.producerbench.sweep;

import io.producerbench.cluster.Redaction;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.hosts.HostsFork;
import io.producerbench.hosts.HostsFork.HostsRun;
import io.producerbench.hosts.HostsRequest;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.ForkRunner;
import io.producerbench.jmh.JmhFork;
import io.producerbench.jmh.JmhJson;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.Summary;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.run.StartNotices;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SweptCluster.Need;
import io.producerbench.sweep.WatchedSampler.PhaseWatched;
import io.producerbench.text.Durations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * Runs a sweep: every scenario of the plan, block by block, on one cluster, into one run directory.
 */
public final class Sweep {
    private final SweepRequest request;
    private final SweepPlan plan;
    private final RunGuard guard;
    private final Optional<HostsRequest> hosts;

    /** Makes a sweep whose load this host gives alone. */
    public Sweep(SweepRequest request, SweepPlan plan, RunGuard guard) {
        this(request, plan, guard, Optional.empty());
    }

    /** @param hosts those that give the load; empty for this one alone */
    public Sweep(SweepRequest request, SweepPlan plan, RunGuard guard, Optional<HostsRequest> hosts) {
        this.hosts = hosts;
        this.request = request;
        this.plan = plan;
        this.guard = guard;
    }

    /** @param notOk the planned samples that have no OK row, with their reasons */
    public record SweepResult(Path directory, List<String> notOk) {}

    /**
     * Runs the plan. Whatever happens, every process it started is gone when it returns or throws.
     *
     * @throws EnvironmentException if this machine cannot run it
     */
    public SweepResult run() {
        request.clusterKind().requireAvailable();
        plan.jmh().requireWritableOutputs();
        RunStart start = RunStart.withForks(guard, request.project(), plan.jmh());
        StartNotices.ofJvms(guard);
        StartNotices.ofBrokers(request.clusterKind(), request.workDirectory(), plan.diskNeed(), guard);
        request.resumed().map(RunDirectory::new).ifPresent(guard::resumes);
        RunState state = RunState.open(request, plan, start, guard);
        if (request.resumed().isEmpty()) {
            guard.made(state.directory());
        }
        Agenda before = state.agenda();
        if (before.next().isEmpty()) { // it was stopped after its last sample
            finish(state);
            return new SweepResult(state.directory().path(), before.notOk());
        }
        List<Step> left = before.untaken();
        guard.report("run " + state.runId() + ": " + left.size() + " samples, about "
                + Durations.text(plan.effort().total(left)) + "; starting "
                + request.clusterKind().label());
        SweptCluster brokers = new SweptCluster(
                request,
                new Need(plan.effort(), plan.grid().scenarios()),
                state.directory(),
                (cluster, warmUp) -> SweepEnvironment.of(start, request, plan, cluster, warmUp)
                        .with(RunPlan.HASH, state.planHash())
                        .write(state.directory()),
                guard);
        RunIdentity identity = start.identity(
                        state.directory(),
                        brokers.cluster().kind().label(),
                        brokers.cluster().brokerVersion(),
                        plan.seed())
                .withHosts(hosts.map(chosen -> chosen.file().load().size()).orElse(1));
        Agenda agenda = HostsFork.during(
                hosts,
                plan.effort().iterations(),
                HostsRun.in(
                        state.directory(),
                        state.handoverFile(),
                        request.limits(),
                        () -> brokers.cluster().problem(),
                        guard::report),
                () -> localFork(state, brokers, start.jvm()),
                fork -> sample(state, brokers, identity, fork));
        if (!guard.isClosing() && agenda.next().isEmpty()) {
            finish(state);
        }
        return new SweepResult(state.directory().path(), agenda.notOk());
    }

    private ForkRunner localFork(RunState state, SweptCluster brokers, ForkJvm jvm) {
        return new JmhFork(
                plan.jmh().withProfilesIn(profiles(state).incoming()),
                plan.effort().iterations(),
                jvm.in(request.workDirectory().path()),
                state.handoverFile(),
                log(state),
                Redaction.of(brokers.cluster().clientProperties().settings()));
    }

    private SampleProfiles profiles(RunState state) {
        return new SampleProfiles(state.directory(), plan.jmh().fileProfilers(), guard);
    }

    private Agenda sample(RunState state, SweptCluster brokers, RunIdentity identity, ForkRunner fork) {
        Path forkConfig = state.handoverFile();
        guard.forget(forkConfig);
        SampleProfiles profiles = profiles(state);
        WatchedSampler sampler = new WatchedSampler(
                brokers,
                fork,
                identity,
                forkConfig,
                request.limits(),
                new PhaseWatched(guard, plan.effort(), plan.jmh()));
        SampleLoop loop = new SampleLoop(
                plan,
                state,
                step -> sampler.take(step, profiles::of),
                brokers::warmBetween,
                sample -> brokers.keepLogs(),
                guard);
        return loop.run(guard::isClosing);
    }

    private Path log(RunState state) {
        return plan.jmh().options().getOutput().hasValue()
                ? Path.of(plan.jmh().options().getOutput().get())
                : state.directory().scratch().resolve("jmh.log");
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
        RunFile.write(state.directory().summary(), Summary.of(state.directory()).csv());
        state.discardUnfinished();
    }
}
