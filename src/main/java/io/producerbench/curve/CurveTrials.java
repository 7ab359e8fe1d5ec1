package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleRow;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.Progress;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import io.producerbench.text.Figures;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes the trials in the order of the agenda, and writes each into the file at once. What the
 * agenda is told comes from the row that was written.
 */
final class CurveTrials {
    private final CurveAgenda agenda;
    private final CurveRequest request;
    private final RunDirectory directory;
    private final FinishedRows<CurveTrial> rows;
    private final Progress progress;
    private final Set<String> said = new HashSet<>();

    CurveTrials(
            CurveAgenda agenda,
            CurveRequest request,
            RunDirectory directory,
            FinishedRows<CurveTrial> rows,
            Progress progress) {
        this.agenda = agenda;
        this.request = request;
        this.directory = directory;
        this.rows = rows;
        this.progress = progress;
    }

    /** Tells the agenda the rows that are finished. */
    void replay() {
        for (ResultRow row : rows.read()) {
            CurveTurn turn = agenda.next()
                    .orElseThrow(() -> new EnvironmentException(
                            row.file() + ": line " + row.line() + " is of a trial that the plan does not have"));
            turn.require(row);
            agenda.took(TrialReading.of(row));
        }
    }

    /**
     * Takes trials until the agenda is empty or the run is told to stop. A trial during which it was
     * told to stop is not written, because what it suffered is no result.
     *
     * @param isStopped true once the program was told to stop
     * @param brokerFailure why the brokers can no longer be used; empty while all of them live
     * @throws EnvironmentException if a broker dies; the run can go on then
     */
    void run(Function<Step, Sample> sampler, BooleanSupplier isStopped, Supplier<Optional<String>> brokerFailure) {
        for (Optional<CurveTurn> next = agenda.next(); next.isPresent(); next = agenda.next()) {
            CurveTurn turn = next.get();
            Sample sample = sampler.apply(turn.step());
            if (isStopped.getAsBoolean()) {
                return;
            }
            brokerFailure.get().ifPresent(failure -> {
                throw new EnvironmentException("a broker died: " + failure);
            });
            CurveTrial trial = new CurveTrial(
                    sample.row(),
                    turn.phase(),
                    turn.curve().maximum(),
                    request.goals(),
                    request.dropRule().reason(sample));
            append(trial);
            agenda.took(lastReading());
            progress.report(line(turn, trial));
            sayUnreachable(turn.curve());
        }
    }

    private void append(CurveTrial trial) {
        List<Path> files = directory.keepHistograms(trial.sample()).stream().toList();
        rows.append(trial, files);
    }

    private TrialReading lastReading() {
        List<ResultRow> all = rows.read();
        return TrialReading.of(all.get(all.size() - 1));
    }

    private static String line(CurveTurn turn, CurveTrial trial) {
        SampleRow row = trial.sample();
        String what = trial.dropped()
                .map(reason -> "dropped: " + reason)
                .orElseGet(() -> row.recordsPerSecond().map(Figures::whole).orElse("?") + " records/s"
                        + trial.late().map(late -> ", late " + late.text()).orElse(""));
        return "block " + turn.step().block() + "  " + turn.phase().label() + "  "
                + turn.step().scenario().name() + "  " + what;
    }

    private void sayUnreachable(ModeCurve curve) {
        for (LatencyGoal goal : request.goals()) {
            String mode = curve.scenario().guarantee().mode().label();
            if (curve.isUnreachable(goal) && said.add(curve.scenario().name() + goal)) {
                progress.report(mode + ": " + goal + " is below what this cluster gives at " + ModeCurve.LADDER.get(0)
                        + " % of its maximum, so no rate is searched for");
            }
        }
    }
}
