package io.producerbench.sweep;

import io.producerbench.failure.UsageException;
import io.producerbench.jmh.JmhResultStore;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.Status;
import io.producerbench.run.Provenance;
import io.producerbench.run.RunStart;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;

/**
 * How far a run has come. Its directory tells: {@code plan.json} says what is to be done,
 * {@code samples.csv} says what was done.
 */
final class RunState {
    private final RunDirectory directory;
    private final SweepPlan plan;
    private final JmhResultStore jmhResults;

    private RunState(RunDirectory directory, SweepPlan plan) {
        this.directory = directory;
        this.plan = plan;
        this.jmhResults = JmhResultStore.in(directory.scratch().resolve("jmh"));
    }

    /**
     * Opens a new run, or the run that is to be resumed.
     *
     * @throws UsageException if the run to be resumed has another plan or another provenance
     */
    static RunState open(SweepRequest request, SweepPlan plan, RunStart start) {
        Provenance provenance = start.provenance(request.brokerVersion());
        if (request.resumed().isPresent()) {
            RunDirectory directory = new RunDirectory(request.resumed().get());
            PlanFile.requireSame(directory, plan, provenance);
            if (Files.exists(directory.samples())) {
                CsvTable.cutTornRow(directory.samples());
            }
            return new RunState(directory, plan);
        }
        RunDirectory directory = RunDirectory.create(request.results(), start.runId(), RunDirectory.HISTOGRAMS);
        RunState state = new RunState(directory, plan);
        directory.writeJson(directory.plan(), PlanFile.of(request, plan, provenance));
        return state;
    }

    RunDirectory directory() {
        return directory;
    }

    String runId() {
        return directory.path().getFileName().toString();
    }

    /**
     * Returns {@code environment.json}, or a further file for a run that is resumed, because its
     * environment may differ.
     */
    Path environmentFile() {
        Path file = directory.environment();
        for (int part = 2; Files.exists(file); part++) {
            file = directory.path().resolve("environment-" + part + ".json");
        }
        return file;
    }

    Path handoverFile() {
        return directory.scratch().resolve("handover.properties").toAbsolutePath();
    }

    /**
     * Returns the file that lists this run's topics on an existing cluster. It stays, so that a
     * resumed run can delete them.
     */
    Path topicJournal() {
        return directory.scratch().resolve("topics.journal").toAbsolutePath();
    }

    /** Returns the steps that have no row yet, in order. */
    List<Step> left() {
        Set<String> done = new HashSet<>();
        rows().forEach(row -> done.add(row.text(SampleKeys.BLOCK) + "/" + row.text(SampleKeys.ORDER_IN_BLOCK)));
        return plan.blocks().steps().stream()
                .filter(step -> !done.contains(step.block() + "/" + step.orderInBlock()))
                .toList();
    }

    List<String> notOkSoFar() {
        return rows().stream()
                .filter(row -> !row.text(SampleKeys.STATUS).equals("OK"))
                .map(row -> "block " + row.text(SampleKeys.BLOCK) + " cell " + row.text(SampleKeys.ORDER_IN_BLOCK) + " "
                        + row.text(SampleKeys.STATUS) + ": " + row.text(SampleKeys.STATUS_REASON))
                .toList();
    }

    private List<ResultRow> rows() {
        return Files.exists(directory.samples()) ? CsvTable.read(directory.samples()) : List.of();
    }

    void append(Sample sample) {
        // JMH knows no status and would average a sample that is not OK in.
        sample.jmh()
                .filter(result -> sample.row().status() == Status.OK)
                .ifPresent(result -> jmhResults.keep(sample.row().step(), result));
        directory.append(sample.row());
    }

    List<RunResult> jmhResults() {
        return jmhResults.all();
    }

    /** Removes what only an unfinished run needs. */
    void discardUnfinished() {
        jmhResults.discard();
        try {
            Files.deleteIfExists(handoverFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + handoverFile(), e);
        }
    }
}
