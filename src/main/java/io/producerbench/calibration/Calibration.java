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
import io.producerbench.failure.EnvironmentException;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.load.ClientVersion;
import io.producerbench.load.ProducerSettings;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.Progress;
import io.producerbench.run.RunStart;
import io.producerbench.run.ShutdownHook;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import io.producerbench.scenario.ScenarioGrid.Pacings;
import io.producerbench.sweep.BrokerWarmUp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

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
        RunStart start = RunStart.withForks(request.project(), Optional.empty());
        RunDirectory directory = RunDirectory.createForCalibration(request.results(), start.runId());
        CalibrationContext rig = new CalibrationContext(
                JmhArguments.parse(List.of()),
                start.jvm(),
                directory.scratch().toAbsolutePath(),
                request.seed(),
                progress);
        environment(start).write(directory);
        ArmLog log = new ArmLog(directory.calibrationSamples(), progress);
        List<Findings> parts = new ArrayList<>();
        try (ShutdownHook hook = ShutdownHook.onExit()) {
            parts.add(onStub(rig, log, start.identity(directory, STUB, "", request.seed())));
            if (request.peers()) {
                parts.add(onBrokers(
                        rig,
                        log,
                        hook,
                        start.identity(directory, CLUSTER.label(), request.brokerVersion(), request.seed())));
            }
            if (hook.isClosing()) {
                return new Outcome(directory.path(), List.of(), log.notOk());
            }
        }
        write(directory, start.at(), parts);
        List<CalibrationFinding> findings = parts.stream()
                .flatMap(part -> part.list().stream())
                .sorted(Comparator.comparing(CalibrationFinding::goal))
                .toList();
        return new Outcome(directory.path(), findings, log.notOk());
    }

    private EnvironmentReport environment(RunStart start) {
        Scenario scenario = Scenarios.acksAll(Scenario.UNPACED, Map.of());
        EnvironmentReport report = EnvironmentReport.of(start)
                .with("jvm_flags", Map.of("fork", start.jvm().flags(List.of())))
                .with(
                        "client",
                        Map.of("version", ClientVersion.read(), "settings", ProducerSettings.effective(scenario)))
                .with("blocks", request.blocks())
                .with("seed", request.seed());
        if (request.peers()) {
            String tools = request.peerJars().getFileName().toString();
            report.with("peers", Map.of("kafka_tools", tools, "brokers", request.brokerVersion()));
        }
        return report;
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

    private Findings onBrokers(CalibrationContext rig, ArmLog log, ShutdownHook hook, RunIdentity run) {
        Findings findings = new Findings(run);
        ClusterSpec spec = BrokerJars.spec(request.brokerVersion(), request.project());
        try (Cluster cluster = hook.add(CLUSTER.start(spec))) {
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
        return ScenarioGrid.expand(Map.of(Axis.MIN_INSYNC_REPLICAS, List.of("2")), new Pacings(true, false))
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
}
