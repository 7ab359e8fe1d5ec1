package io.producerbench.calibration;

import io.producerbench.jmh.ForkFailure;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.sample.Status;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.FinishedRows.Gone;
import io.producerbench.run.Progress;
import io.producerbench.scenario.BlockPlan.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs arms, writes a row for each arm as soon as it has ended, and collects the samples that are
 * not OK.
 */
public final class ArmLog {
    private static final CsvTable<ArmSample> TABLE = new CsvTable<>(ArmSampleColumns.ALL);

    private final RunDirectory directory;
    private final FinishedRows<ArmSample> rows;
    private final Iterator<ResultRow> finished;
    private final Progress progress;
    private final List<String> notOk = new ArrayList<>();
    private final List<Path> shared = new ArrayList<>();
    private int taken;

    /** Opens the log of a run that begins, or that goes on. */
    ArmLog(RunDirectory directory, Progress progress) {
        this.directory = directory;
        this.rows = new FinishedRows<>(directory, directory.calibrationSamples(), TABLE);
        this.finished = rows.recover(Gone.REFUSED, progress).iterator();
        this.progress = progress;
    }

    /** Runs one arm. */
    public interface Work {
        /** @throws ForkFailure if the arm gives no numbers */
        ArmReadings run() throws ForkFailure;
    }

    /**
     * Runs an arm and writes its row. Returns its readings, or empty if it failed; then the row
     * says why. An arm that was finished before the run was stopped is not run again.
     */
    public Optional<ArmReadings> take(Findings findings, Step step, Arm arm, Work work) {
        Path file = directory.arm(++taken);
        if (finished.hasNext()) {
            return again(findings, finished.next(), step, arm);
        }
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int before = findings.size();
        ArmSample sample;
        try {
            sample = ArmSample.ok(findings.run(), startedAt, step, arm, work.run());
        } catch (ForkFailure e) {
            sample = ArmSample.failed(findings.run(), startedAt, step, arm, e.getMessage());
        }
        RunFile.writeJson(file, new KeptArm(sample.readings(), findings.since(before)));
        List<Path> files = new ArrayList<>(shared);
        files.add(file);
        rows.append(sample, files);
        return told(sample);
    }

    /** Takes what a finished arm gave from its files. Its row must be that of this arm. */
    private Optional<ArmReadings> again(Findings findings, ResultRow row, Step step, Arm arm) {
        row.require(row.requireInt(SampleKeys.BLOCK) == step.block(), SampleKeys.BLOCK, "" + step.block());
        row.require(row.text(ArmSampleColumns.ARM).equals(arm.label()), ArmSampleColumns.ARM, arm.label());
        KeptArm kept = RunFile.readJson(directory.arm(taken), KeptArm.class);
        findings.addAll(kept.values());
        String reason = row.text(SampleKeys.STATUS_REASON);
        if (!reason.isEmpty()) {
            notOk.add(line(ArmSample.failed(findings.run(), Instant.EPOCH, step, arm, reason)));
        }
        return reason.isEmpty() ? Optional.of(kept.readings()) : Optional.empty();
    }

    private Optional<ArmReadings> told(ArmSample sample) {
        if (sample.status() == Status.OK) {
            progress.passing(line(sample));
            return Optional.of(sample.readings());
        }
        progress.report(line(sample));
        notOk.add(line(sample));
        return Optional.empty();
    }

    /** Makes all further rows rest on this file too. */
    void restOn(Path file) {
        shared.add(file);
    }

    /** Removes what only an unfinished run needs. */
    void discard() {
        rows.discard();
    }

    List<String> notOk() {
        return List.copyOf(notOk);
    }

    private static String line(ArmSample sample) {
        String what = "block " + sample.step().block() + "  " + sample.arm().label() + "  "
                + sample.step().scenario().guarantee().mode() + " "
                + sample.step().scenario().workload().recordSize() + " B  ";
        double rate = sample.readings()
                .logEndRecordsPerSecond()
                .orElse(sample.readings().recordsPerSecond().orElse(Double.NaN));
        return what
                + (sample.status() == Status.OK
                        ? String.format(Locale.ROOT, "%,.0f records/s", rate)
                        : sample.statusReason());
    }
}
