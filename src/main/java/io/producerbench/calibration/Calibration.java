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
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
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
import java.util.Set;

/** What the harness itself costs on this machine, and whether its numbers are true, into one run directory. */
public final class Calibration {
    /** In the place of a kind of cluster. */
    private static final String STUB = "stub";

    private static final ClusterKind CLUSTER = ClusterKind.PROCESSES;
    private static final int WARM_UP_ROUNDS = 6;
    /** They are there to be looked at, not to be judged: fewer blocks will do. */
    private static final int FOUR_WAYS_EVERY = 3;

    private final CalibrationRequest request;
    private final Progress progress;

    public Calibration(CalibrationRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /** @param notOk the samples that cannot be used, with their reasons */
    public record Outcome(Path directory, List<CalibrationFinding> findings, List<String> notOk) {}

    /**
     * Measures what the request asks for. Whatever happens, every process it started is gone when it returns or throws.
     *
     * @throws EnvironmentException if this machine cannot do it
     */
    public Outcome run() {
        JmhLock.requireFree();
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        GitState git = GitState.of(request.project());
        RunDirectory directory =
                RunDirectory.createForCalibration(request.results(), RunDirectory.runId(Instant.now(), git));
        ForkJvm jvm = ForkJvm.of(Optional.empty());
        CalibrationContext rig = new CalibrationContext(
                JmhArguments.parse(List.of()), jvm, directory.scratch().toAbsolutePath(), request.seed(), progress);
        directory.writeJson(
                directory.environment(),
                EnvironmentReport.ofCalibration(
                        Machine.read(), git, jvm, request, Scenarios.acksAll(Scenario.UNPACED, Map.of())));
        ArmLog log = new ArmLog(directory.calibrationSamples(), progress);
        List<Findings> parts = new ArrayList<>();
        try (ShutdownHook closing = ShutdownHook.onExit()) {
            parts.add(onStub(rig, log, identity(directory, git, jvm, STUB, "")));
            if (request.peers()) {
                parts.add(onBrokers(
                        rig, log, closing, identity(directory, git, jvm, CLUSTER.label(), request.brokerVersion())));
            }
            if (closing.isClosing()) {
                return new Outcome(directory.path(), List.of(), log.notOk());
            }
        }
        write(directory, startedAt, parts);
        List<CalibrationFinding> findings = parts.stream()
                .flatMap(part -> part.list().stream())
                .sorted(Comparator.comparing(CalibrationFinding::goal))
                .toList();
        return new Outcome(directory.path(), findings, log.notOk());
    }

    private Findings onStub(CalibrationContext rig, ArmLog log, RunIdentity run) {
        Findings findings = new Findings(run);
        findings.add(
                CalibrationCheck.CLOCK_COST,
                "System.nanoTime",
                ClockCost.measure().nanosPerCall());
        new HarnessCost(rig, log, findings).measure(request.blocks());
        new LatencyAccuracy(rig, log, findings).measure(request.blocks());
        return findings;
    }

    private Findings onBrokers(CalibrationContext rig, ArmLog log, ShutdownHook closing, RunIdentity run) {
        Findings findings = new Findings(run);
        Path brokerJars = request.project().resolve("target/brokers").resolve(request.brokerVersion());
        ClusterSpec spec = ClusterSpec.of(request.brokerVersion(), brokerJars)
                .withFailedLogs(request.project().resolve("target/failed-start"));
        try (Cluster cluster = closing.add(CLUSTER.start(spec))) {
            BrokerWarmUp.run(cluster, mode -> true, WARM_UP_ROUNDS, progress);
            Peers peers = new Peers(cluster, rig.jvm(), request.peerJars());
            List<Scenario> scenarios = scenarios(rig, peers);
            PeerComparison comparison = new PeerComparison(rig, log, findings, peers);
            FourWays fourWays = new FourWays(rig, log, findings, peers);
            Random random = new Random(request.seed());
            for (int block = 1; block <= request.blocks(); block++) {
                comparison.measure(block, scenarios, random);
                if (block % FOUR_WAYS_EVERY == 1) {
                    int order = 2 * scenarios.size() + 1;
                    fourWays.measure(block, order);
                    new StallComparison(rig, log, findings, peers).measure(block, order + FourWays.STEPS);
                }
            }
        }
        return findings;
    }

    /** Every mode with both record sizes; transactions as long as perf-test's. */
    private static List<Scenario> scenarios(CalibrationContext rig, Peers peers) {
        return ScenarioGrid.expand(Map.of(Axis.MIN_INSYNC_REPLICAS, List.of("2")), Set.of(PacingKind.CLOSED_LOOP))
                .scenarios()
                .stream()
                .map(scenario -> scenario.guarantee().transactional()
                        ? PeerTransactions.matched(scenario, peers, rig.scratch())
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
