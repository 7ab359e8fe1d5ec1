package io.producerbench.results;

import io.producerbench.environment.GitState;
import io.producerbench.latency.HistogramLog;
import io.producerbench.latency.Latency;
import io.producerbench.scenario.BlockPlan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of one run; the only class that knows its file names. Samples are appended one by one and are on the disk at
 * once; every other file appears whole or not at all.
 */
public record RunDirectory(Path path) {
    private static final CsvTable<SampleRow> SAMPLES = new CsvTable<>(SampleColumns.ALL);
    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** {@code <UTC time>-<sha7>[-dirty]}: sorts by time and names the code. */
    public static String runId(Instant start, GitState git) {
        return RUN_TIME.format(start) + "-" + git.shortCommit() + (git.dirty() ? "-dirty" : "");
    }

    /** A new, empty run directory under {@code results}. */
    public static RunDirectory create(Path results, String runId) {
        return create(results, runId, List.of("histograms"));
    }

    /** The same for a calibration, which keeps no histograms and begins with files that pass between processes. */
    public static RunDirectory createForCalibration(Path results, String runId) {
        return create(results, runId, List.of("scratch"));
    }

    /** The same for trials, which begin with their ledgers. */
    public static RunDirectory createForTrials(Path results, String runId) {
        return create(results, runId, List.of("scratch"));
    }

    /** The same for a comparison of two runs, which holds what came out and nothing else. */
    public static RunDirectory createForComparison(Path results, String runId) {
        return create(results, runId, List.of());
    }

    /** The same for a duet, whose arms may have to be asked for before the first pair. */
    public static RunDirectory createForDuet(Path results, String runId) {
        return create(results, runId, List.of("scratch"));
    }

    private static RunDirectory create(Path results, String runId, List<String> inside) {
        RunDirectory run = new RunDirectory(results.resolve(runId));
        try {
            Files.createDirectories(results);
            Files.createDirectory(run.path);
            for (String directory : inside) {
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

    /** What the client made of each combination of producer settings. */
    public Path settings() {
        return path.resolve("settings.csv");
    }

    /** The table of what each mode costs and what became of it, for programs. */
    public Path costAndGuarantee() {
        return path.resolve("cost-and-guarantee.csv");
    }

    /** The same for people. */
    public Path costAndGuaranteePage() {
        return path.resolve("cost-and-guarantee.md");
    }

    public Path comparison() {
        return path.resolve("comparison.csv");
    }

    /** The same for people. */
    public Path comparisonText() {
        return path.resolve("comparison.txt");
    }

    public Path duet() {
        return path.resolve("duet.csv");
    }

    public Path duetSummary() {
        return path.resolve("duet-summary.csv");
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

    public Path plan() {
        return path.resolve("plan.json");
    }

    /** For what is of use while the run lasts or when it failed: logs. Not kept in version control. */
    public Path scratch() {
        return path.resolve("scratch");
    }

    static String histogramName(Step step) {
        return String.format(
                Locale.ROOT, "block-%02d-%s.hlog", step.block(), step.scenario().name());
    }

    Path histogram(String name) {
        return path.resolve("histograms").resolve(name);
    }

    /** Writes the sample's histograms, then appends its row; when this returns the row is on the disk. */
    public void append(SampleRow row) {
        row.fork().ifPresent(fork -> writeHistograms(row, fork.latencies(), fork.seconds()));
        SAMPLES.append(samples(), row);
    }

    private void writeHistograms(SampleRow row, Map<Latency, Histogram> latencies, double seconds) {
        String comment = row.run().runId() + " block " + row.step().block() + " "
                + row.step().scenario().name();
        HistogramLog.write(
                histogram(histogramName(row.step())),
                comment,
                row.startedAt(),
                Duration.ofMillis(Math.round(seconds * 1e3)),
                latencies);
    }

    /** Writes {@code value} as indented JSON. */
    public void writeJson(Path file, Object value) {
        write(file, JSON.writeValueAsString(value) + "\n");
    }

    /** Reads back what {@link #writeJson} wrote. */
    public static Map<?, ?> readJson(Path file) {
        return JSON.readValue(file.toFile(), Map.class);
    }

    /** Computes the summary from what the directory holds, and writes it. */
    public Summary summarise() {
        List<ResultRow> rows = Files.exists(samples()) ? CsvTable.read(samples()) : List.of();
        Summary summary = Summary.of(rows, name -> HistogramLog.read(histogram(name)));
        write(summary(), summary.csv());
        return summary;
    }

    /** Computes the summary of the trials from what the directory holds, and writes it. */
    public TrialSummary summariseTrials() {
        List<ResultRow> trials = Files.exists(guarantees()) ? CsvTable.read(guarantees()) : List.of();
        TrialSummary summary = TrialSummary.of(trials);
        write(guaranteesSummary(), summary.csv());
        return summary;
    }

    /** Writes a file whole or not at all. */
    public static void write(Path file, String text) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
