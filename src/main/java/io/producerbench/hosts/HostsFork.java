package io.producerbench.hosts;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.FailedStepException;
import io.producerbench.hosts.HostRow.HostSample;
import io.producerbench.hosts.LaneOrder.LaneIterations;
import io.producerbench.hosts.LaneOrder.LaneTarget;
import io.producerbench.hosts.LaneStatus.LanePhase;
import io.producerbench.hosts.MergedCounts.HostCounts;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.jmh.ForkRunner;
import io.producerbench.latency.IterationCounts;
import io.producerbench.load.CommonWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.StartGate;
import io.producerbench.process.SettingsFile;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openjdk.jmh.results.RunResult;

/**
 * Runs one scenario on all load hosts at once, where {@code JmhFork} runs it here. It returns the
 * sum of what they measured, and appends one row for each host to {@code hosts.csv}.
 */
public final class HostsFork implements ForkRunner, AutoCloseable {
    private static final String NO_OP_SPEC = "org.apache.kafka.trogdor.task.NoOpTaskSpec";
    /** Long enough for every lane to hear of the start, and for its fork to be told. */
    private static final Duration AHEAD = Duration.ofSeconds(4);

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(60);
    private static final Duration LONGEST_SAMPLE = Duration.ofHours(2);
    private static final long POLL_MS = 200;

    private final HostsRequest request;
    private final ForkIterations iterations;
    private final HostsRun run;
    private final HostFacts own;
    private Optional<CoordinatorProcess> coordinator = Optional.empty();

    /**
     * What a run tells its hosts' samples.
     *
     * @param handoverFile where the address and the topic of the next sample stand
     * @param rows {@code hosts.csv}
     * @param log of the coordinator
     * @param brokerProblem why a sample would wait in vain; empty while it would not
     */
    public record HostsRun(
            String runId, Path handoverFile, Path rows, Path log, Supplier<Optional<String>> brokerProblem) {}

    public HostsFork(HostsRequest request, ForkIterations iterations, HostsRun run) {
        this.request = request;
        this.iterations = iterations;
        this.run = run;
        try {
            this.own = HostFacts.of(request.project());
        } catch (IOException e) {
            throw new EnvironmentException("cannot read benchmarks.jar of " + request.project(), e);
        }
    }

    /**
     * Asks every agent for its time, before anything is started.
     *
     * @throws EnvironmentException with the host's name, if an agent does not answer or its clock is
     *     too far off
     */
    public static void requireAgents(HostsFile hosts) {
        try {
            for (LoadHost host : hosts.load()) {
                HostClocks.offset(host);
            }
        } catch (HostFailure e) {
            throw new EnvironmentException(e.getMessage(), e);
        }
    }

    @Override
    public RunResult run(Class<?> benchmark, Scenario scenario) throws ForkFailure {
        ForkConfig target = ForkConfig.of(SettingsFile.read(run.handoverFile()));
        List<HostTask> tasks = new ArrayList<>();
        request.file().load().forEach(host -> tasks.add(new HostTask(host, target.topic() + "-" + host.name())));
        Map<LoadHost, ClockOffset> offsets = new LinkedHashMap<>();
        try {
            for (HostTask task : tasks) {
                offsets.put(task.host(), HostClocks.offset(task.host()));
            }
            RunResult merged = measure(benchmark, scenario, tasks, target, offsets);
            append(target, tasks, offsets, scenario, task -> "OK", "");
            return merged;
        } catch (HostFailure e) {
            append(
                    target,
                    tasks,
                    offsets,
                    scenario,
                    task -> task.host().equals(e.host()) ? "FAILED" : "STOPPED",
                    e.getMessage());
            throw new ForkFailure(e.getMessage(), e);
        } catch (IOException | FailedStepException | IllegalArgumentException e) {
            append(target, tasks, offsets, scenario, task -> "STOPPED", e.getMessage());
            throw new ForkFailure("the coordinator of the load hosts: " + e.getMessage(), e);
        }
    }

    private RunResult measure(
            Class<?> benchmark,
            Scenario scenario,
            List<HostTask> tasks,
            ForkConfig target,
            Map<LoadHost, ClockOffset> offsets)
            throws IOException, HostFailure {
        RestClient rest = coordinator();
        String goId = "go-" + target.topic();
        try {
            for (int i = 0; i < tasks.size(); i++) {
                tasks.get(i).submit(rest, order(tasks.get(i), i, tasks.size(), goId, scenario, target), LONGEST_SAMPLE);
            }
            await(tasks, HostTask::isReady, START.plus(iterations.total()));
            rest.post("/coordinator/task/create", Map.of("id", goId, "spec", go()));
            await(
                    tasks,
                    task -> task.isIn(LanePhase.DONE),
                    AHEAD.plus(windows(scenario, tasks.size())).plus(END));
            return merged(benchmark, scenario, tasks, offsets);
        } finally {
            tasks.forEach(task -> forget(rest, task.id()));
            forget(rest, goId);
        }
    }

    /** Returns how long all windows of a sample take together. */
    private Duration windows(Scenario scenario, int hosts) {
        return CommonWindow.all(
                iterations.measurementIterations(),
                iterations.measurementTime().convertTo(TimeUnit.NANOSECONDS),
                CommonWindow.fillingNanos(scenario, hosts));
    }

