package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.compare.TwoRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryAndExportTest {
    @TempDir
    Path directory;

    private Path results;

    @BeforeEach
    void a_run_in_version_control_and_one_that_is_not() throws Exception {
        results = Files.createDirectory(directory.resolve("results"));
        TwoRuns.base().writeTo(results.resolve(TwoRuns.BASE));
        git("init", "-q");
        git("add", ".");
        TwoRuns.next().writeTo(results.resolve(TwoRuns.NEXT));
    }

    @Test
    void the_history_is_of_what_is_in_version_control() {
        Console tracked = history("--cell", "acks=1,record_size=1024");
        Console all = history("--cell", "acks=1,record_size=1024", "--all");

        assertThat(tracked.exitCode()).as(tracked.err()).isEqualTo(ExitCode.DONE);
        assertThat(tracked.out())
                .contains(TwoRuns.BASE)
                .doesNotContain(TwoRuns.NEXT)
                .endsWith("results: " + results + "\n");
        assertThat(all.out()).contains(TwoRuns.BASE, TwoRuns.NEXT);
    }

    @Test
    void without_git_every_run_counts() throws IOException {
        Path copy = Files.createDirectories(directory.resolve("elsewhere/results"));
        TwoRuns.next().writeTo(copy.resolve(TwoRuns.NEXT));
        Files.writeString(directory.resolve(".git/HEAD"), "broken");

        assertThat(Console.run("history", "--results", copy.toString()).out()).contains(TwoRuns.NEXT);
    }

    @Test
    void a_run_of_uncommitted_files_has_no_history() {
        TwoRuns.base().writeTo(results.resolve("20261125T000000Z-ccccccc-dirty"));

        assertThat(history("--all", "--cell", "acks=1").out()).doesNotContain("ccccccc");
    }

    @Test
    void an_export_writes_the_files_of_its_format() {
        assertThat(export("otava", TwoRuns.BASE, TwoRuns.NEXT))
                .contains("otava.yaml")
                .hasSize(11);
        assertThat(export("benchstat", TwoRuns.BASE)).containsExactly(TwoRuns.BASE + ".txt");
        assertThat(export("github-action", TwoRuns.BASE))
                .containsExactlyInAnyOrder(
                        TwoRuns.BASE + "-customBiggerIsBetter.json", TwoRuns.BASE + "-customSmallerIsBetter.json");
    }

    @Test
    void a_run_may_be_named_by_its_id_alone() {
        Path output = directory.resolve("by-id");

        Console console = Console.run(
                "export",
                TwoRuns.BASE,
                "--format",
                "benchstat",
                "--results",
                results.toString(),
                "--output",
                output.toString());

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(output.resolve(TwoRuns.BASE + ".txt")).exists();
    }

    @Test
    void for_otava_the_committed_runs_are_exported_if_none_is_named() throws IOException {
        Console console = Console.run(
                "export",
                "--format",
                "otava",
                "--results",
                results.toString(),
                "--output",
                directory.resolve("o") + "");

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        try (var files = Files.list(directory.resolve("o"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                assertThat(Files.readString(file)).contains(TwoRuns.BASE).doesNotContain(TwoRuns.NEXT);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "history --cell ack=1 | history: --cell ack=1: expected COLUMN=VALUE with a setting of samples.csv, got 'ack=1'; did you mean acks",
                "history --cell acks | history: --cell acks: expected COLUMN=VALUE",
                "history --cell acks=7 | history: expected a run with that cell in results, got none with acks=7; --all includes",
                "history --results /nonexistent | history: --results /nonexistent: expected a directory of runs, got nothing",
                "history --results pom.xml | history: --results pom.xml: expected a directory of runs, got a file",
                "history --al | there is no option --al; did you mean --all?",
                "export | export: --format: expected one of benchstat, otava, github-action, jmh, got ''",
                "export x --format benchstats | export: --format: expected one of benchstat, otava, github-action, jmh, got 'benchstats'; did you",
                "export --format benchstat | export: expected a RUN, got none; as in ./run-bench.sh export HEAD --format benchstat",
                "export results/20261129T142206Z-d4b16af --format benchstat | export: results/20261129T142206Z-d4b16af: expected samples of MaxRate or FixedRate, got none; name a sweep",
                "export nowhere --format jmh | export: nowhere: expected a results directory, a samples.csv or a commit"
            })
    void a_mistake_is_one_line_on_stderr_and_exit_code_2(String line, String beginning) {
        Console console = Console.run(line.split(" "));

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err().lines()).hasSize(1);
        assertThat(console.err()).startsWith("run-bench: " + beginning);
        assertThat(console.out()).isEmpty();
    }

    @Test
    void an_export_of_a_run_without_JMHs_file_is_refused_and_writes_nothing() {
        Path output = directory.resolve("nothing");

        Console console = Console.run(
                "export", results.resolve(TwoRuns.BASE).toString(), "--format", "jmh", "--output", output.toString());

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err().lines()).hasSize(1);
        assertThat(output).doesNotExist();
    }

    private Console history(String... more) {
        String[] line = new String[more.length + 3];
        line[0] = "history";
        line[1] = "--results";
        line[2] = results.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return Console.run(line);
    }

    private String[] export(String format, String... runs) {
        Path output = directory.resolve(format);
        String[] line = new String[runs.length + 5];
        line[0] = "export";
        line[1] = "--format";
        line[2] = format;
        line[3] = "--output";
        line[4] = output.toString();
        for (int i = 0; i < runs.length; i++) {
            line[5 + i] = results.resolve(runs[i]).toString();
        }
        Console console = Console.run(line);
        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).isEqualTo("results: " + output + "\n");
        return output.toFile().list();
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("git");
        builder.command().addAll(List.of(arguments));
        assertThat(builder.directory(directory.toFile()).start().waitFor()).isZero();
    }
}
