package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.CsvRows;
import io.producerbench.results.SeenRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
    @TempDir
    Path results;

    private Path sweep;
    private Path trials;

    @BeforeEach
    void two_runs() throws IOException {
        TwoRuns runs = TwoRuns.in(results);
        sweep = runs.sweep();
        trials = runs.trials();
    }

    @Test
    void the_table_is_printed_and_written_and_the_last_line_names_the_directory() throws IOException {
        Console console = Console.run("report", sweep.toString(), "--guarantees", trials.toString());

        String page = Files.readString(sweep.resolve("cost-and-guarantee.md"));
        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).isEqualTo(page + "\nresults: " + sweep + "\n");
        assertThat(console.err()).isEmpty();
        assertThat(page).contains("- Costs: " + sweep + ",", "- Guarantees: " + trials + ",", "C5 3 of 3 (200)");
        assertThat(CsvRows.cells(sweep.resolve("cost-and-guarantee.csv")))
                .anySatisfy(row -> assertThat(row).containsEntry("C5_lost", "3 of 3 (200)"));
        assertThat(TwoRuns.files(sweep))
                .containsExactly(
                        "cost-and-guarantee.csv",
                        "cost-and-guarantee.md",
                        "pictures",
                        "report.html",
                        "report.md",
                        "summary.csv");
        assertThat(TwoRuns.files(trials)).containsExactly("guarantees-summary.csv", "settings.csv");
    }

    @Test
    void of_an_experiment_that_two_runs_have_the_last_one_s_rows_count() throws IOException {
        Path again = Files.createDirectory(results.resolve("again"));
        Files.writeString(
                again.resolve("guarantees-summary.csv"),
                Files.readString(trials.resolve("guarantees-summary.csv"))
                        .lines()
                        .filter(line -> line.startsWith("schema_version") || line.contains(",C5,"))
                        .collect(Collectors.joining("\n", "", "\n")));

        Console console = Console.run(
                "report", sweep.toString(), "--guarantees", trials.toString(), "--guarantees", again.toString());

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("- Guarantees: " + trials + " and " + again + " for C5,", "C5 3 of 3 (200)");
        assertThat(console.out().split("\\| C5 \\(leader killed before its followers copied\\)", -1))
                .hasSize(4);
    }

    @Test
    void without_guarantees_the_table_has_the_costs_and_no_claims() throws IOException {
        Console console = Console.run("report", sweep.toString());

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("80,000 (72,000–88,000)").doesNotContain("Guarantees", "claim");
        assertThat(CsvRows.cells(sweep.resolve("cost-and-guarantee.csv")))
                .allSatisfy(row -> assertThat(row).containsEntry("guarantees_run_id", ""));
    }

    @Test
    void a_sweep_whose_records_were_read_has_a_page_and_no_costs() throws IOException {
        List<Map<String, String>> read = CsvRows.cells(sweep.resolve("summary.csv")).stream()
                .filter(row -> row.get("benchmark").equals("FixedRate"))
                .map(SeenRow::of)
                .toList();
        Files.writeString(
                sweep.resolve("summary.csv"),
                Stream.concat(Stream.of(read.get(0).keySet()), read.stream().map(Map::values))
                        .map(cells -> cells.stream()
                                .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n", "", "\n")));

        Console console = Console.run("report", sweep.toString());

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(TwoRuns.files(sweep)).containsExactly("pictures", "report.html", "report.md", "summary.csv");
        assertThat(sweep.resolve("report.md")).content().contains("a consumer sees half of the records within 5.1 ms");
        assertThat(sweep.resolve("report.html")).content().contains("exposure p50 / p99 ms");

        Console beside = Console.run("report", sweep.toString(), "--guarantees", trials.toString());

        assertThat(beside.exitCode()).as(beside.err()).isEqualTo(ExitCode.DONE);
        assertThat(sweep.resolve("report.html")).content().contains("exposure p50 / p99 ms", "C5");
    }

    @Test
    void the_claim_of_forced_settings_stands_on_what_the_producer_refused() throws IOException {
        assertThat(Console.run("report", sweep.toString(), "--guarantees", trials.toString())
                        .out())
                .contains("the producer refuses what contradicts them: **shown**.\n   - 21 of 36 combinations");

        Files.delete(trials.resolve("settings.csv"));

        assertThat(Console.run("report", sweep.toString(), "--guarantees", trials.toString())
                        .out())
                .contains("the producer refuses what contradicts them: **not measured**.\n9. ");
    }

    @Test
    void a_report_can_be_made_again_and_is_the_same() throws IOException {
        Console.run("report", sweep.toString());
        String first = Files.readString(sweep.resolve("cost-and-guarantee.md"));

        Console.run("report", sweep.toString());

        assertThat(Files.readString(sweep.resolve("cost-and-guarantee.md"))).isEqualTo(first);
    }

    @Test
    void the_signs_of_the_table_arrive_in_any_locale() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportCommand command = new ReportCommand(new PrintStream(out, true, StandardCharsets.US_ASCII));
        new CommandLine(command).parseArgs(sweep.toString());

        command.run();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("CPU µs", "(72,000–88,000) †");
    }

    @Test
    void a_run_that_is_no_sweep_has_a_page_its_short_form_and_pictures() throws IOException {
        Console console = Console.run("report", trials.toString());

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).isEqualTo("results: " + trials + "\n");
        assertThat(TwoRuns.files(trials))
                .containsExactly("guarantees-summary.csv", "pictures", "report.html", "report.md", "settings.csv");
        assertThat(Files.readString(trials.resolve("report.html"))).contains("What must never happen?");
    }

    @Test
    void a_baseline_is_another_sweep_and_what_differs_is_on_the_page() throws IOException {
        Path base = copied("20261123T175054Z-0dbaf3b");
        Path next = copied("20261126T204045Z-3ea4eaf");

        Console console = Console.run("report", next.toString(), "--baseline", base.toString());

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(next.resolve("report.html"))).contains("Beside the baseline", "95 % interval");
        Console.run("report", next.toString(), "--baseline", trials.toString())
                .assertRefused(
                        ExitCode.USAGE,
                        "report: --baseline " + trials
                                + ": expected a samples.csv, got none; --baseline compares two sweeps");
    }

    @Test
    void a_load_that_is_asked_for_is_planned_on_the_page_as_plan_prints_it() throws IOException {
        Path run = copied("20261126T204045Z-3ea4eaf");
        String[] load = {"--rate", "20000", "--record", "1024"};
        String text = Console.run("plan", run.toString(), load[0], load[1], load[2], load[3])
                .out();

        Console console = Console.run("report", run.toString(), load[0], load[1], load[2], load[3]);

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(text).contains("UNMEASURED: the results have capacity_valid=false, so only ratios hold");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("What a load needs", text.replace("'", "&#39;"));
        Console.run("report", run.toString(), "--slo", "p99=20ms")
                .assertRefused(ExitCode.USAGE, "report: expected --rate and --record, got neither");
        Console.run("report", run.toString(), "--rate", "20000")
                .assertRefused(ExitCode.USAGE, "report: expected --rate and --record, got only --rate");
    }

    @Test
    void a_report_that_cannot_be_written_at_the_end_of_a_run_is_one_line() throws IOException {
        Files.createDirectory(sweep.resolve("report.html.tmp"));
        Files.createFile(sweep.resolve("samples.csv"));
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        ReportFiles.atEnd(sweep, new PrintStream(err, true, StandardCharsets.UTF_8));
        ReportFiles.atEnd(results.resolve("nothing here"), new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .as("nothing was measured in the second")
                .singleElement()
                .asString()
                .startsWith("no report.html: ")
                .contains("./run-bench.sh report ");
    }

    @Test
    void half_a_gigabyte_of_heap_is_enough_for_a_full_sweep_with_its_trials() throws Exception {
        Path full = copied("20261123T175054Z-0dbaf3b");
        Process report = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dproducerbench.home=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.producerbench.Main",
                        "report",
                        full.toString(),
                        "--guarantees",
                        "results/20261126T140301Z-7a56c16",
                        "--guarantees",
                        "results/20261126T151533Z-f971c92")
                .redirectErrorStream(true)
                .redirectOutput(results.resolve("output").toFile())
                .start();

        assertThat(report.waitFor())
                .as(Files.readString(results.resolve("output")))
                .isZero();
        assertThat(Files.size(full.resolve("report.html"))).isBetween(100_000L, 3_000_000L);
    }

    /** Its rows and its histograms, because a committed run is never written into. */
    private Path copied(String run) throws IOException {
        Path committed = Path.of("results", run);
        Path copy = results.resolve(run);
        try (Stream<Path> files = Files.walk(committed)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(committed.relativize(file).toString()));
            }
        }
        return copy;
    }

    @Test
    void the_help_says_what_is_written_where() {
        assertThat(Console.run("report", "--help").out())
                .startsWith("Usage: ./run-bench.sh report")
                .contains("--guarantees", "DIR/cost-and-guarantee.md and .csv");
    }
}
