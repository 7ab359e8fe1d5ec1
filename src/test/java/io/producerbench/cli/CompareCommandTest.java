package io.producerbench.cli;

import static io.producerbench.compare.TwoRuns.around;
import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.compare.SamplesCsv;
import io.producerbench.compare.TwoRuns;
import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    @TempDir
    Path results;

    private String base;
    private String next;

    @BeforeEach
    void two_runs() {
        base = TwoRuns.base().writeTo(results.resolve(TwoRuns.BASE)).getParent().toString();
        next = TwoRuns.next().writeTo(results.resolve(TwoRuns.NEXT)).getParent().toString();
    }

    @Test
    void the_table_is_printed_and_written_to_a_directory_of_its_own_which_the_last_line_names() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(next, "samples.csv"));

        Console console = compare(base, next);

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        Path written = written();
        assertThat(console.out())
                .isEqualTo(Files.readString(written.resolve("comparison.txt")) + "results: " + written + "\n");
        assertThat(console.err()).isEmpty();
        assertThat(written.toFile().list()).containsExactlyInAnyOrder("comparison.csv", "comparison.txt");
        assertThat(CsvRows.cells(written.resolve("comparison.csv")))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("comparison_id", written.getFileName().toString())
                        .containsEntry("acks", "1")
                        .containsEntry("judgement", "slower"));
        assertThat(Path.of(next).toFile().list()).containsExactly("samples.csv");
        assertThat(Files.readAllBytes(Path.of(next, "samples.csv"))).isEqualTo(before);
    }

    @Test
    void a_side_is_a_directory_a_file_or_a_commit() {
        Console one = compare(base, next);

        assertThat(table(compare(base + "/samples.csv", "bbbbbbb"))).isEqualTo(table(one));
        assertThat(compare("aaaa", "bbbbbbb" + "0".repeat(33)).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_regression_is_exit_code_4_if_that_is_wanted() {
        Console wanted = compare(base, next, "--fail-on-regression");

        assertThat(wanted.exitCode()).isEqualTo(ExitCode.VERDICT);
        assertThat(wanted.err()).isEqualTo("run-bench: compare: at least one cell is slower; the table says which\n");
        assertThat(wanted.out()).contains("slower", "results: ");
        assertThat(compare(next, base, "--fail-on-regression").exitCode()).isEqualTo(ExitCode.VERDICT);
        assertThat(compare(base, next).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void without_a_regression_nothing_fails() {
        String same = SamplesCsv.ofRun("20261125T090000Z-ddddddd")
                .maxRate("0", around(90_010))
                .writeTo(results.resolve("same"))
                .getParent()
                .toString();

        assertThat(compare(base, same, "--fail-on-regression").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void another_JDK_is_compared_only_if_that_is_what_is_compared() {
        String other = SamplesCsv.ofRun("20261125T090000Z-ddddddd")
                .with("jdk", "25.0.1")
                .maxRate("1", around(75_000))
                .writeTo(results.resolve("other"))
                .getParent()
                .toString();

        assertRefused(
                compare(base, other),
                ExitCode.USAGE,
                "compare: " + base + " and " + other
                        + ": not comparable: jdk 17.0.15 and 25.0.1; --across COLUMN compares across a column");
        assertThat(compare(base, other, "--across", "jdk").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(compare(base, other, "--across", "jdk,cores").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void one_block_a_side_is_refused() {
        String single = SamplesCsv.ofRun("20261125T090000Z-ddddddd")
                .maxRate("1", 75_000)
                .writeTo(results.resolve("single"))
                .getParent()
                .toString();

        assertRefused(
                compare(base, single),
                ExitCode.USAGE,
                "compare: " + base + " and " + single + ": not comparable: n=8+1, fewer than 4+4;");
    }

    @Test
    void runs_with_no_cell_in_common_are_refused_and_so_is_a_run_beside_itself() {
        String other = SamplesCsv.ofRun("20261125T090000Z-ddddddd")
                .with("linger.ms", "99")
                .maxRate("1", around(75_000))
                .writeTo(results.resolve("other"))
                .getParent()
                .toString();

        assertRefused(
                compare(base, other),
                ExitCode.USAGE,
                "compare: " + base + " and " + other
                        + ": expected cells that both have, got none of 9 and 1 in common");
        assertRefused(
                compare(base, base),
                ExitCode.USAGE,
                "compare: " + base + " and " + base + ": expected two runs, got samples of " + TwoRuns.BASE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare | compare: expected BASE and NEW, got neither; as in ./run-bench.sh compare HEAD~1 HEAD",
                "compare one | compare: expected BASE and NEW, got 1: one; as in",
                "compare a b c | compare: expected BASE and NEW, got 3: a b c; as in",
                "compare nowhere src | compare: nowhere: expected a results directory, a samples.csv or a commit, got none",
                "compare src src | compare: src: expected a samples.csv in it, got none; name the directory of a sweep",
                "compare -x y | there is no option -x",
                "compare a b --acros jdk | there is no option --acros; did you mean --across?",
                "compare a b --across jdc | compare: --across jdc: expected some of cpu_model,cores,jdk,cluster_kind,",
                "compare a b --across acks | compare: --across acks: expected some of cpu_model",
                "compare a b --results | Missing required parameter for option '--results'"
            })
    void a_mistake_is_one_line_on_stderr_and_exit_code_2(String line, String beginning) {
        assertRefused(Console.run(line.split(" ")), ExitCode.USAGE, beginning);
    }

    @Test
    void a_commit_without_a_run_or_with_two_is_named() {
        TwoRuns.base().writeTo(results.resolve("20261124T000000Z-aaaaaaa"));

        assertRefused(
                compare("ccccccc", next),
                ExitCode.USAGE,
                "compare: ccccccc: expected one sweep of that commit in " + results
                        + ", got none; check it out and run");
        assertRefused(
                compare("aaaaaaa", next),
                ExitCode.USAGE,
                "compare: aaaaaaa: expected one sweep of that commit in " + results + ", got 2: " + TwoRuns.BASE
                        + ", 20261124T000000Z-aaaaaaa; name one of the directories");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'' | expected at least one row, got none; name",
                "no CSV | expected a CSV file as a run writes it, got one that cannot be read (its end is missing); restore",
                "schema_version,a~2,1 | expected a CSV file as a run writes it, got one that cannot be read (its end is missing)",
                "a,b~1,2~ | expected a column schema_version, got none; was the file written by this program?",
                "schema_version~8~ | expected schema_version 1 to 7, got '8' in line 2; use the version of this program that",
                "schema_version,a~2~ | expected a CSV file as a run writes it, got one that cannot be read (expected 2 fields",
                "schema_version,a,a~2,1,1~ | expected a CSV file as a run writes it, got one that cannot be read (",
                "schema_version;a~2;1~ | expected a column schema_version, got none",
                "schema_version~2~ | expected a column status, got none"
            })
    void a_file_that_cannot_be_used_is_one_line_and_exit_code_2(String text, String message) throws IOException {
        String content = text.equals("''") ? "" : text.replace('~', '\n');
        Path file = Files.writeString(Path.of(next, "samples.csv"), content);

        assertRefused(compare(base, next), ExitCode.USAGE, file + ": " + message);
    }

    @Test
    void a_byte_order_mark_of_a_spreadsheet_is_read_over() throws IOException {
        Path file = Path.of(next, "samples.csv");
        Files.writeString(file, "\uFEFF" + Files.readString(file));

        assertThat(compare(base, next).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void an_OK_row_without_a_rate_is_refused() throws IOException {
        Path file = SamplesCsv.ofRun(TwoRuns.NEXT)
                .maxRate("1", around(75_000))
                .lastWith("records_per_s", "")
                .writeTo(Path.of(next));

        assertRefused(
                compare(base, next),
                ExitCode.USAGE,
                file + ": line 9, column records_per_s: expected a rate, because the sample is OK, got ''");
        assertRefused(
                Console.run("export", next, "--format", "benchstat"),
                ExitCode.USAGE,
                file + ": line 9, column records_per_s: expected a rate, because the sample is OK, got ''");
    }

    @Test
    void lines_that_end_as_RFC_4180_has_them_are_read() throws IOException {
        Path file = Path.of(next, "samples.csv");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

        assertThat(compare(base, next).exitCode()).isEqualTo(ExitCode.DONE);
    }

    /** The file is sparse: it has the size and takes no space. */
    @Test
    void a_line_of_a_gigabyte_is_refused_without_being_read() throws IOException {
        Path file = Path.of(next, "samples.csv");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 30);
        }

        assertRefused(
                compare(base, next),
                ExitCode.USAGE,
                file
                        + ": expected a CSV file as a run writes it, got one that cannot be read (it has 1073741824 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"NaN", "Infinity", "75000,5", "7.5e4", "-75000"})
    void a_rate_that_no_run_writes_is_refused(String rate) throws IOException {
        Path file = SamplesCsv.ofRun(TwoRuns.NEXT)
                .maxRate("1", around(75_000))
                .lastWith("records_per_s", rate)
                .writeTo(Path.of(next));

        assertRefused(compare(base, next), ExitCode.USAGE, file + ": line 9, column records_per_s: expected a number");
    }

    @Test
    void what_a_spreadsheet_or_a_terminal_would_obey_is_inert_in_what_is_written() throws IOException {
        for (String evil : List.of("=HYPERLINK(\"http://x\")", "+1+cmd", "-2+3", "@SUM(1)")) {
            for (String run : List.of(TwoRuns.BASE, TwoRuns.NEXT)) {
                SamplesCsv.ofRun(run)
                        .with("cpu_model", evil)
                        .maxRate("1", around(75_000))
                        .writeTo(results.resolve(run));
            }
            compare(base, next);
        }
        try (var files = Files.list(results)) {
            List<Path> comparisons = files.map(path -> path.resolve("comparison.csv"))
                    .filter(Files::exists)
                    .toList();
            assertThat(comparisons).isNotEmpty();
            for (Path comparison : comparisons) {
                assertThat(CsvRows.cells(comparison).get(0).get("base_cpu_model"))
                        .startsWith("'");
                assertThat(CsvRows.cells(comparison).get(0).get("base_n")).isEqualTo("8");
            }
        }
    }

    /** Without the last line, which names another directory each time. */
    private static String table(Console console) {
        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        return console.out().replaceAll("results: .*\n$", "");
    }

    private Console compare(String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = "compare";
        line[1] = "--results";
        line[2] = results.toString();
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return Console.run(line);
    }

    private Path written() throws IOException {
        try (var files = Files.list(results)) {
            return files.filter(path -> Files.exists(path.resolve("comparison.csv")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertRefused(Console console, ExitCode exitCode, String beginning) {
        console.assertRefused(exitCode, beginning);
        assertThat(Arrays.stream(results.toFile().list())
                        .filter(name -> Files.exists(results.resolve(name).resolve("comparison.csv"))))
                .isEmpty();
    }
}
