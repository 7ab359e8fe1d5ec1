package io.producerbench.guarantees;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.guarantees.experiments.FinishedTrials;
import io.producerbench.guarantees.experiments.SettingsAnswer;
import io.producerbench.guarantees.experiments.SettingsCheck;
import io.producerbench.guarantees.experiments.SettingsColumns;
import io.producerbench.guarantees.experiments.SettingsRow;
import io.producerbench.guarantees.experiments.TrialCell;
import io.producerbench.guarantees.experiments.TrialCluster;
import io.producerbench.guarantees.experiments.TrialColumns;
import io.producerbench.guarantees.experiments.TrialResult.Told;
import io.producerbench.guarantees.experiments.TrialRow;
import io.producerbench.guarantees.experiments.TrialRunner;
import io.producerbench.load.ClientVersion;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.trials.TrialSummary;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.DiskNeed;
import io.producerbench.run.EnvironmentReport;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.FinishedRows.Gone;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.run.StartNotices;
import io.producerbench.run.TimeLeft;
import io.producerbench.text.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    private final List<Told> results = new ArrayList<>();
    private TimeLeft timeLeft = TimeLeft.ofEqual(0);

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
        RunPlan file = GuaranteesPlanFile.of(request, start.provenance(request.brokerVersion()));
        RunDirectory directory = file.begin(guard, request.resumed(), request.results(), start.runId());
        FinishedRows<TrialRow> rows = new FinishedRows<>(directory, directory.guarantees(), TABLE);
        FinishedTrials finished = FinishedTrials.of(rows.recover(Gone.REFUSED, guard), request.plan());
        results.addAll(finished.all());
        timeLeft = TimeLeft.ofEqual(request.plan().trials() - results.size());
        ClusterSpec spec = BrokerJars.spec(request.brokerVersion(), request.project())
                .withDocker(request.docker())
                .in(request.workDirectory());
        RunIdentity run =
                start.identity(directory, request.clusterKind().label(), request.brokerVersion(), request.seed());
        List<SettingsAnswer> answers =
                SettingsCheck.all().stream().map(SettingsAnswer::to).toList();
        FinishedRows<SettingsRow> settings = new FinishedRows<>(directory, directory.settings(), SETTINGS);
        writeSettings(settings, run, answers);
        guard.report("starting three brokers behind proxies, "
                + request.clusterKind().label() + ", Kafka " + request.brokerVersion());
        try (TrialCluster on = TrialCluster.start(request.clusterKind(), spec);
                TrialRunner trials = new TrialRunner(on, ledgers(directory), firstRun(), finished)) {
            guard.add(on.cluster());
            environment(start, on.cluster()).with(RunPlan.HASH, file.hash()).write(directory);
            for (List<TrialCell> event : request.plan().events()) {
                if (guard.isClosing()) {
                    break;
                }
                trials.run(event, result -> {
                    requireAlive(on);
                    take(rows, new TrialRow(run, result));
                });
                requireAlive(on);
            }
        }
        RunFile.write(directory.guaranteesSummary(), TrialSummary.of(directory).csv());
        rows.discard();
        settings.discard();
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

    /** Writes the answers that have no row yet. */
    private void writeSettings(FinishedRows<SettingsRow> rows, RunIdentity run, List<SettingsAnswer> answers) {
        int finished = rows.recover(Gone.REFUSED, guard).size();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        answers.stream()
                .skip(finished)
                .map(answer -> new SettingsRow(run, now, answer))
                .forEach(row -> rows.append(row, List.of()));
    }

    /** Throws if a broker is dead, because what a trial saw then is no result. */
    private static void requireAlive(TrialCluster on) {
        on.cluster().failure().ifPresent(death -> {
            throw new EnvironmentException("a broker died by itself: " + death);
        });
    }

    /**
     * Returns a directory without ledgers, because a run that was stopped may have left that of a
     * trial which is tried again.
     */
    private static Path ledgers(RunDirectory directory) {
        try {
            return Files.createTempDirectory(directory.scratch(), "ledgers-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a directory in " + directory.scratch(), e);
        }
    }

    /** Unlike any other run's, and as many after it are free as there can be trials. */
    private long firstRun() {
        return request.seed() << 32;
    }

    private void take(FinishedRows<TrialRow> rows, TrialRow row) {
        rows.append(row, List.of());
        results.add(row.result().told());
        timeLeft.done();
        guard.passing(String.format(
                Locale.ROOT,
                "%d of %d  %s  (%s left)",
                results.size(),
                request.plan().trials(),
                row.result().told().line(),
                Durations.text(timeLeft.estimate())));
    }

    private GuaranteesResult outcome(RunDirectory directory) {
        Set<TrialCell> told =
                results.stream().filter(Told::isValid).map(Told::cell).collect(Collectors.toSet());
        List<String> notAsExpected = results.stream()
                .filter(result -> result.isValid() ? !result.isAsExpected() : !told.contains(result.cell()))
                .map(Told::line)
                .toList();
        List<String> untold = results.stream()
                .filter(result -> !result.isValid())
                .map(Told::line)
                .toList();
        return new GuaranteesResult(directory.path(), notAsExpected, untold);
    }
}
