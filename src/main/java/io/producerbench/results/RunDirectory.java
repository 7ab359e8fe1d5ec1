package io.producerbench.results;

import io.producerbench.environment.GitState;
import io.producerbench.latency.HistogramLog;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.BlockPlan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory of one run. No other class knows the names of its files. A finished row is on the
 * disk as soon as it is appended. Every other file is a {@link RunFile}.
 */
public record RunDirectory(Path path) {
    /** The subdirectory of the samples' histograms. */
    public static final String HISTOGRAMS = "histograms";

    /** The subdirectory of logs and of files that pass between processes. */
    public static final String SCRATCH = "scratch";

    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Returns {@code <UTC time>-<sha7>[-dirty]}. Such names sort by time and name the code. */
    public static String runId(Instant start, GitState git) {
        return RUN_TIME.format(start) + "-" + git.shortCommit() + (git.dirty() ? "-dirty" : "");
    }

    /**
     * Creates the directory of a new run under {@code results}.
     *
     * @param subdirectories those that the run fills without creating them: {@link #HISTOGRAMS},
     *     {@link #SCRATCH} or none
     * @throws UncheckedIOException if the directory exists, because a run never writes into the
     *     directory of another
     */
    public static RunDirectory create(Path results, String runId, String... subdirectories) {
        RunDirectory run = new RunDirectory(results.resolve(runId));
        try {
            // Java 17 would take a link to a directory for a file.
            if (!Files.isDirectory(results)) {
                Files.createDirectories(results);
            }
            Files.createDirectory(run.path);
            for (String directory : subdirectories) {
                Files.createDirectory(run.path.resolve(directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the run directory " + run.path, e);
        }
        return run;
    }

    public Path samples() {
        return path.resolve("samples.csv");
    }

    public Path summary() {
        return path.resolve("summary.csv");
    }

    public Path calibration() {
        return path.resolve("calibration.csv");
    }

    public Path calibrationSamples() {
        return path.resolve("calibration-samples.csv");
    }

    public Path guarantees() {
        return path.resolve("guarantees.csv");
    }

    public Path guaranteesSummary() {
        return path.resolve("guarantees-summary.csv");
    }

    /** Returns the file of how Kafka's client answered each combination of producer settings. */
    public Path settings() {
        return path.resolve("settings.csv");
    }

    /** Returns the table of what each mode costs and which anomalies it had, for programs. */
    public Path costAndGuarantee() {
        return path.resolve("cost-and-guarantee.csv");
    }

    /** Returns the same table for people. */
    public Path costAndGuaranteePage() {
        return path.resolve("cost-and-guarantee.md");
    }

    /** Returns the page that people look at. */
    public Path reportPage() {
        return path.resolve("report.html");
    }

    /** Returns the same in short, for people who read on a forge. */
    public Path reportText() {
        return path.resolve("report.md");
    }

    public Path comparison() {
        return path.resolve("comparison.csv");
    }

    /** Returns the same comparison for people. */
    public Path comparisonText() {
        return path.resolve("comparison.txt");
    }

    public Path duet() {
        return path.resolve("duet.csv");
    }

    public Path duetSummary() {
        return path.resolve("duet-summary.csv");
    }

    /** What each load host gave, of a run with {@code --hosts}. */
    public Path hosts() {
        return path.resolve("hosts.csv");
    }

    public Path curve() {
        return path.resolve("curve.csv");
    }

    public Path curveSummary() {
        return path.resolve("curve-summary.csv");
    }

    public Path discrimination() {
        return path.resolve("discrimination.csv");
    }

    public Path discriminationBlocks() {
        return path.resolve("discrimination-blocks.csv");
    }

    public Path jmhResult() {
        return path.resolve("jmh-result.json");
    }

    public Path environment() {
        return path.resolve("environment.json");
    }

    /**
     * Returns where the next environment is written: {@code environment.json}, or a further file
     * for each time that the run goes on, because its environment may differ.
     */
    public Path nextEnvironment() {
        Path file = environment();
        for (int part = 2; Files.exists(file); part++) {
            file = path.resolve("environment-" + part + ".json");
        }
        return file;
    }

    public Path plan() {
        return path.resolve("plan.json");
    }

    /**
     * Returns the directory of files that are needed only during the run or after a failure. It is
     * not in version control.
     */
    public Path scratch() {
        return path.resolve(SCRATCH);
    }

    /** Returns the directory of what profilers wrote. It is not in version control. */
    public Path profiles() {
        return path.resolve("profiles");
    }

    /** Returns the file of the digests of this table's rows, which only an unfinished run has. */
    public Path journal(Path table) {
        return scratch().resolve(table.getFileName() + ".journal");
    }

    /** Returns the file of what the arm of this number gave, until the calibration is complete. */
    public Path arm(int number) {
        return scratch().resolve(String.format(Locale.ROOT, "arm-%04d.json", number));
    }

    /** Returns the file of how many records a peer commits at a time, for the same time. */
    public Path peerTransactions() {
        return scratch().resolve("peer-transactions.json");
    }

    /** Returns the file that is locked by the one program that may write into this directory. */
    public Path lock() {
        return scratch().resolve("run.lock");
    }

    /** Returns true if something was measured: a sample, a pair, a trial or a comparison. */
    public boolean hasRows() {
        return Stream.of(samples(), duet(), curve(), guarantees(), calibrationSamples(), discriminationBlocks())
                .anyMatch(Files::exists);
    }

    /** Returns true if the run came to its end. The file that says so is written last. */
    public boolean isComplete() {
        return Stream.of(summary(), duetSummary(), curveSummary(), guaranteesSummary(), calibration(), discrimination())
                .anyMatch(Files::exists);
    }

    /** When this returns, the directory is gone. */
    public void discard() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the run directory " + path + ", which holds no results", e);
        }
    }

    static String histogramName(Step step) {
        return String.format(
                Locale.ROOT,
                "block-%02d-%s%s.hlog",
                step.block(),
                step.scenario().name(),
                step.attempt() == 1 ? "" : "-attempt-" + step.attempt());
    }

    /** Returns the histogram log of this name, which {@code histogram_file} gives. */
    public Path histogram(String name) {
        return path.resolve(HISTOGRAMS).resolve(name);
    }

    /**
     * Writes the sample's histograms, and returns their file. Without histograms it returns empty,
     * and removes what an attempt that a crash cut off has left.
     */
    public Optional<Path> keepHistograms(SampleRow row) {
        if (row.fork().isEmpty()) {
            delete(histogram(histogramName(row.step())));
        }
        return row.fork().map(fork -> writeHistograms(row, fork));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private Path writeHistograms(SampleRow row, ForkResult fork) {
        Path file = histogram(histogramName(row.step()));
        String comment = row.run().runId() + " block " + row.step().block() + " "
                + row.step().scenario().name();
        HistogramLog.write(file, comment, fork.counts().opened(), row.logLines(fork));
        return file;
    }
}
