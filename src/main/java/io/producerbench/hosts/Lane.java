package io.producerbench.hosts;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.benchmarks.MaxRate;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.hosts.LaneResult.HostClock;
import io.producerbench.hosts.LaneStatus.LanePhase;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhFork;
import io.producerbench.jmh.JmhLock;
import io.producerbench.latency.CompressedHistograms;
import io.producerbench.latency.HistogramLog;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.LoadShare;
import io.producerbench.load.StartGate;
import io.producerbench.process.SettingsFile;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One host's part of a sample: a JMH fork, held at a {@link StartGate} until the common start.
 *
 * <p>It goes on only while its coordinator lists its task as running. So a lane whose driver,
 * coordinator or link has died ends by itself.
 */
final class Lane {
    private static final long POLL_MS = 100;
    private static final long STATUS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LaneOrder order;
    private final Path home;
    private final Path directory;
    private final StartGate gate;
    private final RestClient coordinator;
    private final Consumer<LaneStatus> statuses;
    private final LaneTask task;
    private LanePhase phase = LanePhase.WARMING;
    private HostFacts facts;
    private long aheadNanos;
    private long sequence;
    private long nextStatus = System.nanoTime();

    private Lane(LaneOrder order, Path home, Path directory, Consumer<LaneStatus> statuses) {
        this.order = order;
        this.home = home;
        this.directory = directory;
        this.gate = new StartGate(directory);
        this.coordinator = RestClient.of(order.coordinator());
        this.statuses = statuses;
        this.task = new LaneTask(coordinator, order.taskId());
    }

    /**
     * Runs the lane to its end.
     *
     * @param configs the directory with client settings; empty if there is none
     * @throws EnvironmentException if it must not run, or gave no result; its message says why
     */
    static void run(LaneOrder order, Path home, Optional<Path> configs, Consumer<LaneStatus> statuses)
            throws IOException, InterruptedException {
        JmhLock.ignore(); // because several hosts may be one machine
        new Lane(order, home, journalled(order, home), statuses).run(client(order, configs));
    }

    /**
     * Returns the lane's directory. Trogdor tells an agent that was restarted to run its tasks from
     * the beginning, and then it is there already.
     */
    private static Path journalled(LaneOrder order, Path home) throws IOException {
        Path lanes = Files.createDirectories(home.resolve("target/lanes"));
        try {
            return Files.createDirectory(lanes.resolve(order.taskId()));
        } catch (FileAlreadyExistsException e) {
            throw new EnvironmentException("task " + order.taskId()
                    + " has run here before: its agent was restarted meanwhile, and the load must not begin again");
        }
    }

    private static Map<String, String> client(LaneOrder order, Optional<Path> configs) {
        if (order.commandConfig().isEmpty()) {
            return Map.of();
        }
        Path file = configs.orElseThrow(() -> new EnvironmentException("the agent was started without"
                        + " --client-configs, and the sample needs " + order.commandConfig()))
                .resolve(order.commandConfig());
        if (!Files.isReadable(file)) {
            throw new EnvironmentException("there is no file " + order.commandConfig() + " in --client-configs");
        }
        return SettingsFile.read(file).values();
    }

    private void run(Map<String, String> client) throws IOException, InterruptedException {
        CompletableFuture<ForkResult> fork = CompletableFuture.supplyAsync(() -> fork(client));
        try (LaneWatch watch = LaneWatch.start()) {
            while (!fork.isDone()) {
                proceed();
                if (System.nanoTime() - nextStatus >= 0) {
                    nextStatus += STATUS_NANOS;
                    task.requireRunning();
                    say(null);
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            say(result(fork, watch));
        }
    }

    private void proceed() throws IOException {
        if (phase == LanePhase.WARMING && gate.isReady()) {
            facts = HostFacts.of(home);
            // Before the lane is ready, because it asks fifty times and the start must not wait for it.
            aheadNanos = -ClockOffset.measure(coordinator, "coordinator").nanos();
            phase = LanePhase.READY;
            say(null);
        } else if (phase == LanePhase.READY) {
            Optional<Long> t0 = task.startOf(order.goId());
            if (t0.isPresent()) {
                // The coordinator's clock says when; ours may be ahead of it.
                gate.open(TimeUnit.MILLISECONDS.toNanos(t0.get()) + aheadNanos);
                phase = LanePhase.RUNNING;
            }
        }
    }

    private void say(LaneResult result) {
        statuses.accept(new LaneStatus(result == null ? phase : LanePhase.DONE, sequence++, facts, result));
    }

    private LaneResult result(CompletableFuture<ForkResult> fork, LaneWatch watch) throws IOException {
        ForkResult measured;
        try {
            measured = fork.join();
        } catch (CompletionException e) {
            throw new EnvironmentException(e.getCause().getMessage(), e);
        }
        Path log = directory.resolve("lane.hlog");
        HistogramLog.write(log, order.taskId(), measured.counts().opened(), measured.lines());
        return new LaneResult(
                measured.counts(),
                CompressedHistograms.of(measured.latencies()),
                measured.jmhScore(),
                gate.lateNanos(),
                new HostClock(StartGate.epochNanos(), System.nanoTime()),
                watch.load(measured.counts().windows()),
                log.toString());
    }

    private ForkResult fork(Map<String, String> client) {
        Scenario scenario = order.scenario();
        Path handover = directory.resolve("handover.properties");
        new ForkConfig(
                        order.target().bootstrapServers(),
                        order.target().topic(),
                        order.target().seed(),
                        client,
                        new LoadShare(order.host(), order.hosts(), Optional.of(directory)))
                .write(handover);
        try {
            JmhFork fork = new JmhFork(
                    new CommandLineOptions(),
                    iterations(),
                    ForkJvm.of(Optional.empty()).in(directory),
                    handover,
                    directory.resolve("jmh.log"));
            Class<?> benchmark = scenario.pacing() instanceof ClosedLoop ? MaxRate.class : FixedRate.class;
            return ForkResult.from(
                    fork.run(benchmark, scenario), scenario.guarantee().acks());
        } catch (ForkFailure | CommandLineOptionException e) {
            throw new EnvironmentException(e.getMessage(), e);
        } finally {
            handover.toFile().delete(); // it may hold secrets
        }
    }

    private ForkIterations iterations() {
        LaneOrder.LaneIterations times = order.iterations();
        return new ForkIterations(
                times.warmups(),
                TimeValue.nanoseconds(times.warmupNanos()),
                times.measurements(),
                TimeValue.nanoseconds(times.measurementNanos()));
    }
}