    private RestClient coordinator() {
        if (coordinator.filter(CoordinatorProcess::isAlive).isEmpty()) {
            coordinator.ifPresent(CoordinatorProcess::close);
            coordinator = Optional.of(CoordinatorProcess.start(
                    request.file(), TrogdorJars.in(request.project(), request.trogdorVersion()), run.log()));
        }
        return coordinator.get().rest();
    }

    private LaneOrder order(HostTask task, int host, int hosts, String goId, Scenario scenario, ForkConfig target) {
        return new LaneOrder(
                LaneOrder.PROTOCOL,
                task.id(),
                goId,
                request.file().coordinatorUrl(),
                LaneOrder.settings(scenario),
                host,
                hosts,
                new LaneTarget(target.bootstrapServers(), target.topic(), target.seed()),
                request.commandConfig(),
                new LaneIterations(
                        iterations.warmupIterations(),
                        iterations.warmupTime().convertTo(TimeUnit.NANOSECONDS),
                        iterations.measurementIterations(),
                        iterations.measurementTime().convertTo(TimeUnit.NANOSECONDS)));
    }

    /** The start signal: a task that does nothing, whose own start is the common one. */
    private static Map<String, Object> go() {
        return Map.of(
                "class",
                NO_OP_SPEC,
                "startMs",
                System.currentTimeMillis() + AHEAD.toMillis(),
                "durationMs",
                AHEAD.toMillis());
    }

    private void requireSame(HostTask task) throws HostFailure {
        Optional<String> difference = task.facts().flatMap(own::difference);
        if (difference.isPresent()) {
            throw new HostFailure(task.host(), difference.get() + "; give all hosts the same build");
        }
    }

    /** Waits until all tasks are as far. */
    private void await(List<HostTask> tasks, Predicate<HostTask> far, Duration limit) throws IOException, HostFailure {
        long begun = System.nanoTime();
        long answered = begun;
        while (true) {
            if (look(tasks)) {
                answered = System.nanoTime();
            } else if (System.nanoTime() - answered > HostTask.LONGEST_SILENCE.toNanos()) {
                throw new IOException(
                        "it has not answered for " + HostTask.LONGEST_SILENCE.toSeconds() + " s; is it stopped?");
            }
            if (tasks.stream().allMatch(far)) {
                return;
            }
            Optional<String> problem = run.brokerProblem().get();
            if (problem.isPresent()) {
                throw new IOException("the load was ended: " + problem.get());
            }
            if (System.nanoTime() - begun > limit.toNanos()) {
                HostTask slowest =
                        tasks.stream().filter(far.negate()).findFirst().orElseThrow();
                throw new HostFailure(
                        slowest.host(), "was not as far as the others within " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    /**
     * Looks at all tasks once. Returns false if the coordinator did not answer, which a busy machine
     * may cause now and then.
     */
    private boolean look(List<HostTask> tasks) throws HostFailure {
        RestClient rest = coordinator.orElseThrow().rest();
        try {
            for (HostTask task : tasks) {
                task.look(rest);
                requireSame(task);
            }
            return true;
        } catch (IOException notNow) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the load hosts measured", e);
        }
    }

    private RunResult merged(
            Class<?> benchmark, Scenario scenario, List<HostTask> tasks, Map<LoadHost, ClockOffset> offsets)
            throws HostFailure {
        List<LaneResult> results = new ArrayList<>();
        List<HostCounts> counts = new ArrayList<>();
        long ownShift = StartGate.epochNanos() - System.nanoTime();
        for (HostTask task : tasks) {
            LaneResult result = task.result().orElseThrow();
            results.add(result);
            long shift = result.clock().epochNanos() - result.clock().nanos();
            counts.add(new HostCounts(
                    result.counts(), shift - offsets.get(task.host()).nanos() - ownShift));
        }
        Optional<Straggler> straggler =
                Straggler.among(results.stream().map(LaneResult::counts).toList());
        if (straggler.isPresent()) {
            throw new HostFailure(
                    tasks.get(straggler.get().host()).host(), straggler.get().problem());
        }
        IterationCounts merged = MergedCounts.of(counts);
        return MergedResult.of(benchmark, scenario, iterations, merged, results);
    }

    /** Ends a task and its lane; a coordinator that is dead has ended them by that. */
    private static void forget(RestClient rest, String id) {
        try {
            rest.put("/coordinator/task/stop", Map.of("id", id));
            rest.delete("/coordinator/tasks?taskId=" + id);
        } catch (IOException e) {
            // A lane that is not told ends because its task is not listed any more.
        }
    }

    private void append(
            ForkConfig target,
            List<HostTask> tasks,
            Map<LoadHost, ClockOffset> offsets,
            Scenario scenario,
            Function<HostTask, String> status,
            String reason) {
        for (HostTask task : tasks) {
            Optional<HostSample> sample = task.result()
                    .map(lane -> new HostSample(
                            ForkResult.from(
                                    MergedResult.of(
                                            LaneOrder.class, scenario, iterations, lane.counts(), List.of(lane)),
                                    scenario.guarantee().acks()),
                            lane,
                            scenario.guarantee().acks()));
            HostColumns.TABLE.append(
                    run.rows(),
                    new HostRow(
                            run.runId(),
                            target.topic(),
                            task.host(),
                            status.apply(task),
                            reason,
                            Optional.ofNullable(offsets.get(task.host())),
                            task.facts(),
                            sample));
        }
    }

    @Override
    public void close() {
        coordinator.ifPresent(CoordinatorProcess::close);
    }
}
