package io.producerbench.guarantees;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.guarantees.experiments.SettingsAnswer;
import io.producerbench.guarantees.experiments.SettingsCheck;
import io.producerbench.guarantees.experiments.SettingsColumns;
import io.producerbench.guarantees.experiments.SettingsRow;
import io.producerbench.guarantees.experiments.TrialCell;
import io.producerbench.guarantees.experiments.TrialCluster;
import io.producerbench.guarantees.experiments.TrialColumns;
import io.producerbench.guarantees.experiments.TrialResult;
import io.producerbench.guarantees.experiments.TrialRow;
import io.producerbench.guarantees.experiments.TrialRunner;
import io.producerbench.load.ClientVersion;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.trials.TrialSummary;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.DiskNeed;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunStart;
import io.producerbench.run.StartNotices;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each setting really guarantees: trials under faults, into one run directory. */
public final class GuaranteesRun {
    private static final CsvTable<TrialRow> TABLE = new CsvTable<>(TrialColumns.ALL);
    private static final CsvTable<SettingsRow> SETTINGS = new CsvTable<>(SettingsColumns.ALL);

    private final GuaranteesRequest request;
    private final RunGuard guard;
    private final List<TrialResult> results = new ArrayList<>();

    public GuaranteesRun(GuaranteesRequest request, RunGuard guard) {
        this.request = request;
        this.guard = guard;
    }

    /**
     * @param notAsExpected trials that came out as they must not, and settings of which no trial
     *     told anything, each in one line
     * @param untold trials that told nothing
     */
    public record GuaranteesResult(Path directory, List<String> notAsExpected, List<String> untold) {}

    /**
     * Runs the plan. Whatever happens, every process it started is gone when it returns or throws.
     *
     * @throws EnvironmentException if this machine cannot do it
     */
    public GuaranteesResult run() {
        request.clusterKind().requireAvailable();
        StartNotices.ofJvms(guard);
        StartNotices.ofBrokers(request.clusterKind(), request.workDirectory(), DiskNeed.ofFewRecords(), guard);
        RunStart start = RunStart.withoutForks(guard, request.project());
        RunDirectory directory =
                guard.made(RunDirectory.create(request.results(), start.runId(), RunDirectory.SCRATCH));
        ClusterSpec spec = BrokerJars.spec(request.brokerVersion(), request.project())
                .withDocker(request.docker())
                .in(request.workDirectory());
        RunIdentity run =
                start.identity(directory, request.clusterKind().label(), request.brokerVersion(), request.seed());
        List<SettingsAnswer> answers =
                SettingsCheck.all().stream().map(SettingsAnswer::to).toList();
        writeSettings(directory, run, answers);
        guard.report("starting three brokers behind proxies, "
                + request.clusterKind().label() + ", Kafka " + request.brokerVersion());
        try (TrialCluster on = TrialCluster.start(request.clusterKind(), spec);
                TrialRunner trials = new TrialRunner(on, directory.scratch(), firstRun())) {
            guard.add(on.cluster());
            environment(start, on.cluster()).write(directory);
            for (List<TrialCell> event : request.plan().events()) {
                if (guard.isClosing()) {
                    break;
                }
                trials.run(event, result -> take(directory, new TrialRow(run, result)));
                on.cluster().failure().ifPresent(death -> {
                    throw new EnvironmentException("a broker died that nobody killed: " + death);
                });
            }
        }
        RunDirectory.write(
                directory.guaranteesSummary(), TrialSummary.of(directory).csv());
        return outcome(directory);
    }

    /**
     * Returns what {@code environment.json} says. The clients run in this JVM, and each trial
     * chooses their settings.
     */
    private EnvironmentReport environment(RunStart start, Cluster cluster) {
        return EnvironmentReport.of(start)
                .withBrokerJdk(cluster)
                .with("jvm_flags", Map.of("broker", cluster.brokerJvmFlags()))
                .with("client", Map.of("version", ClientVersion.read()))
                .with("brokers", EnvironmentReport.brokers(cluster))
                .with("tier", request.tier())
                .with("trials", request.plan().trials())
                .with("seed", request.seed());
    }

    private static void writeSettings(RunDirectory directory, RunIdentity run, List<SettingsAnswer> answers) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<SettingsRow> rows = answers.stream()
                .map(answer -> new SettingsRow(run, now, answer))
                .toList();
        RunDirectory.write(directory.settings(), SETTINGS.text(rows));
    }

    /** Unlike any other run's, and as many after it are free as there can be trials. */
    private long firstRun() {
        return request.seed() << 32;
    }

    private void take(RunDirectory directory, TrialRow row) {
        TABLE.append(directory.guarantees(), row);
        results.add(row.result());
        guard.report(String.format(
                Locale.ROOT, "%d of %d  %s", results.size(), request.plan().trials(), line(row.result())));
    }

    private GuaranteesResult outcome(RunDirectory directory) {
        Set<TrialCell> told = results.stream()
                .filter(TrialResult::isValid)
                .map(TrialResult::cell)
                .collect(Collectors.toSet());
        List<String> notAsExpected = results.stream()
                .filter(result -> result.isValid() ? !result.isAsExpected() : !told.contains(result.cell()))
                .map(GuaranteesRun::line)
                .toList();
        List<String> untold = results.stream()
                .filter(result -> !result.isValid())
                .map(GuaranteesRun::line)
                .toList();
        return new GuaranteesResult(directory.path(), notAsExpected, untold);
    }

    private static String line(TrialResult result) {
        TrialCell cell = result.cell();
        return cell.experiment() + "  " + cell.guarantee().mode() + "  min.insync.replicas="
                + cell.guarantee().minInsyncReplicas()
                + (cell.variant().isEmpty() ? "" : "  " + cell.variant()) + "  " + result.verdict()
                + result.reason().transform(reason -> reason.isEmpty() ? "" : "  " + reason);
    }
}
