package io.producerbench.cli;

import io.producerbench.compare.RunSamples;
import io.producerbench.failure.UsageException;
import io.producerbench.plan.CapacityPlan;
import io.producerbench.plan.PlanEvidence;
import io.producerbench.plan.PlanQuestion;
import io.producerbench.plan.SweptRun;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the runs in these directories hold for a plan. */
record PlanRuns(List<RunDirectory> runs) {
    static PlanRuns of(List<String> names) {
        if (names.isEmpty()) {
            throw new UsageException("plan: expected directories of runs, got none; name them, as in ./run-bench.sh"
                    + " plan results/<run> --rate 200000 --record 1000");
        }
        return new PlanRuns(names.stream().map(PlanRuns::existing).toList());
    }

    private static RunDirectory existing(String name) {
        RunDirectory run = new RunDirectory(path(name).toAbsolutePath().normalize());
        if (name.isEmpty() || !Files.isDirectory(run.path())) {
            throw new UsageException("plan: " + name + ": expected the directory of a run, got "
                    + (Files.exists(run.path()) ? "a file" : "nothing of that name")
                    + "; the directories are in results");
        }
        boolean complete = Files.exists(run.summary())
                || Files.exists(run.guaranteesSummary())
                || Files.exists(run.curveSummary());
        if (!complete) {
            throw new UsageException("plan: " + RunOptions.display(run.path()) + ": expected a summary.csv, a"
                    + " guarantees-summary.csv or a curve-summary.csv, got none; name complete runs of sweep,"
                    + " guarantees or curve");
        }
        return run;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException(
                    "plan: " + name + ": expected a directory, got no possible name of one: " + e.getReason());
        }
    }

    /** Returns their names, in the order given. */
    private List<String> names() {
        return runs.stream()
                .map(run -> RunOptions.display(run.path()).toString())
                .toList();
    }

    /** Returns what these runs say of a load. */
    CapacityPlan plan(PlanQuestion question) {
        return CapacityPlan.of(question, evidence(), names());
    }

    /** Reads their files. Of what two runs have, the later one's comes first. */
    private PlanEvidence evidence() {
        List<SweptRun> sweeps = new ArrayList<>();
        List<ResultRow> trials = new ArrayList<>();
        List<ResultRow> curves = new ArrayList<>();
        for (RunDirectory run : runs) {
            if (Files.exists(run.summary())) {
                sweeps.add(new SweptRun(run.path().getFileName().toString(), rows(run.summary()), samples(run)));
            }
            trials.addAll(0, rows(run.guaranteesSummary()));
            curves.addAll(0, rows(run.curveSummary()));
        }
        return new PlanEvidence(sweeps, trials, curves);
    }

    /** Returns the samples, which a comparison would take too; none if the file is not there. */
    private static List<ResultRow> samples(RunDirectory run) {
        List<ResultRow> rows = rows(run.samples());
        return rows.isEmpty() ? rows : new RunSamples(run.path().toString(), rows).rows();
    }

    private static List<ResultRow> rows(Path file) {
        return Files.exists(file) ? ResultFile.read(file) : List.of();
    }
}
