package io.producerbench.calibration;

import io.producerbench.jmh.ForkFailure;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.sample.Status;
import io.producerbench.run.Progress;
import io.producerbench.scenario.BlockPlan.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs arms, writes a row for each arm as soon as it has ended, and collects the samples that are
 * not OK.
 */
public final class ArmLog {
    private static final CsvTable<ArmSample> TABLE = new CsvTable<>(ArmSampleColumns.ALL);

    private final Path file;
    private final Progress progress;
    private final List<String> notOk = new ArrayList<>();

    ArmLog(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Runs one arm. */
    public interface Work {
        /** @throws ForkFailure if the arm gives no numbers */
        ArmReadings run() throws ForkFailure;
    }

    /**
     * Runs an arm and writes its row. Returns its readings, or empty if it failed; then the row
     * says why.
     */
    public Optional<ArmReadings> take(RunIdentity run, Step step, Arm arm, Work work) {
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            ArmSample sample = ArmSample.ok(run, startedAt, step, arm, work.run());
            TABLE.append(file, sample);
            progress.report(line(sample));
            return Optional.of(sample.readings());
        } catch (ForkFailure e) {
            ArmSample sample = ArmSample.failed(run, startedAt, step, arm, e.getMessage());
            TABLE.append(file, sample);
            progress.report(line(sample));
            notOk.add(line(sample));
            return Optional.empty();
        }
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
