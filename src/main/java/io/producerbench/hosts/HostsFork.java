package io.producerbench.hosts;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.FailedStepException;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.jmh.ForkRunner;
import io.producerbench.load.ForkConfig;
import io.producerbench.process.SettingsFile;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openjdk.jmh.results.RunResult;

/**
 * Runs one scenario on all load hosts at once, where {@code JmhFork} runs it here. It returns the
 * sum of what they measured, and appends one row for each host to {@code hosts.csv}.
 */
public final class HostsFork implements ForkRunner, AutoCloseable {
    private final HostsSetup setup;
    private Optional<CoordinatorProcess> coordinator = Optional.empty();

    /**
     * What a run tells its hosts' samples.
     *
     * @param handoverFile where the address and the topic of the next sample stand
     * @param rows {@code hosts.csv}
     * @param log of the coordinator
     * @param limits how much the machine of a load host may be disturbed
     * @param brokerProblem why a sample would wait in vain; empty while it would not
     * @param notes takes what a user should know about a host
     */
    public record HostsRun(
            String runId,
            Path handoverFile,
            Path rows,
            Path log,
            MachineLimits limits,
            Supplier<Optional<String>> brokerProblem,
            Consumer<String> notes) {
        /** Returns what the hosts of a run are told whose files are here. */
        public static HostsRun in(
                RunDirectory directory,
                Path handoverFile,
                MachineLimits limits,
                Supplier<Optional<String>> brokerProblem,
                Consumer<String> notes) {
            return new HostsRun(
                    directory.path().getFileName().toString(),
                    handoverFile,
                    directory.hosts(),
                    directory.scratch().resolve("coordinator.log"),
                    limits,
                    brokerProblem,
                    notes);
        }
    }

    /**
     * What all samples of a run have in common.
     *
     * @param own facts of this host, which every load host must share
     */
    record HostsSetup(HostsRequest request, ForkIterations iterations, HostsRun run, HostFacts own) {}

    public HostsFork(HostsRequest request, ForkIterations iterations, HostsRun run) {
        try {
            this.setup = new HostsSetup(request, iterations, run, HostFacts.of(request.project()));
        } catch (IOException e) {
            throw new EnvironmentException("cannot read benchmarks.jar of " + request.project(), e);
        }
    }

    /**
     * Returns what this use of a run's forks returns. The forks run on the load hosts if there are
     * any, and here otherwise.
     */
    public static <T> T during(
            Optional<HostsRequest> hosts,
            ForkIterations iterations,
            HostsRun run,
            Supplier<ForkRunner> here,
            Function<ForkRunner, T> use) {
        if (hosts.isEmpty()) {
            return use.apply(here.get());
        }
        try (HostsFork fork = new HostsFork(hosts.get(), iterations, run)) {
            return use.apply(fork);
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
        HostsSample sample = new HostsSample(
                setup, scenario, ForkConfig.of(SettingsFile.read(setup.run().handoverFile())));
        try {
            sample.readClocks();
            RunResult merged = sample.measure(coordinator(), benchmark);
            sample.append(task -> "OK", "");
            return merged;
        } catch (HostFailure e) {
            sample.append(task -> task.host().equals(e.host()) ? "FAILED" : "STOPPED", e.getMessage());
            throw new ForkFailure(e.getMessage(), e);
        } catch (IOException | FailedStepException | IllegalArgumentException e) {
            sample.append(task -> "STOPPED", e.getMessage());
            throw new ForkFailure("the coordinator of the load hosts: " + e.getMessage(), e);
        }
    }

    private CoordinatorProcess coordinator() {
        if (coordinator.filter(CoordinatorProcess::isAlive).isEmpty()) {
            coordinator.ifPresent(CoordinatorProcess::close);
            HostsRequest request = setup.request();
            coordinator = Optional.of(CoordinatorProcess.start(
                    request.file(),
                    TrogdorJars.in(request.project(), request.trogdorVersion()),
                    setup.run().log()));
        }
        return coordinator.get();
    }

    @Override
    public void close() {
        coordinator.ifPresent(CoordinatorProcess::close);
    }
}
