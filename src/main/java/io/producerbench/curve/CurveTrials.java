package io.producerbench.curve;

import io.producerbench.curve.TrialSampler.SampledTrial;
import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleRow;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.Progress;
import io.producerbench.run.TimeLeft;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.text.Durations;
import io.producerbench.text.Figures;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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
    private final int planned;
    private final Set<String> said = new HashSet<>();

    /** @param planned about how many trials there will be, to say how long they take */
    CurveTrials(
            CurveAgenda agenda,
            CurveRequest request,
            RunDirectory directory,
            FinishedRows<CurveTrial> rows,
            Progress progress,
            int planned) {
        this.agenda = agenda;
        this.request = request;
        this.directory = directory;
        this.rows = rows;
        this.progress = progress;
        this.planned = planned;
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
     * told to stop is not written, because what it suffered is no result. One that was not run, because
     * the brokers had died before it, is taken when there are new ones.
     *
     * @param isStopped true once the program was told to stop
     */
    void run(Function<Step, SampledTrial> sampler, BooleanSupplier isStopped) {
        TimeLeft timeLeft = TimeLeft.ofEqual(planned - rows.read().size());
        for (Optional<CurveTurn> next = agenda.next(); next.isPresent(); next = agenda.next()) {
            CurveTurn turn = next.get();
            SampledTrial sampled = sampler.apply(turn.step());
            if (isStopped.getAsBoolean()) {
                return;
            }
            if (!sampled.sample().row().wasRun()) {
                continue;
            }
            CurveTrial trial = new CurveTrial(
                    sampled.sample().row(),
                    turn.phase(),
                    turn.curve().maximum(),
                    request.goals(),
                    sampled.unrest().or(() -> request.dropRule().reason(sampled.sample())));
            append(trial);
            agenda.took(lastReading());
            timeLeft.done();
            say(turn, trial, timeLeft);
            sayUnreachable(turn.curve());
        }
    }

    private void say(CurveTurn turn, CurveTrial trial, TimeLeft timeLeft) {
        String line = line(turn, trial) + "  (about " + Durations.text(timeLeft.estimate()) + " left)";
        if (trial.dropped().isPresent()) {
            progress.report(line);
        } else {
            progress.passing(line);
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
