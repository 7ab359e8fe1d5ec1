package io.producerbench.cli;

import io.producerbench.calibration.Calibration;
import io.producerbench.calibration.CalibrationRequest;
import io.producerbench.calibration.CalibrationText;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.failure.UsageException;
import io.producerbench.run.Progress;
import io.producerbench.run.RunGuard;
import io.producerbench.run.RunKind;
import java.io.PrintStream;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the harness itself costs on this machine. */
@CommandLine.Command(
        name = "calibrate",
        customSynopsis = "./run-bench.sh calibrate [options]%n",
        description = "Measure what this suite itself costs on this machine, and whether its numbers are true.",
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh calibrate",
            "  ./run-bench.sh calibrate --peers --blocks 6",
            "",
            "A MISS is information about this machine, not a failure: it says which numbers",
            "to distrust here, and the exit code stays 0.",
            "",
            "Exit codes: 0 measured, 1 our fault, 2 usage, 3 environment, 4 a sample that is",
            "not OK."
        })
final class CalibrateCommand implements Command {
    /** The smallest number that gives an interval. */
    private static final int BLOCKS = 6;

    /** More would take weeks. */
    private static final int MOST = 10_000;

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;
    private final BiFunction<CalibrationRequest, RunGuard, Calibration.CalibrationResult> calibration;

    @Option(
            names = "--peers",
            description = "Also compare with kafka-producer-perf-test and a naive benchmark, on three real brokers.")
    private boolean peers;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description = "How often everything is measured (default: " + BLOCKS + "); fewer give no interval.")
    private Integer blocks;

    @Option(
            names = "--discrimination",
            description = "Prove instead how often a comparison is wrong on this machine; takes about 45 minutes.")
    private boolean discrimination;

    @Option(
            names = "--comparisons",
            paramLabel = "N",
            description = "With --discrimination: equal pairs of arms to compare (default: 473, which can show 1 %%);"
                    + " a fifth as many with a slowdown of 5 %% and of 2 %%.")
    private Integer comparisons;

    @Mixin
    private WorkDirectoryOption workDirectory = new WorkDirectoryOption();

    @Mixin
    private ResumeOptions resume = new ResumeOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    CalibrateCommand(PrintStream out, PrintStream err, Progress progress) {
        this(out, err, progress, (request, guard) -> new Calibration(request, guard).run());
    }

    CalibrateCommand(
            PrintStream out,
            PrintStream err,
            Progress progress,
            BiFunction<CalibrationRequest, RunGuard, Calibration.CalibrationResult> calibration) {
        this.out = out;
        this.err = err;
        this.progress = progress;
        this.calibration = calibration;
    }

    @Override
    public ExitCode run() {
        resume.plan(RunKind.CALIBRATE, List.of(), List.of()).ifPresent(stopped -> {
            peers = (Boolean) stopped.get("peers");
            blocks = (Integer) stopped.get("blocks");
            run.resume(resume.directory().orElseThrow(), stopped);
        });
        RunGuard guard = run.guard("calibrate", out, progress);
        if (discrimination) {
            return new DiscriminationProof(out, err, guard).run(comparisons(), run.seed(), run.results());
        }
        CalibrationRequest request = new CalibrationRequest(
                peers,
                blocks(),
                run.seed(),
                run.brokerVersion(),
                Checkout.peerJars(),
                Checkout.home(),
                run.results(),
                workDirectory.of(ClusterKind.PROCESSES),
                resume.directory());
        Calibration.CalibrationResult outcome = guard.run(() -> calibration.apply(request, guard), measured -> {
            Command.print(out, CalibrationText.of(measured.findings()) + "\n");
            measured.notOk().forEach(sample -> err.println("not OK: " + sample));
            ReportFiles.atEnd(measured.directory(), err);
            guard.results(measured.directory());
        });
        return outcome.notOk().isEmpty() ? ExitCode.DONE : ExitCode.VERDICT;
    }

    private int comparisons() {
        if (peers || blocks != null) {
            throw new UsageException("--discrimination is a run of its own; leave out --peers and --blocks");
        }
        if (comparisons != null && (comparisons < 1 || comparisons > MOST)) {
            throw new UsageException("--comparisons: expected 1 to " + MOST + ", got: " + comparisons);
        }
        return comparisons == null ? DiscriminationProof.COMPARISONS : comparisons;
    }

    private int blocks() {
        if (comparisons != null) {
            throw new UsageException("--comparisons is for --discrimination; add that");
        }
        if (blocks == null) {
            return BLOCKS;
        }
        if (blocks < 1 || blocks > MOST) {
            throw new UsageException("--blocks: expected 1 to " + MOST + ", got: " + blocks);
        }
        return blocks;
    }
}
