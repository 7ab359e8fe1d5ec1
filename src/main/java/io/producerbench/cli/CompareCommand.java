package io.producerbench.cli;

import io.producerbench.compare.ComparisonColumns;
import io.producerbench.compare.ComparisonText;
import io.producerbench.compare.HiddenDimension;
import io.producerbench.compare.RunComparison;
import io.producerbench.environment.GitState;
import io.producerbench.failure.UsageException;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.text.NearestName;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two sweeps. Measures nothing. */
@CommandLine.Command(
        name = "compare",
        customSynopsis = "./run-bench.sh compare BASE NEW [options]%n",
        description = {
            "Compare two sweeps that were made one after the other, cell by cell: faster,",
            "slower, equal or inconclusive. BASE and NEW are each the directory of a sweep,",
            "a samples.csv, or a commit with a sweep in results. The comparison is written",
            "to comparison.csv and comparison.txt in a new directory.",
            "docs/comparing.md says how to read it."
        },
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh compare HEAD~1 HEAD",
            "  ./run-bench.sh compare results/BASE results/NEW --across cpu_model",
            "",
            "Exit codes: 0 written, 1 our fault, 2 usage, a damaged file or nothing that can",
            "be compared, 3 environment, 4 slower (with --fail-on-regression)."
        })
final class CompareCommand implements Command {
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    @Parameters(paramLabel = "BASE NEW", arity = "0..*", description = "Directories, files or commits.")
    private List<String> sides = new ArrayList<>();

    @Option(
            names = "--across",
            paramLabel = "COLUMNS",
            split = ",",
            description = {
                "Columns in which BASE and NEW may differ:",
                "cpu_model, cores, jdk, cluster_kind, hosts,",
                "broker_version, client_version,",
                "schema_version (default: none)."
            })
    private List<String> across = new ArrayList<>();

    @Option(names = "--fail-on-regression", description = "Exit code 4 if a rate or a 99th percentile is slower.")
    private boolean failOnRegression;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where commits are looked for and the directory is made (default: results).")
    private Path results = Checkout.home().resolve("results");

    CompareCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    @Override
    public ExitCode run() {
        if (sides.size() != 2) {
            throw new UsageException("compare: expected BASE and NEW, got "
                    + (sides.isEmpty() ? "neither" : sides.size() + ": " + String.join(" ", sides))
                    + "; as in ./run-bench.sh compare HEAD~1 HEAD");
        }
        Set<HiddenDimension> dimensions = dimensions();
        RunFinder finder = new RunFinder("compare", RunOptions.directory("compare: --results", results));
        RunComparison comparison =
                RunComparison.of(finder.samples(sides.get(0)), finder.samples(sides.get(1)), dimensions);
        ComparabilityCheck.require(comparison);
        String text = ComparisonText.of(comparison);
        RunDirectory written = write(comparison, text);
        Command.print(out, text);
        out.println("results: " + RunOptions.display(written.path()));
        return verdict(comparison);
    }

    private Set<HiddenDimension> dimensions() {
        Set<HiddenDimension> dimensions = EnumSet.noneOf(HiddenDimension.class);
        for (String column : across) {
            dimensions.add(HiddenDimension.of(column)
                    .orElseThrow(() -> new UsageException("compare: --across " + column + ": expected some of "
                            + String.join(",", HiddenDimension.names()) + ", got '" + column + "'"
                            + NearestName.of(column, HiddenDimension.names())
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse(""))));
        }
        return dimensions;
    }

    private RunDirectory write(RunComparison comparison, String text) {
        Path directory = results.toAbsolutePath().normalize();
        String id = freeId(directory);
        String csv = ComparisonColumns.csv(comparison, id);
        RunDirectory run = RunDirectory.create(directory, id);
        RunFile.write(run.comparison(), csv);
        RunFile.write(run.comparisonText(), text);
        return run;
    }

    /**
     * Returns a run id that is not taken, because two comparisons within a second would have the
     * same one.
     */
    private String freeId(Path directory) {
        GitState git = GitState.of(Checkout.home());
        Instant time = clock.instant();
        while (Files.exists(directory.resolve(RunDirectory.runId(time, git)))) {
            time = time.plusSeconds(1);
        }
        return RunDirectory.runId(time, git);
    }

    private ExitCode verdict(RunComparison comparison) {
        if (failOnRegression && comparison.hasRegression()) {
            err.println("run-bench: compare: at least one cell is slower; the table says which");
            return ExitCode.VERDICT;
        }
        return ExitCode.DONE;
    }
}
