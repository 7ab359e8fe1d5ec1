package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asserts on runs that were made outside of any test: {@code -Dlayers.run=recorded
 * -Drecorded.runs=DIRECTORY=COUNT,...}, where the count is of rows, arms or cells.
 */
@Tag("recorded")
class RecordedRunTest {
    static Stream<String> runs() {
        String runs = System.getProperty("recorded.runs");
        assertThat(runs).as("-Drecorded.runs=DIRECTORY=COUNT,...").isNotBlank();
        return Arrays.stream(runs.split(","));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void a_run_has_every_file_and_row_and_its_counts_agree(String run) {
        int equals = run.lastIndexOf('=');

        assertThat(RecordedRun.ofAny(Path.of(run.substring(0, equals)), Integer.parseInt(run.substring(equals + 1))))
                .isEmpty();
    }
}
