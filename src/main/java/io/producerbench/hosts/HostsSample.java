package io.producerbench.hosts;

import io.producerbench.hosts.DisturbedHost.HostMachine;
import io.producerbench.hosts.HostRow.HostOffsets;
import io.producerbench.hosts.HostRow.HostSample;
import io.producerbench.hosts.HostsFork.HostsSetup;
import io.producerbench.hosts.LaneOrder.LaneIterations;
import io.producerbench.hosts.LaneOrder.LaneTarget;
import io.producerbench.hosts.LaneStatus.LanePhase;
import io.producerbench.hosts.MergedCounts.HostCounts;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.load.CommonWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.StartGate;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.results.RunResult;

/**
 * One sample on all load hosts at once: it orders a lane of each host, gives the start when all are
 * ready, and adds up what they measured.
 */
final class HostsSample {
    private static final String NO_OP_SPEC = "org.apache.kafka.trogdor.task.NoOpTaskSpec";
    /** Long enough for every lane to hear of the start, and for its fork to be told. */
    private static final Duration AHEAD = Duration.ofSeconds(4);

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(60);
    private static final Duration LONGEST_SAMPLE = Duration.ofHours(2);

    private final HostsSetup setup;
    private final Scenario scenario;
    private final ForkConfig target;
    private final List<HostTask> tasks;
    private final Map<LoadHost, ClockOffset> before = new LinkedHashMap<>();
    private final Map<LoadHost, ClockOffset> after = new LinkedHashMap<>();

    HostsSample(HostsSetup setup, Scenario scenario, ForkConfig target) {
        this.setup = setup;
        this.scenario = scenario;
        this.target = target;
        this.tasks = setup.request().file().load().stream()
                .map(host -> new HostTask(host, target.topic() + "-" + host.name()))
                .toList();
    }

    /** @throws HostFailure if an agent does not answer, or its clock is too far off */
    void readClocks() throws HostFailure {
        readClocks(before);
        for (HostTask task : tasks) {
            HostClocks.remark(task.host(), before.get(task.host()))
                    .ifPresent(setup.run().notes());
        }
    }

    private void readClocks(Map<LoadHost, ClockOffset> offsets) throws HostFailure {
        for (HostTask task : tasks) {
            offsets.put(task.host(), HostClocks.offset(task.host()));
        }
    }

    /** @throws HostFailure if a host failed, so that there is no sum */
    RunResult measure(CoordinatorProcess coordinator, Class<?> benchmark) throws IOException, HostFailure {
        RestClient rest = coordinator.rest();
        TaskWait wait =
                new TaskWait(tasks, coordinator, setup.own(), setup.run().brokerProblem());
        try {
            for (int i = 0; i < tasks.size(); i++) {
                tasks.get(i).submit(rest, order(i), LONGEST_SAMPLE);
            }
            wait.until(HostTask::isReady, START.plus(setup.iterations().total()));
            rest.post("/coordinator/task/create", Map.of("id", goId(), "spec", go()));
            wait.until(task -> task.isIn(LanePhase.DONE), AHEAD.plus(windows()).plus(END));
            readClocks(after);
            return merged(benchmark);
        } finally {
            tasks.forEach(task -> forget(rest, task.id()));
            forget(rest, goId());
        }
    }

    private String goId() {
        return "go-" + target.topic();
    }

    /** Returns how long all windows of a sample take together. */
    private Duration windows() {
        ForkIterations iterations = setup.iterations();
        return CommonWindow.all(
                iterations.measurementIterations(),
                iterations.measurementTime().convertTo(TimeUnit.NANOSECONDS),
                CommonWindow.fillingNanos(scenario, tasks.size()));
    }

    private LaneOrder order(int host) {
        ForkIterations iterations = setup.iterations();
        return new LaneOrder(
                LaneOrder.PROTOCOL,
                tasks.get(host).id(),
                goId(),
                setup.request().file().coordinatorUrl(),
                LaneOrder.settings(scenario),
                host,
                tasks.size(),
                new LaneTarget(target.bootstrapServers(), target.topic(), target.seed()),
                setup.request().commandConfig(),
                new LaneIterations(
                        iterations.warmupIterations(),
                        iterations.warmupTime().convertTo(TimeUnit.NANOSECONDS),
                        iterations.measurementIterations(),
                        iterations.measurementTime().convertTo(TimeUnit.NANOSECONDS)));
    }

    /**
     * The start signal: a task that does nothing, whose own start is the common one. It is a time of the
     * wall clock, because that is all that Trogdor's tasks have; the coordinator is on this host, and
     * each lane subtracts its own offset from it.
     */
    private static Map<String, Object> go() {
        return Map.of(
                "class",
                NO_OP_SPEC,
                "startMs",
                System.currentTimeMillis() + AHEAD.toMillis(),
                "durationMs",
                AHEAD.toMillis());
    }

    private RunResult merged(Class<?> benchmark) throws HostFailure {
        List<LaneResult> results = new ArrayList<>();
        List<HostCounts> counts = new ArrayList<>();
        long ownShift = StartGate.epochNanos() - System.nanoTime();
        for (HostTask task : tasks) {
            LaneResult result = task.result().orElseThrow();
            results.add(result);
            long shift = result.clock().epochNanos() - result.clock().nanos();
            counts.add(new HostCounts(
                    result.counts(), shift - after.get(task.host()).nanos() - ownShift));
        }
        Optional<Straggler> straggler =
                Straggler.among(results.stream().map(LaneResult::counts).toList());
        if (straggler.isPresent()) {
            throw new HostFailure(
                    tasks.get(straggler.get().host()).host(), straggler.get().problem());
        }
        requireUndisturbed(results);
        return MergedResult.of(benchmark, scenario, setup.iterations(), MergedCounts.of(counts), results);
    }

    private void requireUndisturbed(List<LaneResult> results) throws HostFailure {
        List<HostMachine> machines = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            machines.add(new HostMachine(
                    tasks.get(i).facts().orElseThrow().bootId(), results.get(i).machine()));
        }
        Optional<DisturbedHost> disturbed =
                DisturbedHost.among(machines, setup.own().bootId(), setup.run().limits());
        if (disturbed.isPresent()) {
            throw new HostFailure(
                    tasks.get(disturbed.get().host()).host(), disturbed.get().problem());
        }
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

    /** Writes the row of each host. */
    void append(Function<HostTask, String> status, String reason) {
        for (HostTask task : tasks) {
            HostColumns.TABLE.append(
                    setup.run().rows(),
                    new HostRow(
                            setup.run().runId(),
                            target.topic(),
                            task.host(),
                            status.apply(task),
                            reason,
                            new HostOffsets(
                                    Optional.ofNullable(before.get(task.host())),
                                    Optional.ofNullable(after.get(task.host()))),
                            task.facts(),
                            task.result().map(this::measured)));
        }
    }

    private HostSample measured(LaneResult lane) {
        RunResult alone = MergedResult.of(LaneOrder.class, scenario, setup.iterations(), lane.counts(), List.of(lane));
        return new HostSample(
                ForkResult.from(alone, scenario.guarantee().acks()),
                lane,
                scenario.guarantee().acks());
    }
}
