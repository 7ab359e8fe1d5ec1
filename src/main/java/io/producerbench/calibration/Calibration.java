package io.producerbench.calibration;

import io.producerbench.calibration.peers.FourWays;
import io.producerbench.calibration.peers.PeerComparison;
import io.producerbench.calibration.peers.PeerTransactions;
import io.producerbench.calibration.peers.Peers;
import io.producerbench.calibration.peers.StallComparison;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.environment.ClockCost;
import io.producerbench.environment.GitState;
import io.producerbench.environment.Machine;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.jmh.JmhLock;
import io.producerbench.load.ClientVersion;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.Progress;
import io.producerbench.run.ShutdownHook;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import io.producerbench.scenario.ScenarioGrid.Pacings;
import io.producerbench.sweep.BrokerWarmUp;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Measures what the harness costs on this machine and whether its numbers are true, into one run
 * directory.
 */
public final class Calibration {
    /** Stands in the column of the kind of cluster. */
    private static final String STUB = "stub";

    private static final ClusterKind CLUSTER = ClusterKind.PROCESSES;
    private static final int WARM_UP_ROUNDS = 6;
    /** These numbers have no targets, so every third block is enough. */
    private static final int FOUR_WAYS_EVERY = 3;

    private final CalibrationRequest request;
    private final Progress progress;

    public Calibration(CalibrationRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /** @param notOk the samples that cannot be used, with their reasons */
    public record CalibrationResult(Path directory, List<CalibrationFinding> findings, List<String> notOk) {}

    /**
     * Measures what the request asks for. When this returns or throws, every process that it
     * started is gone.
     *
     * @throws EnvironmentException if this machine cannot do it
     */
    public CalibrationResult run() {
        JmhLock.requireFree();
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        GitState git = GitState.of(request.project());
        RunDirectory directory =
                RunDirectory.createForCalibration(request.results(), RunDirectory.runId(Instant.now(), git));
        ForkJvm jvm = ForkJvm.of(Optional.empty());
        CalibrationContext context = new CalibrationContext(
                JmhArguments.parse(List.of()), jvm, directory.scratch().toAbsolutePath(), request.seed(), progress);
        directory.writeJson(
                directory.environment(),
                EnvironmentReport.ofCalibration(
                        Machine.read(), git, jvm, request, Scenarios.acksAll(Scenario.UNPACED, Map.of())));
        ArmLog log = new ArmLog(directory.calibrationSamples(), progress);
        List<Findings> parts = new ArrayList<>();
        try (ShutdownHook closing = ShutdownHook.onExit()) {
            parts.add(onStub(context, log, identity(directory, git, jvm, STUB, "")));
            if (request.peers()) {
                parts.add(onBrokers(
                        context,
                        log,
                        closing,
                        identity(directory, git, jvm, CLUSTER.label(), request.brokerVersion())));
            }
            if (closing.isClosing()) {
                return new CalibrationResult(directory.path(), List.of(), log.notOk());
            }
        }
        write(directory, startedAt, parts);
        List<CalibrationFinding> findings = parts.stream()
                .flatMap(part -> part.list().stream())
                .sorted(Comparator.comparing(CalibrationFinding::check))
                .toList();
        return new CalibrationResult(directory.path(), findings, log.notOk());
    }

    private Findings onStub(CalibrationContext context, ArmLog log, RunIdentity run) {
        Findings findings = new Findings(run);
        findings.add(
                CalibrationCheck.CLOCK_COST,
                "System.nanoTime",
                ClockCost.measure().nanosPerCall());
        new HarnessCost(context, log, findings).measure(request.blocks());
        new LatencyAccuracy(context, log, findings).measure(request.blocks());
        return findings;
    }

    private Findings onBrokers(CalibrationContext context, ArmLog log, ShutdownHook closing, RunIdentity run) {
        Findings findings = new Findings(run);
        Path brokerJars = request.project().resolve("target/brokers").resolve(request.brokerVersion());
        ClusterSpec spec = ClusterSpec.of(request.brokerVersion(), brokerJars)
                .withFailedLogs(request.project().resolve("target/failed-start"));
        try (Cluster cluster = closing.add(CLUSTER.start(spec))) {
            BrokerWarmUp.run(cluster, mode -> true, WARM_UP_ROUNDS, progress);
            Peers peers = new Peers(cluster, context.jvm(), request.peerJars());
            List<Scenario> scenarios = scenarios(context, peers);
            PeerComparison comparison = new PeerComparison(context, log, findings, peers);
            FourWays fourWays = new FourWays(context, log, findings, peers);
            Random random = new Random(request.seed());
            for (int block = 1; block <= request.blocks(); block++) {
                comparison.measure(block, scenarios, random);
                if (block % FOUR_WAYS_EVERY == 1) {
                    int order = 2 * scenarios.size() + 1;
                    fourWays.measure(block, order);
                    new StallComparison(context, log, findings, peers).measure(block, order + FourWays.STEPS);
                }
            }
        }
        return findings;
    }

    /**
     * Returns every mode with both record sizes. Transactions are as long as those of perf-test.
     */
    private static List<Scenario> scenarios(CalibrationContext context, Peers peers) {
        return ScenarioGrid.expand(Map.of(Axis.MIN_INSYNC_REPLICAS, List.of("2")), new Pacings(true, false))
                .scenarios()
                .stream()
                .map(scenario -> scenario.guarantee().transactional()
                        ? PeerTransactions.matched(scenario, peers, context.scratch())
                        : scenario)
                .toList();
    }

    private static void write(RunDirectory directory, Instant startedAt, List<Findings> parts) {
        CsvTable<CalibrationRow> table = new CsvTable<>(CalibrationColumns.ALL);
        for (Findings part : parts) {
            for (CalibrationFinding finding : part.list()) {
                table.append(directory.calibration(), new CalibrationRow(part.run(), startedAt, finding));
            }
        }
    }

    private RunIdentity identity(
            RunDirectory directory, GitState git, ForkJvm jvm, String clusterKind, String brokerVersion) {
        Machine machine = Machine.read();
        return new RunIdentity(
                directory.path().getFileName().toString(),
                git.commit(),
                git.dirty(),
                clusterKind,
                brokerVersion,
                ClientVersion.read(),
                jvm.version(),
                machine.cpuModel().orElse(""),
                machine.logicalCores(),
                machine.capacityValid(),
                request.seed());
    }
}
