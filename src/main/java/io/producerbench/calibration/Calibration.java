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
import io.producerbench.jmh.JmhFork;
import io.producerbench.load.ClientVersion;
import io.producerbench.load.ProducerSettings;
import io.producerbench.process.FailureWatch;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.RunIdentity;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.run.StartNotices;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import io.producerbench.sweep.BrokerWarmUp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures what the harness costs on this machine and whether its numbers are true, into one run
 * directory.
 */
public record Calibration(CalibrationRequest request, RunGuard guard) {
    /** Stands in the column of the kind of cluster. */
    private static final String STUB = "stub";

    private static final ClusterKind CLUSTER = ClusterKind.PROCESSES;
    private static final int WARM_UP_ROUNDS = 6;
    /** These numbers have no targets, so every third block is enough. */
    private static final int FOUR_WAYS_EVERY = 3;

    /** @param notOk the samples that cannot be used, with their reasons */
    public record CalibrationResult(Path directory, List<CalibrationFinding> findings, List<String> notOk) {}

    /**
     * Measures what the request asks for. When this returns or throws, every process that it
     * started is gone.
     *
     * @throws EnvironmentException if this machine cannot do it
     */
    public CalibrationResult run() {
        StartNotices.ofJvms(guard);
        if (request.peers()) {
            StartNotices.ofBrokers(CLUSTER, request.workDirectory(), PeerComparison.diskNeed(), guard);
        }
        RunStart start = RunStart.withForks(guard, request.project());
        RunPlan file = plan(start);
        RunDirectory directory = file.begin(guard, request.resumed(), request.results(), start.runId());
        ArmLog log = new ArmLog(directory, guard);
        CalibrationContext context = new CalibrationContext(
                JmhArguments.parse(List.of()),
                start.jvm().in(request.workDirectory().path()),
                directory,
                request.seed(),
                guard);
        environment(start).with(RunPlan.HASH, file.hash()).write(directory);
        List<Findings> parts = new ArrayList<>();
        parts.add(onStub(context, log, start.identity(directory, STUB, "", request.seed())));
        if (request.peers()) {
            parts.add(onBrokers(
                    context, log, start.identity(directory, CLUSTER.label(), request.brokerVersion(), request.seed())));
        }
        if (guard.isClosing()) {
            return new CalibrationResult(directory.path(), List.of(), log.notOk());
        }
        write(directory, start.at(), parts);
        log.discard();
        List<CalibrationFinding> findings = parts.stream()
                .flatMap(part -> part.list().stream())
                .sorted(Comparator.comparing(CalibrationFinding::check))
                .toList();
        return new CalibrationResult(directory.path(), findings, log.notOk());
    }

    private RunPlan plan(RunStart start) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("peers", request.peers());
        plan.put("blocks", request.blocks());
        plan.put("seed", request.seed());
        return RunPlan.of(RunKind.CALIBRATE, start.provenance(request.brokerVersion()), plan);
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
            report.with("peers", Map.of("kafka_tools", tools, "brokers", request.brokerVersion()))
                    .with("work_directory", EnvironmentReport.facts(request.workDirectory()));
        }
        return report;
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

    private Findings onBrokers(CalibrationContext context, ArmLog log, RunIdentity run) {
        Findings findings = new Findings(run);
        ClusterSpec spec =
                BrokerJars.spec(request.brokerVersion(), request.project()).in(request.workDirectory());
        Cluster cluster = guard.add(CLUSTER.start(spec));
        FailureWatch watch = FailureWatch.over(cluster::problem, JmhFork::endAll);
        try (cluster;
                watch) {
            FailureWatch.during(() -> BrokerWarmUp.run(cluster, mode -> true, WARM_UP_ROUNDS, guard), cluster::problem);
            Peers peers = new Peers(cluster, context.jvm(), request.peerJars());
            List<Scenario> scenarios = scenarios(transactions(context, log, peers));
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
     *
     * @param transactions how many records one of perf-test has, by record size
     */
    private static List<Scenario> scenarios(Map<?, ?> transactions) {
        return closedLoop().stream()
                .map(scenario -> scenario.guarantee().transactional()
                        ? scenario.with(
                                Axis.RECORDS_PER_TRANSACTION, String.valueOf(transactions.get(recordSize(scenario))))
                        : scenario)
                .toList();
    }

    private static List<Scenario> closedLoop() {
        return ScenarioGrid.expand(Map.of(Axis.MIN_INSYNC_REPLICAS, List.of("2")), Set.of(PacingKind.CLOSED_LOOP))
                .scenarios();
    }

    /** Measures the lengths of perf-test's transactions, once in a run. */
    private static Map<?, ?> transactions(CalibrationContext context, ArmLog log, Peers peers) {
        Path file = context.directory().peerTransactions();
        if (!Files.exists(file)) {
            Map<String, String> transactions = new TreeMap<>();
            closedLoop().stream()
                    .filter(scenario -> scenario.guarantee().transactional())
                    .forEach(scenario -> transactions.put(
                            recordSize(scenario),
                            PeerTransactions.matched(scenario, peers, context.scratch())
                                    .values()
                                    .get(Axis.RECORDS_PER_TRANSACTION)));
            RunFile.writeJson(file, transactions);
        }
        log.restOn(file);
        return RunFile.readJson(file);
    }

    private static String recordSize(Scenario scenario) {
        return String.valueOf(scenario.workload().recordSize());
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
