package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code report} cannot use is one line, and nothing is written then. */
class ReportRefusalsTest {
    @TempDir
    Path results;

    private TwoRuns runs;

    @BeforeEach
    void two_runs() throws IOException {
        runs = TwoRuns.in(results);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report | report: expected the directory of one sweep, got none; name it, as in ./run-bench.sh report results",
                "report one two | report: expected the directory of one sweep, got 2: one two; name it",
                "report /nonexistent | report: /nonexistent: expected the directory of a run, got nothing of that name; the",
                "report pom.xml | report: pom.xml: expected the directory of a run, got a file; the directories are in results",
                "report src | report: src: expected a summary.csv, got none; name the directory of a complete sweep; --resume",
                "report src --guarantee x | there is no option --guarantee; did you mean --guarantees?",
                "report src --quick | there is no option --quick",
                "report src --guarantees | Missing required parameter for option '--guarantees'"
            })
    void a_mistake_is_one_line_on_stderr_and_exit_code_2(String line, String beginning) {
        Console console = Console.run(line.split(" "));

        console.assertRefused(ExitCode.USAGE, beginning);
    }

    @Test
    void guarantees_that_are_not_there_are_a_mistake_and_nothing_is_written() throws IOException {
        Console.run("report", runs.sweep().toString(), "--guarantees", "/nonexistent")
                .assertRefused(
                        ExitCode.USAGE,
                        "report: --guarantees /nonexistent: expected the directory of a run, got nothing of that name");
        Console.run(
                        "report",
                        runs.sweep().toString(),
                        "--guarantees",
                        runs.sweep().toString())
                .assertRefused(
                        ExitCode.USAGE,
                        "report: --guarantees " + runs.sweep()
                                + ": expected a guarantees-summary.csv, got none; name the directory of a");
        Console.run("report", "")
                .assertRefused(ExitCode.USAGE, "report: : expected the directory of a run, got nothing of that name");
        assertThat(TwoRuns.files(runs.sweep())).containsExactly("summary.csv");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "'' | expected at least one row, got none; name",
                "no CSV | expected a CSV file as a run writes it, got one that cannot be read (its end is missing); restore",
                "a,b~1,2~ | expected a column schema_version, got none; was the file written by this program?",
                "schema_version~8~ | expected schema_version 1 to 7, got '8' in line 2; use the version of this program that",
                "schema_version,a~2~ | expected a CSV file as a run writes it, got one that cannot be read (",
                "schema_version~2~ | expected a column benchmark, got none"
            })
    void a_file_that_cannot_be_used_is_one_line_and_exit_code_2_and_nothing_is_written(String text, String message)
            throws IOException {
        String content = text.equals("''") ? "" : text.replace('~', '\n');
        Path file = Files.writeString(runs.sweep().resolve("summary.csv"), content);

        Console.run("report", runs.sweep().toString()).assertRefused(ExitCode.USAGE, file + ": " + message);
        assertThat(TwoRuns.files(runs.sweep())).containsExactly("summary.csv");
    }

    @Test
    void damage_in_the_guarantees_is_found_before_anything_is_written() throws IOException {
        Path file = runs.trials().resolve("guarantees-summary.csv");
        Files.writeString(file, Files.readString(file).replace("C5,", "C5;"));

        Console console = Console.run(
                "report", runs.sweep().toString(), "--guarantees", runs.trials().toString());

        console.assertRefused(ExitCode.USAGE, file + ": expected a CSV file as a run writes it");
        assertThat(TwoRuns.files(runs.sweep())).containsExactly("summary.csv");
    }

    @Test
    void a_cell_of_the_guarantees_that_is_no_number_is_named() throws IOException {
        Path file = runs.trials().resolve("guarantees-summary.csv");
        Files.writeString(file, Files.readString(file).replace(",3100.0,", ",soon,"));

        Console console = Console.run(
                "report", runs.sweep().toString(), "--guarantees", runs.trials().toString());

        console.assertRefused(
                ExitCode.USAGE,
                file + ": line 4, column unavailable_ms_median: expected a number, got 'soon'; restore the file");
        assertThat(TwoRuns.files(runs.sweep())).containsExactly("summary.csv");
    }

    @Test
    void a_page_that_cannot_be_written_is_exit_code_3() throws IOException {
        Files.createDirectory(runs.sweep().resolve("cost-and-guarantee.csv.tmp"));

        Console console = Console.run("report", runs.sweep().toString());

        assertThat(console.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(console.err().lines()).hasSize(1);
        assertThat(console.out()).isEmpty();
    }
}
