package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shows that what is asserted on recorded runs notices each fault, by planting it in a copy of a
 * good one.
 */
class RecordedRunFaultsTest {
    private static final Path SWEEP = Path.of("results/20261126T152449Z-a5f89e1");
    private static final int ROWS = 27;
    private static final Path CALIBRATION = Path.of("results/20261126T212054Z-3ea4eaf");
    private static final int ARMS = 202;
    private static final Path GUARANTEES = Path.of("results/20261126T151533Z-f971c92");
    private static final int CELLS = 13;

    @TempDir
    Path directory;

    @Test
    void a_good_run_has_no_fault() {
        assertThat(RecordedRun.ofAny(SWEEP, ROWS)).isEmpty();
        assertThat(RecordedRun.ofAny(CALIBRATION, ARMS)).isEmpty();
        assertThat(RecordedRun.ofAny(GUARANTEES, CELLS)).isEmpty();
    }

    @Test
    void another_count_than_expected_is_noticed() {
        assertThat(RecordedRun.ofAny(SWEEP, ROWS + 1)).hasSize(1);
        assertThat(RecordedRun.ofAny(CALIBRATION, ARMS - 1)).hasSize(1);
        assertThat(RecordedRun.ofAny(GUARANTEES, CELLS + 1)).hasSize(1);
    }

    @Test
    void a_directory_without_a_run_is_noticed() {
        assertThat(RecordedRun.ofAny(directory, 0)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "sweep, summary.csv",
        "sweep, jmh-result.json",
        "sweep, environment.json",
        "sweep, plan.json",
        "calibration, calibration.csv",
        "calibration, environment.json",
        "guarantees, guarantees-summary.csv",
        "guarantees, settings.csv",
        "guarantees, environment.json"
    })
    void an_empty_and_a_missing_file_are_noticed(String kind, String file) throws IOException {
        Path copy = copy(kind);
        Files.writeString(copy.resolve(file), "");
        assertThat(check(kind, copy)).hasSize(1).allMatch(complaint -> complaint.contains(file));

        Files.delete(copy.resolve(file));
        assertThat(check(kind, copy)).hasSize(1).allMatch(complaint -> complaint.contains(file));
    }

    @Test
    void a_missing_histogram_log_is_noticed() throws IOException {
        Path copy = copy("sweep");
        try (Stream<Path> logs = Files.list(copy.resolve("histograms"))) {
            Files.delete(logs.findFirst().orElseThrow());
        }

        assertThat(check("sweep", copy)).hasSize(1).allMatch(complaint -> complaint.contains("histogram log"));
    }

    @Test
    void a_missing_row_and_a_row_twice_are_noticed() throws IOException {
        Path copy = copy("sweep");
        Path samples = copy.resolve("samples.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(samples));
        String last = lines.remove(lines.size() - 1);
        Files.write(samples, lines);
        assertThat(check("sweep", copy)).hasSize(2);

        lines.set(lines.size() - 1, last);
        lines.add(last.replaceFirst("T\\d\\d:", "T23:"));
        Files.write(samples, lines);
        assertThat(check("sweep", copy))
                .anyMatch(complaint -> complaint.contains("each attempt at a planned sample once"));
    }

    @ParameterizedTest
    @CsvSource({
        "sweep, samples.csv, status, FAILED, no FAILED row",
        "sweep, samples.csv, log_end_delta, 1, acknowledged and log_end_delta",
        "calibration, calibration-samples.csv, status, INVALID, every arm to be OK",
        "guarantees, guarantees.csv, as_expected, false, come out as they must"
    })
    void a_wrong_cell_is_noticed(String kind, String file, String column, String value, String complaint)
            throws IOException {
        Path copy = copy(kind);
        plant(copy.resolve(file), column, value);

        assertThat(check(kind, copy)).isNotEmpty().anyMatch(got -> got.contains(complaint));
    }

    @Test
    void a_count_that_differs_from_the_logs_is_noticed_in_a_calibration() throws IOException {
        Path copy = copy("calibration");
        Path file = copy.resolve("calibration.csv");
        List<String> lines = Files.readAllLines(file);
        int row = 1;
        while (!(lines.get(row).contains(",G4,") && lines.get(row).contains(",records,"))) {
            row++;
        }
        lines.set(row, lines.get(row).replace(",PASS", ",MISS"));
        Files.write(file, lines);

        assertThat(check("calibration", copy)).hasSize(1).allMatch(got -> got.contains("agree with the log's"));
    }

    /** Puts the value into the first row that has another one that is not empty. */
    private static void plant(Path file, String column, String value) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int index = List.of(lines.get(0).split(",")).indexOf(column);
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            if (!lines.get(row).contains("\"") && !cells[index].isEmpty() && !cells[index].equals(value)) {
                cells[index] = value;
                lines.set(row, String.join(",", cells));
                Files.write(file, lines);
                return;
            }
        }
        throw new AssertionError("expected a row of " + file + " to plant a fault in, got none");
    }

    private static List<String> check(String kind, Path run) {
        return switch (kind) {
            case "sweep" -> RecordedRun.ofAny(run, ROWS);
            case "calibration" -> RecordedRun.ofAny(run, ARMS);
            default -> RecordedRun.ofAny(run, CELLS);
        };
    }

    private Path copy(String kind) throws IOException {
        Path from = kind.equals("sweep") ? SWEEP : kind.equals("calibration") ? CALIBRATION : GUARANTEES;
        Path to = directory.resolve(kind);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
