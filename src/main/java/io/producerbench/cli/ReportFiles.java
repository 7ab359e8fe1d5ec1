package io.producerbench.cli;

import io.producerbench.compare.ComparisonText;
import io.producerbench.compare.RunComparison;
import io.producerbench.compare.RunSamples;
import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.report.claims.Claims;
import io.producerbench.report.page.AddedSection;
import io.producerbench.report.page.PageInput;
import io.producerbench.report.page.ReportPage;
import io.producerbench.report.page.ReportText;
import io.producerbench.report.page.ReportedRun;
import io.producerbench.report.picture.Picture;
import io.producerbench.report.picture.Pictures;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The report of a run, made but not yet written, so that nothing is written if a file is damaged. */
record ReportFiles(RunDirectory run, List<Picture> pictures, String page, String text) {
    /**
     * Writes the report at the end of a run in which something was measured. What goes wrong is one
     * line, because the run has done what it was asked for.
     */
    static void atEnd(Path directory, PrintStream err) {
        RunDirectory run = new RunDirectory(directory);
        if (!run.hasRows()) {
            return;
        }
        try {
            of(run, List.of(), List.of()).write();
        } catch (RuntimeException e) {
            err.println("no report.html: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "; ./run-bench.sh report "
                    + RunOptions.display(directory) + " tries again");
        }
    }

    /**
     * Makes the report.
     *
     * @param guarantees runs of the guarantees
     * @param added what other features say of the run
     */
    static ReportFiles of(RunDirectory run, List<RunDirectory> guarantees, List<AddedSection> added) {
        List<Picture> pictures = Pictures.of(run, guarantees);
        PageInput input = new PageInput(
                read(run),
                guarantees.stream().map(ReportFiles::read).toList(),
                claims(run, guarantees),
                added,
                pictures);
        return new ReportFiles(run, pictures, ReportPage.of(input), ReportText.of(input));
    }

    /** Writes {@code report.html} and {@code report.md}. */
    void write() {
        RunFile.write(run.reportPage(), page);
        RunFile.write(run.reportText(), text);
    }

    private static ReportedRun read(RunDirectory run) {
        return ReportedRun.read(RunOptions.display(run.path()).toString(), run);
    }

    /** Returns what differs from another sweep. */
    static AddedSection baseline(RunDirectory base, RunDirectory run) {
        return new AddedSection(
                "baseline",
                "Beside the baseline",
                ComparisonText.of(RunComparison.of(samples(base), samples(run), Set.of())));
    }

    private static RunSamples samples(RunDirectory run) {
        return new RunSamples(RunOptions.display(run.path()).toString(), ResultFile.read(run.samples()));
    }

    private static List<ClaimFinding> claims(RunDirectory run, List<RunDirectory> guarantees) {
        List<RunDirectory> runs = Stream.concat(Stream.of(run), guarantees.stream())
                .filter(each -> Files.exists(each.guaranteesSummary()))
                .toList();
        List<ResultRow> rows = runs.stream()
                .flatMap(each -> ResultFile.read(each.guaranteesSummary()).stream())
                .toList();
        return rows.isEmpty() ? List.of() : Claims.of(rows, settings(runs));
    }

    /**
     * Returns the effective producer settings of the last run that has them; older runs have no
     * such file.
     */
    static List<ResultRow> settings(List<RunDirectory> runs) {
        return runs.stream()
                .map(RunDirectory::settings)
                .filter(Files::exists)
                .reduce((first, second) -> second)
                .map(ResultFile::read)
                .orElse(List.of());
    }
}
