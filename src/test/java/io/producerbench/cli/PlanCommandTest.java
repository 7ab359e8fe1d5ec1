package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.producerbench.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
    private static final List<String> BROKERS =
            List.of("--cores", "8", "--nic", "1.25 GB/s", "--disk", "4TB", "--retention", "24h", "--fanout", "2");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"text, txt", "markdown, md", "csv, csv"})
    void of_committed_runs_is_the_same_to_the_letter(String format, String ending) throws IOException {
        Console console = plan(
                List.of(PlannedRuns.WITH_A_BROKER_DOWN, PlannedRuns.SWEEP, PlannedRuns.GUARANTEES),
                List.of("--rate", "200000", "--record", "1000", "--anchor", "acks=1:250000", "--format", format));

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.err()).isEmpty();
        Golden.assertSame("cli/golden/capacity-plan." + ending, console.out());
    }

    @Test
    void fits_a_terminal_of_80_columns() {
        assertThat(plan(
                                List.of(PlannedRuns.SWEEP, PlannedRuns.GUARANTEES),
                                asked("200000", "1000", "--slo", "p99=50ms"))
                        .out()
                        .lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void has_no_absolute_number_where_capacity_is_not_valid() {
        assertThat(rows(List.of(PlannedRuns.SWEEP), asked("20000", "1024")).values())
                .hasSize(5)
                .allSatisfy(row -> {
                    assertThat(row.getField("plan_status")).isEqualTo("UNMEASURED");
                    assertThat(row.getField("plan_reason"))
                            .startsWith("the results have capacity_valid=false, so only ratios hold; give --anchor");
                    for (String column : List.of(
                            "rate_low",
                            "rate_high",
                            "latency_p99_us",
                            "headroom",
                            "broker_cpu_us",
                            "brokers_cpu",
                            "brokers_network",
                            "brokers_disk",
                            "brokers",
                            "client_instances")) {
                        assertThat(row.getField(column)).as(column).isEmpty();
                    }
                    assertThat(row.getField("rate_ratio")).isNotEmpty();
                    assertThat(row.getField("broker_cpu_ratio")).isNotEmpty();
                });
    }

    @Test
    void is_a_plan_where_the_load_was_measured_and_extrapolated_above() throws IOException {
        Map<String, NamedCsvRecord> rows =
                rows(List.of(PlannedRuns.onALargeMachine(directory)), asked("20000", "1024"));

        assertStatus(rows.get("acks=all"), "PLAN", "");
        assertThat(rows.get("acks=all").getField("client_instances")).isEqualTo("1");
        assertStatus(rows.get("transactional"), "EXTRAPOLATED", "more than the ");
        assertThat(rows.get("transactional").getField("plan_reason")).contains("records/s that the measured brokers");
    }

    @Test
    void is_extrapolated_from_another_record_size_another_replication_or_an_anchor() throws IOException {
        Path large = PlannedRuns.onALargeMachine(directory);

        assertStatus(
                rows(List.of(large), asked("20000", "1000")).get("acks=all"),
                "EXTRAPOLATED",
                "measured with records of 1,024 bytes");
        assertStatus(
                rows(List.of(large), asked("20000", "1024", "--rf", "5")).get("acks=all"),
                "EXTRAPOLATED",
                "CPU per record was measured with 3 replicas");
        assertStatus(
                rows(List.of(PlannedRuns.SWEEP), asked("20000", "1024", "--anchor", "acks=1:250000"))
                        .get("acks=all"),
                "EXTRAPOLATED",
                "ratios of results with capacity_valid=false, times the anchor");
    }

    @Test
    void quotes_the_most_trials_whatever_the_order_of_the_runs() throws IOException {
        Path many = Path.of("results/20261126T140301Z-7a56c16");
        for (List<Path> runs : List.of(
                List.of(PlannedRuns.SWEEP, PlannedRuns.GUARANTEES, many),
                List.of(PlannedRuns.SWEEP, many, PlannedRuns.GUARANTEES))) {
            assertThat(rows(runs, asked("20000", "1024")).get("acks=all").getField("guarantee"))
                    .startsWith("lost 0 of 59, <= 4.95 % (C5, ");
        }
    }

    @Test
    void quotes_no_trial_for_another_number_of_replicas() throws IOException {
        NamedCsvRecord one = rows(
                        List.of(PlannedRuns.SWEEP, PlannedRuns.GUARANTEES),
                        asked("20000", "1024", "--rf", "1", "--min-insync", "1", "--survive", "0"))
                .get("acks=all");

        assertThat(one.getField("guarantee")).isEqualTo("not tried with 1 replica: each trial has 3");
        assertThat(one.getField("exposure")).isEqualTo("not tried with 1 replica: each trial has 3");
    }

    @Test
    void is_unmeasured_where_the_goal_or_the_mode_was_not_measured() throws IOException {
        Path large = PlannedRuns.onALargeMachine(directory);

        NamedCsvRecord between = rows(List.of(large), asked("20000", "1024", "--slo", "p99=50ms"))
                .get("acks=all");
        assertStatus(between, "UNMEASURED", "whether the goal is kept between 2,000 and ");
        assertThat(between.getField("rate_low")).isEqualTo("2000.0");
        assertStatus(
                rows(
                                List.of(PlannedRuns.SWEEP),
                                asked("2000", "1024", "--slo", "p99=50ms", "--anchor", "acks=1:250000"))
                        .get("acks=all"),
                "UNMEASURED",
                "the goal cannot be judged by results with capacity_valid=false");
        assertStatus(
                rows(List.of(large), asked("20000", "1024", "--rf", "5", "--min-insync", "4"))
                        .get("idempotent"),
                "UNMEASURED",
                "no valid row of idempotent with records of 1,024 bytes and min.insync.replicas 4; ./run-bench.sh -p"
                        + " acks=all -p enableIdempotence=true -p transactional=false -p minInsyncReplicas=4 -p"
                        + " recordSize=1024 measures it");
    }

    @Test
    void is_unmeasured_and_counts_no_brokers_without_their_cpu() throws IOException {
        NamedCsvRecord row = rows(List.of(PlannedRuns.onAnExistingCluster(directory)), asked("20000", "1024"))
                .get("acks=all");

        assertStatus(row, "UNMEASURED", "the results have no CPU time of the brokers for this mode");
        assertThat(row.getField("brokers")).isEmpty();
        assertThat(row.getField("rate_low")).isNotEmpty();
    }

    @Test
    void is_impossible_where_no_number_of_brokers_helps() throws IOException {
        Path large = PlannedRuns.onALargeMachine(directory);
        Map<String, NamedCsvRecord> twoDown = rows(List.of(large), asked("20000", "1024", "--survive", "2"));
        Map<String, NamedCsvRecord> strict = rows(List.of(large), asked("2000", "1024", "--slo", "p99=1ms"));

        assertStatus(
                twoDown.get("acks=all"),
                "IMPOSSIBLE",
                "with --survive 2 a partition may have 1 of 3 replicas left, and min.insync.replicas 2 then refuses");
        assertThat(twoDown.get("acks=all").getField("brokers")).isEmpty();
        assertStatus(twoDown.get("acks=1"), "PLAN", "");
        assertStatus(strict.get("acks=0"), "IMPOSSIBLE", "nothing is acknowledged");
        assertStatus(strict.get("acks=1"), "IMPOSSIBLE", "the goal is missed at 2,000 records/s already");
    }

    @Test
    void keeps_a_goal_at_a_rate_that_was_measured() throws IOException {
        NamedCsvRecord row = rows(
                        List.of(PlannedRuns.onALargeMachine(directory)), asked("1500", "1024", "--slo", "p99=50ms"))
                .get("acks=all");

        assertStatus(row, "PLAN", "");
        assertThat(row.getField("latency_at_records_per_s")).isEqualTo("2000.0");
        assertThat(row.getField("latency_p99_us")).isEqualTo("8642.6");
        assertThat(row.getField("headroom")).isEqualTo("0.2500");
    }

    @Test
    void takes_the_bounds_of_a_curve_that_has_the_goal() throws IOException {
        Path curve = Files.createDirectories(directory.resolve("curve"));
        Files.writeString(curve.resolve("curve-summary.csv"), """
                schema_version,acks,enable.idempotence,transactional,min.insync.replicas,record_size,brokers_down,about,target_rate,ack_p50_us_median,ack_p99_us_median,goal_percent,goal_ms,lower_bound_records_per_s,upper_bound_records_per_s,conditional_throughput_records_per_s
                3,all,false,false,2,1024,0,load,25000,5000.0,30000.0,,,,,
                3,all,false,false,2,1024,0,goal,,,,99,50,31000,32500,30950.5
                3,all,false,false,2,1024,0,goal,,,,99,20,9000,9500,8990.5
                """);
        List<Path> runs = List.of(PlannedRuns.onALargeMachine(directory), curve);

        NamedCsvRecord row =
                rows(runs, asked("20000", "1024", "--slo", "p99=50ms")).get("acks=all");

        assertStatus(row, "PLAN", "");
        assertThat(row.getField("rate_low")).isEqualTo("31000.0");
        assertThat(row.getField("rate_high")).isEqualTo("32500.0");
        assertThat(row.getField("conditional_throughput")).isEqualTo("30950.5");
        assertThat(row.getField("latency_at_records_per_s")).isEqualTo("25000.0");
        assertStatus(
                rows(runs, asked("31500", "1024", "--slo", "p99=50ms")).get("acks=all"),
                "UNMEASURED",
                "whether the goal is kept between 31,000 and 32,500 records/s");
        assertThat(rows(runs, asked("20000", "1024", "--slo", "p99=20ms"))
                        .get("acks=all")
                        .getField("rate_low"))
                .isEqualTo("9000.0");
    }

    @Test
    void reads_a_curve_as_the_program_writes_it() throws IOException {
        Path curve = Files.createDirectories(directory.resolve("curve"));
        Files.copy(Golden.file("curve/golden/curve-summary.csv"), curve.resolve("curve-summary.csv"));

        NamedCsvRecord row = rows(
                        List.of(PlannedRuns.onALargeMachine(directory), curve),
                        asked("300", "1024", "--slo", "p99=20ms"))
                .get("idempotent");

        assertStatus(row, "PLAN", "");
        assertThat(row.getField("rate_low")).isEqualTo("815.0");
        assertThat(row.getField("rate_high")).isEqualTo("856.0");
        assertThat(row.getField("conditional_throughput")).isEqualTo("815.0");
        assertThat(row.getField("latency_at_records_per_s")).isEqualTo("500.0");
        assertThat(row.getField("latency_p99_us")).isEqualTo("5963.8");
    }

    @Test
    void a_run_with_more_valid_blocks_counts_before_one_with_fewer_whatever_their_order() {
        List<String> question = asked("20000", "1024");

        assertThat(rows(List.of(PlannedRuns.SWEEP, PlannedRuns.WITH_A_BROKER_DOWN), question)
                        .get("acks=all")
                        .getField("measured_in"))
                .isEqualTo(PlannedRuns.SWEEP.getFileName().toString());
    }

    @Test
    void an_anchor_beside_rates_that_are_valid_is_refused() throws IOException {
        Console console = plan(
                List.of(PlannedRuns.onALargeMachine(directory)), asked("20000", "1024", "--anchor", "acks=1:250000"));

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err())
                .isEqualTo("run-bench: plan: --anchor: expected results with capacity_valid=false, got some whose own"
                        + " rates are valid; leave it out\n");
    }

    @Test
    void trials_alone_are_no_plan() {
        Console console = plan(List.of(PlannedRuns.GUARANTEES), asked("20000", "1024"));

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err())
                .isEqualTo("run-bench: plan: expected at least one directory of a sweep, got none; ./run-bench.sh"
                        + " measures one\n");
    }

    @Test
    void the_help_has_two_examples() {
        assertThat(Console.run("plan", "--help").out())
                .startsWith("Usage: ./run-bench.sh plan DIR")
                .contains("  ./run-bench.sh plan results/<sweep> results/<guarantees>", "--anchor acks=1:250000");
    }

    private static void assertStatus(NamedCsvRecord row, String status, String reason) {
        assertThat(row.getField("plan_status")).as(row.toString()).isEqualTo(status);
        assertThat(row.getField("plan_reason")).startsWith(reason);
    }

    private static List<String> asked(String rate, String record, String... more) {
        List<String> asked = new ArrayList<>(List.of("--rate", rate, "--record", record));
        asked.addAll(List.of(more));
        return asked;
    }

    private static Map<String, NamedCsvRecord> rows(List<Path> runs, List<String> question) {
        List<String> asked = new ArrayList<>(question);
        asked.addAll(List.of("--format", "csv"));
        Console console = plan(runs, asked);
        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        Map<String, NamedCsvRecord> rows = new TreeMap<>();
        CsvReader.builder().ofNamedCsvRecord(console.out()).forEach(row -> rows.put(row.getField("mode"), row));
        return rows;
    }

    private static Console plan(List<Path> runs, List<String> question) {
        List<String> arguments = new ArrayList<>(List.of("plan"));
        runs.forEach(run -> arguments.add(run.toString()));
        arguments.addAll(question);
        arguments.addAll(BROKERS);
        return Console.run(arguments.toArray(String[]::new));
    }
}
