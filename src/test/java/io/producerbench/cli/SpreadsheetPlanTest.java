package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program and an independent calculation agree to the last digit. */
class SpreadsheetPlanTest {
    private static final List<String> BROKERS = List.of(
            "--fanout",
            "2",
            "--cores",
            "8",
            "--nic",
            "1.25GB",
            "--disk",
            "4TB",
            "--retention",
            "24h",
            "--format",
            "csv");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"acks=0", "acks=1", "acks=all", "idempotent", "transactional"})
    void with_an_anchor(String mode) throws IOException {
        Map<String, String> expected = new SpreadsheetPlan(PlannedRuns.SWEEP, 200_000, 1000).anchored(mode);

        assertThat(row(mode, PlannedRuns.SWEEP, "200000", "1000", "--anchor", "acks=1:250000"))
                .containsAllEntriesOf(expected);
        assertThat(expected).hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acks=0", "acks=1", "acks=all", "idempotent", "transactional"})
    void with_rates_that_are_valid(String mode) throws IOException {
        Path sweep = PlannedRuns.onALargeMachine(directory);
        Map<String, String> expected = new SpreadsheetPlan(sweep, 60_000, 1024).measured(mode);

        assertThat(row(mode, sweep, "60000", "1024")).containsAllEntriesOf(expected);
        assertThat(expected).hasSizeGreaterThan(11);
    }

    private static Map<String, String> row(String mode, Path sweep, String rate, String record, String... more) {
        List<String> arguments = new ArrayList<>(List.of("plan", sweep.toString(), "--rate", rate, "--record", record));
        arguments.addAll(BROKERS);
        arguments.addAll(List.of(more));

        Console console = Console.run(arguments.toArray(String[]::new));

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        return CsvReader.builder().ofNamedCsvRecord(console.out()).stream()
                .filter(line -> line.getField("mode").equals(mode))
                .map(line -> (Map<String, String>) new TreeMap<>(line.getFieldsAsMap()))
                .findFirst()
                .orElseThrow();
    }
}
