package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.plan.PlanFormat;
import io.producerbench.report.Source;
import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.report.claims.Claims;
import io.producerbench.report.cost.CostAndGuarantee;
import io.producerbench.report.page.AddedSection;
import io.producerbench.report.picture.PictureFiles;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a run found, for people. Measures nothing. */
@CommandLine.Command(
        name = "report",
        customSynopsis = "./run-bench.sh report DIR [--guarantees DIR]... [--baseline DIR]%n",
        description = {
            "Write what each mode costs in a sweep, and what happened to its records under each",
            "fault, to DIR/report.html and DIR/report.md, with every number in",
            "DIR/cost-and-guarantee.md and .csv. Any other run gets a report.html as well.",
            "With --rate and --record it has a section with what plan says of these runs."
        },
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh report results/20261123T175054Z-0dbaf3b",
            "  ./run-bench.sh report results/RUN --guarantees results/FAULTS",
            "  ./run-bench.sh report results/<sweep> --rate 20000 --record 1024",
            "",
            "Exit codes: 0 written, 1 our fault, 2 usage or a damaged file, 3 environment."
        })
final class ReportCommand implements Command {
    private static final String OPTION = "--guarantees ";

    private final PrintStream out;

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "The run directory.")
    private List<String> directories = new ArrayList<>();

    @Option(
            names = "--guarantees",
            paramLabel = "DIR",
            description = {
                "The run directory of the guarantees; without it the table has only the costs. Repeatable: if"
                        + " several runs have an experiment, the rows of the last one count."
            })
    private List<String> guarantees = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "The run directory of another sweep; the page says what differs from it.")
    private String baseline;

    @Mixin
    private PlanOptions plan = new PlanOptions("report");

    @Option(
            names = "--docs",
            description = "Make the tables of README.md, benchmarks.md and docs anew, from the runs that"
                    + " docs/sources.json names.")
    private boolean docs;

    ReportCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public ExitCode run() {
        if (docs) {
            if (!directories.isEmpty() || !guarantees.isEmpty() || baseline != null || plan.isAsked()) {
                throw new UsageException("report: --docs takes its runs from docs/sources.json, got more than --docs;"
                        + " give it alone");
            }
            return DocsReport.write(out);
        }
        RunDirectory run = new RunDirectory(directory());
        requirePictures(run.path().resolve(PictureFiles.DIRECTORY));
        boolean isSweep = Files.exists(run.summary()) || Files.exists(run.samples());
        return !isSweep && (run.hasRows() || run.isComplete()) ? withoutCosts(run) : ofSweep(run);
    }

    private static void requirePictures(Path pictures) {
        if (Files.exists(pictures) && !Files.isDirectory(pictures)) {
            throw new UsageException("report: " + RunOptions.display(pictures)
                    + ": expected a directory for the pictures, got a file; move it away");
        }
    }

    /** A run without costs has the page, its short form and the pictures. */
    private ExitCode withoutCosts(RunDirectory run) {
        guarantees();
        ReportFiles report = ReportFiles.of(run, guaranteeRuns(), added(run));
        report.write();
        PictureFiles.save(run, report.pictures()).forEach(out::println);
        out.println("results: " + RunOptions.display(run.path()));
        return ExitCode.DONE;
    }

    private ExitCode ofSweep(RunDirectory run) {
        Source sweep = source("", run, run.summary(), "a complete sweep; --resume DIR completes one that was stopped");
        Optional<Source> trials = guarantees();
        CostAndGuarantee table = CostAndGuarantee.of(sweep, trials);
        if (!table.hasCosts()) {
            return withoutCosts(run);
        }
        List<ClaimFinding> claims =
                trials.map(source -> Claims.of(source.rows(), settings())).orElse(List.of());
        String csv = table.csv();
        String page = table.markdown(claims);
        ReportFiles report = ReportFiles.of(run, guaranteeRuns(), added(run));
        RunFile.write(run.costAndGuarantee(), csv);
        RunFile.write(run.costAndGuaranteePage(), page);
        report.write();
        PictureFiles.save(run, report.pictures()).forEach(out::println);
        Command.print(out, page + "\n");
        out.println("results: " + RunOptions.display(run.path()));
        return ExitCode.DONE;
    }

    private Path directory() {
        if (directories.size() != 1) {
            throw new UsageException("report: expected the directory of one sweep, got "
                    + (directories.isEmpty() ? "none" : directories.size() + ": " + String.join(" ", directories))
                    + "; name it, as in ./run-bench.sh report results/<run>");
        }
        return existing("", directories.get(0));
    }

    private Optional<Source> guarantees() {
        if (guarantees.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Source.joined(guaranteeRuns().stream()
                .map(run -> source(OPTION, run, run.guaranteesSummary(), "a complete run of the guarantees"))
                .toList()));
    }

    private List<RunDirectory> guaranteeRuns() {
        return guarantees.stream()
                .map(directory -> new RunDirectory(existing(OPTION, directory)))
                .toList();
    }

    private List<ResultRow> settings() {
        return ReportFiles.settings(guaranteeRuns());
    }

    /** Returns what was asked for besides the run itself. */
    private List<AddedSection> added(RunDirectory run) {
        List<AddedSection> added = new ArrayList<>();
        if (plan.isAsked()) {
            List<String> runs = Stream.concat(Stream.of(run.path().toString()), guarantees.stream())
                    .toList();
            String text = PlanFormat.TEXT.write(PlanRuns.of(runs).plan(plan.question()));
            added.add(new AddedSection("plan", "What a load needs", text));
        }
        if (baseline != null) {
            RunDirectory base = new RunDirectory(existing("--baseline ", baseline));
            requireSamples("--baseline ", base);
            requireSamples("", run);
            added.add(ReportFiles.baseline(base, run));
        }
        return added;
    }

    private static void requireSamples(String option, RunDirectory run) {
        if (Files.notExists(run.samples())) {
            throw new UsageException("report: " + option + RunOptions.display(run.path()) + ": expected a "
                    + run.samples().getFileName() + ", got none; --baseline compares two sweeps");
        }
    }

    private static Path existing(String option, String name) {
        try {
            Path path = Path.of(name).toAbsolutePath().normalize();
            if (!name.isEmpty() && Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new UsageException("report: " + option + name
                    + ": expected a directory, got no possible name of one: " + e.getReason());
        }
        throw new UsageException("report: " + option + name + ": expected the directory of a run, got "
                + (Files.exists(Path.of(name)) && !name.isEmpty() ? "a file" : "nothing of that name")
                + "; the directories are in results");
    }

    private static Source source(String option, RunDirectory run, Path file, String needed) {
        if (Files.notExists(file)) {
            throw new UsageException("report: " + option + RunOptions.display(run.path()) + ": expected a "
                    + file.getFileName() + ", got none; name the directory of " + needed);
        }
        return new Source(RunOptions.display(run.path()).toString(), ResultFile.read(file));
    }
}
