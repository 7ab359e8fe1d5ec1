package io.producerbench.suite;

import io.producerbench.calibration.CalibrationColumns;
import io.producerbench.calibration.CalibrationRow;
import io.producerbench.calibration.Finding;
import io.producerbench.calibration.Goal;
import io.producerbench.load.ClientVersion;
import io.producerbench.results.ClockCost;
import io.producerbench.results.CsvTable;
import io.producerbench.results.GitState;
import io.producerbench.results.Machine;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the harness itself costs on this machine, and whether its numbers are true, into one run directory. */
public final class Calibration {
    /** In the place of a kind of cluster. */
    private static final String STUB = "stub";

    private final CalibrationRequest request;
    private final Progress progress;

    public Calibration(CalibrationRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /** @param notOk the samples that cannot be used, with their reasons */
    public record Outcome(Path directory, List<Finding> findings, List<String> notOk) {}

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
        Rig rig = new Rig(
                JmhArguments.parse(List.of()), jvm, directory.scratch().toAbsolutePath(), request.seed(), progress);
        ArmLog log = new ArmLog(directory.calibrationSamples(), progress);
        Findings findings = new Findings();
        try (Closing closing = Closing.onExit()) {
            findings.add(Goal.CLOCK_COST, "System.nanoTime", ClockCost.measure().nanosPerCall());
            RunIdentity stub = identity(directory, git, jvm, STUB, "");
            new HarnessCost(rig, stub, log, findings).measure(request.blocks());
            new LatencyTruths(rig, stub, log, findings).measure(request.blocks());
            if (closing.isClosing()) {
                return new Outcome(directory.path(), List.of(), log.notOk());
            }
        }
        RunIdentity run = identity(directory, git, jvm, STUB, "");
        CsvTable<CalibrationRow> table = new CsvTable<>(CalibrationColumns.ALL);
        findings.list()
                .forEach(finding -> table.append(directory.calibration(), new CalibrationRow(run, startedAt, finding)));
        return new Outcome(directory.path(), findings.list(), log.notOk());
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
