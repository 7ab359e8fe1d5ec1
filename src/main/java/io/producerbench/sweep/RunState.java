package io.producerbench.sweep;

import io.producerbench.failure.UsageException;
import io.producerbench.jmh.JmhResultStore;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleColumns;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.Cause;
import io.producerbench.results.sample.Status;
import io.producerbench.results.sample.Validity;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.FinishedRows.Gone;
import io.producerbench.run.Progress;
import io.producerbench.run.RunPlan;
import io.producerbench.run.RunStart;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/**
 * How far a run has come. Its directory tells: {@code plan.json} says what is to be done,
 * {@code samples.csv} says what was done.
 */
final class RunState {
    private final RunDirectory directory;
    private final SweepPlan plan;
    private final RunPlan file;
    private final JmhResultStore jmhResults;
    private final FinishedRows<SampleRow> finished;

    private RunState(RunDirectory directory, SweepPlan plan, RunPlan file) {
        this.directory = directory;
        this.plan = plan;
        this.file = file;
        this.jmhResults = JmhResultStore.in(directory.scratch().resolve("jmh"));
        this.finished = new FinishedRows<>(directory, directory.samples(), new CsvTable<>(SampleColumns.ALL));
    }

    /**
     * Opens a new run, or the run that is to be resumed.
     *
     * @throws UsageException if the run to be resumed has another plan or another provenance, or is
     *     damaged
     */
    static RunState open(SweepRequest request, SweepPlan plan, RunStart start, Progress progress) {
        RunPlan file = PlanFile.of(request, plan, start.provenance(request.brokerVersion()));
        if (request.resumed().isPresent()) {
            RunDirectory directory = new RunDirectory(request.resumed().get());
            file.requireSame(directory);
            RunState state = new RunState(directory, plan, file);
            state.finished.recover(Gone.MEASURED_AGAIN, progress);
            return state;
        }
        RunDirectory directory = RunDirectory.create(request.results(), start.runId(), RunDirectory.HISTOGRAMS);
        file.write(directory);
        return new RunState(directory, plan, file);
    }

    RunDirectory directory() {
        return directory;
    }

    /** Returns the hash of the plan. */
    String planHash() {
        return file.hash();
    }

    String runId() {
        return directory.path().getFileName().toString();
    }

    Path handoverFile() {
        return directory.scratch().resolve("handover.properties").toAbsolutePath();
    }

    /** Returns what is left to be taken, the attempts of all rows considered. */
    Agenda agenda() {
        Agenda agenda = new Agenda(plan.blocks().steps());
        Map<String, Step> steps = plan.blocks().steps().stream()
                .collect(Collectors.toMap(step -> step.block() + "/" + step.orderInBlock(), Function.identity()));
        for (ResultRow row : rows()) {
            Step step = steps.get(row.text(SampleKeys.BLOCK) + "/" + row.text(SampleKeys.ORDER_IN_BLOCK));
            agenda.took(step, validity(row));
        }
        return agenda;
    }

    private static Validity validity(ResultRow row) {
        String cause = row.textIfAny(SampleKeys.STATUS_CAUSE);
        return new Validity(
                Status.valueOf(row.text(SampleKeys.STATUS)),
                row.text(SampleKeys.STATUS_REASON),
                cause.isEmpty() ? Optional.empty() : Optional.of(Cause.valueOf(cause.toUpperCase(Locale.ROOT))));
    }

    private List<ResultRow> rows() {
        return finished.read();
    }

    /** Appends the row of a sample. One that was not run gets none, because that is no result. */
    void append(Sample sample) {
        if (!sample.row().wasRun()) {
            return;
        }
        jmhResults.forget(sample.row().step());
        List<Path> files = new ArrayList<>();
        directory.keepHistograms(sample.row()).ifPresent(files::add);
        // JMH knows no status and would average a sample that is not OK in.
        sample.jmh()
                .filter(result -> sample.row().status() == Status.OK)
                .ifPresent(result -> files.add(jmhResults.keep(sample.row().step(), result)));
        finished.append(sample.row(), files);
    }

    List<RunResult> jmhResults() {
        return jmhResults.all();
    }

    /** Removes what only an unfinished run needs. */
    void discardUnfinished() {
        jmhResults.discard();
        finished.discard();
        try {
            Files.deleteIfExists(handoverFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + handoverFile(), e);
        }
    }
}
