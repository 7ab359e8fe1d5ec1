package io.producerbench.report.page;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.SampleKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run directory holds, read once.
 *
 * @param folder the name of the directory in the report
 * @param tables at least one, the one that says most first
 * @param environment of {@code environment.json}; empty if there is none
 * @param gone the files that the run wrote and that are not there, each with what the report lacks
 *     for it
 */
public record ReportedRun(
        String folder, RunDirectory directory, List<RunTable> tables, Map<?, ?> environment, List<String> gone) {
    /**
     * Reads a run directory.
     *
     * @throws io.producerbench.results.ResultFileException if one of its files cannot be used
     */
    public static ReportedRun read(String folder, RunDirectory run) {
        List<RunTable> tables =
                files(run).filter(Files::exists).map(ReportedRun::table).toList();
        if (tables.isEmpty()) {
            throw new ResultFileException(folder
                    + ": expected a file of results, got none; name the directory of a run that measured something");
        }
        Map<?, ?> environment =
                Files.exists(run.environment()) ? RunFile.readJson(run.environment()) : new LinkedHashMap<>();
        return new ReportedRun(folder, run, tables, environment, gone(run, tables));
    }

    private static List<String> gone(RunDirectory run, List<RunTable> tables) {
        List<String> gone = new ArrayList<>();
        if (Files.exists(run.summary()) && !Files.exists(run.samples())) {
            gone.add("samples.csv, so there are no ratios to acks=1 and no single samples");
        }
        List<String> histograms = tables.stream()
                .filter(table -> table.name().equals(run.samples().getFileName().toString())) // others draw none
                .flatMap(table -> table.rows().stream())
                .map(row -> row.textIfAny(SampleKeys.HISTOGRAM_FILE))
                .filter(name -> name.matches("[^/\\\\]+\\.hlog")) // anything else is refused where it is read
                .toList();
        long missing = histograms.stream()
                .filter(name -> !Files.exists(run.histogram(name)))
                .count();
        if (missing > 0) {
            gone.add(missing + " of " + histograms.size() + " files in " + RunDirectory.HISTOGRAMS
                    + ", which its rows name; pictures that are drawn from them lack their samples");
        }
        return gone;
    }

    private static Stream<Path> files(RunDirectory run) {
        return Stream.of(
                run.summary(),
                run.guaranteesSummary(),
                run.duetSummary(),
                run.curveSummary(),
                run.calibration(),
                run.discrimination(),
                run.samples(),
                run.guarantees(),
                run.duet(),
                run.curve(),
                run.calibrationSamples());
    }

    private static RunTable table(Path file) {
        return new RunTable(file.getFileName().toString(), ResultFile.read(file), sha256(file));
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    List<ResultRow> summary() {
        return rows(directory.summary());
    }

    List<ResultRow> samples() {
        return rows(directory.samples());
    }

    /** Returns the rows of one of its files; none if it has no such file. */
    List<ResultRow> rows(Path file) {
        return tables.stream()
                .filter(table -> table.name().equals(file.getFileName().toString()))
                .findFirst()
                .map(RunTable::rows)
                .orElse(List.of());
    }

    /** Returns the cell that all rows of the run share; empty if it has none. */
    String shared(ColumnKey column) {
        return tables.get(0).rows().get(0).textIfAny(column);
    }

    /** Returns the file whose digest names what was measured: the rows, not what was made of them. */
    Optional<RunTable> measured() {
        return Stream.of(
                        directory.samples(),
                        directory.guarantees(),
                        directory.duet(),
                        directory.curve(),
                        directory.calibrationSamples())
                .flatMap(file -> tables.stream()
                        .filter(table -> table.name().equals(file.getFileName().toString())))
                .findFirst()
                .or(() -> tables.stream().findFirst());
    }
}
