package io.producerbench.cli;

import io.producerbench.compare.ExportFormat;
import io.producerbench.compare.RunSamples;
import io.producerbench.failure.UsageException;
import io.producerbench.results.RunFile;
import io.producerbench.text.NearestName;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes runs in the formats of other tools. Measures nothing. */
@CommandLine.Command(
        name = "export",
        customSynopsis = "./run-bench.sh export RUN... --format FORMAT [options]%n",
        description = {
            "Write the samples of RUNs for other tools: benchstat, Apache Otava (otava),",
            "github-action-benchmark (github-action) and jmh.morethan.io (jmh: the runs' own",
            "jmh-result.json, checked, side by side). A RUN is a directory, a samples.csv, the",
            "id of a run or a commit."
        },
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh export HEAD~1 HEAD --format benchstat",
            "  ./run-bench.sh export --format otava --output target/otava",
            "",
            "Exit codes: 0 written, 1 our fault, 2 usage or a damaged file, 3 environment."
        })
final class ExportCommand implements Command {
    private final PrintStream out;

    @Parameters(paramLabel = "RUN", arity = "0..*", description = "Runs; for otava by default all committed ones.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "benchstat, otava, github-action or jmh.")
    private String format = "";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where files are written, replacing those of the same name (default: target/export/FORMAT).")
    private Path output;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where runs and commits are looked for (default: results).")
    private Path results = Checkout.home().resolve("results");

    ExportCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public ExitCode run() {
        ExportFormat wanted = ExportFormat.of(format)
                .orElseThrow(() -> new UsageException("export: --format: expected one of "
                        + String.join(", ", ExportFormat.options()) + ", got '" + format + "'"
                        + NearestName.of(format, ExportFormat.options())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("")));
        Path directory = output == null
                ? Checkout.home().resolve("target/export").resolve(format)
                : RunOptions.directory("export: --output", output);
        List<RunSamples> runs = runs(wanted);
        runs.stream()
                .filter(run -> wanted != ExportFormat.JMH && !run.hasRates())
                .findFirst()
                .ifPresent(run -> {
                    throw new UsageException("export: " + run.name()
                            + ": expected samples of MaxRate or FixedRate, got none; name a sweep that has some");
                });
        write(directory, wanted.files(runs, RunOptions.display(directory)));
        out.println("results: " + RunOptions.display(directory));
        return ExitCode.DONE;
    }

    private List<RunSamples> runs(ExportFormat wanted) {
        RunFinder finder = new RunFinder("export", results.toAbsolutePath().normalize());
        if (!names.isEmpty()) {
            return names.stream().map(finder::samples).toList();
        }
        List<RunSamples> committed = wanted == ExportFormat.OTAVA ? finder.committed(false) : List.of();
        if (committed.isEmpty()) {
            throw new UsageException(
                    "export: expected a RUN, got none; as in ./run-bench.sh export HEAD --format " + wanted.option());
        }
        return committed;
    }

    private static void write(Path directory, Map<String, String> files) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
        files.forEach((name, text) -> RunFile.write(directory.resolve(name), text));
    }
}
