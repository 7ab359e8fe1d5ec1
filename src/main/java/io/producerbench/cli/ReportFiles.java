package io.producerbench.cli;

import io.producerbench.compare.ComparisonText;
import io.producerbench.compare.RunComparison;
import io.producerbench.compare.RunSamples;
import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.report.claims.Claims;
import io.producerbench.report.page.PageInput;
import io.producerbench.report.page.ReportPage;
import io.producerbench.report.page.ReportText;
import io.producerbench.report.page.ReportedRun;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the report of a run into its directory. */
final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes the report at the end of a run. What goes wrong is one line, because the run has done
     * what it was asked for.
     */
    static void atEnd(Path directory, PrintStream err) {
        try {
            write(new RunDirectory(directory), List.of(), Optional.empty());
        } catch (RuntimeException e) {
            err.println("no report.html: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "; ./run-bench.sh report "
                    + RunOptions.display(directory) + " tries again");
        }
    }

    /** Writes {@code report.html} and {@code report.md}; both are made before either is written. */
    static void write(RunDirectory run, List<RunDirectory> guarantees, Optional<RunDirectory> baseline) {
        PageInput input = new PageInput(
                read(run),
                guarantees.stream().map(ReportFiles::read).toList(),
                claims(run, guarantees),
                baseline.map(base -> comparison(base, run)));
        String page = ReportPage.of(input);
        String text = ReportText.of(input);
        RunDirectory.write(run.reportPage(), page);
        RunDirectory.write(run.reportText(), text);
    }

    private static ReportedRun read(RunDirectory run) {
        return ReportedRun.read(RunOptions.display(run.path()).toString(), run);
    }

    private static String comparison(RunDirectory base, RunDirectory run) {
        return ComparisonText.of(RunComparison.of(samples(base), samples(run), Set.of()));
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
