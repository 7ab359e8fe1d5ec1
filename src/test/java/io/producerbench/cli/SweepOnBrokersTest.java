package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.producerbench.recording.ProcessorReport;
import io.producerbench.results.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sweeps on real brokers, started as users start them. No measured number is asserted, only that numbers agree. */
@Tag("cluster")
@Timeout(900)
class SweepOnBrokersTest {
    private static final List<String> SHORT =
            List.of("-wi", "1", "-w", "1s", "-i", "1", "-r", "1s", "--broker-warm-up-rounds", "1");
    private static final List<String> ONE_CELL = List.of(
            "MaxRate",
            "-p",
            "acks=all",
            "-p",
            "enableIdempotence=false",
            "-p",
            "transactional=false",
            "-p",
            "minInsyncReplicas=2",
            "-p",
            "recordSize=100");

    @TempDir
    Path directory;

    @Test
    void every_benchmark_gives_a_row_and_a_histogram_log_in_every_mode() throws Exception {
        try (BenchProcess bench = start("-f", "1", "-p", "minInsyncReplicas=2", "-p", "recordSize=1024")) {
            int exit = bench.await();
            List<Map<String, String>> rows = rows(bench);
            assertThat(rows)
                    .hasSize(10)
                    .allSatisfy(row -> assertThat(row.get("status"))
                            .as(row.get("status_reason"))
                            .isNotEqualTo("FAILED"));
            assertThat(rows)
                    .filteredOn(row -> !row.get("acks").equals("0"))
                    .allSatisfy(row -> assertThat(row.get("acknowledged"))
                            .isNotEqualTo("0")
                            .isEqualTo(row.get("log_end_delta")));
            assertThat(rows)
                    .filteredOn(row -> row.get("acks").equals("0"))
                    .allSatisfy(row -> assertThat(
                                    row.get("acknowledged") + row.get("ack_p50_us") + row.get("service_p50_us"))
                            .isEmpty());
            assertThat(rows)
                    .allSatisfy(row -> assertThat(histogramLog(bench, row)).isNotEmptyFile());
            boolean allOk = rows.stream().allMatch(row -> row.get("status").equals("OK"));
            assertThat(exit).isEqualTo(allOk ? 0 : 4);
            assertThat(bench.started()).isEmpty();
            assertThat(bench.workspaces()).isEmpty();
            assertScoresAgreeWithTheBrokers(rows);
            assertProcessorAgrees(bench, rows);
        }
    }

    /**
     * The windows here are a second on a noisy machine; the row's own check holds the tight bound. A score that counted
     * records enqueued would be off by all that {@code buffer.memory} holds, here as much again as a second's worth.
     */
    private static void assertScoresAgreeWithTheBrokers(List<Map<String, String>> rows) {
        for (Map<String, String> row : rows) {
            if (row.get("benchmark").equals("MaxRate") && !row.get("acks").equals("0")) {
                double score = Double.parseDouble(row.get("jmh_score"));
                double brokers = Double.parseDouble(row.get("log_end_records_per_s"));
                assertThat(score / brokers).as("%s", row).isCloseTo(1, within(0.15));
            }
        }
    }

    private void assertProcessorAgrees(BenchProcess bench, List<Map<String, String>> rows) throws IOException {
        List<Map<String, String>> timed =
                rows.stream().filter(row -> !row.get("ack_p99_us").isEmpty()).toList();
        assertThat(timed).hasSize(4);
        for (Map<String, String> row : timed) {
            double processorMillis = ProcessorReport.of(directory, histogramLog(bench, row), "ack")
                    .get("Total_99%");
            assertThat(processorMillis * 1000).isCloseTo(Double.parseDouble(row.get("ack_p99_us")), within(0.6));
        }
    }

    /** Refused and invisible records, a failover, and a healthy cluster again after each of them. */
    @Test
    void with_a_broker_down_every_setting_says_what_it_is_worth_and_the_next_sample_finds_all_brokers()
            throws Exception {
        try (BenchProcess bench = start(
                "FixedRate",
                "-f",
                "1",
                "-p",
                "brokersDown=0,1",
                "-p",
                "acks=1,all",
                "-p",
                "enableIdempotence=false",
                "-p",
                "transactional=false",
                "-p",
                "minInsyncReplicas=2,3",
                "-p",
                "recordSize=100")) {
            int exit = bench.await();
            List<Map<String, String>> rows = rows(bench);

            assertThat(rows)
                    .extracting(SweepOnBrokersTest::degraded)
                    .containsExactlyInAnyOrder(
                            "FixedRate acks=1 min=2 down=0",
                            "FixedRate acks=all min=2 down=0",
                            "FixedRate acks=all min=3 down=0",
                            "FixedRate acks=1 min=2 down=1",
                            "FixedRate acks=1 min=3 down=1",
                            "FixedRate acks=all min=2 down=1",
                            "Refusal acks=all min=3 down=1");
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.get("status")).as(row.get("status_reason")).isNotEqualTo("FAILED");
                assertThat(row.get("acknowledged")).isEqualTo(row.get("log_end_delta"));
            });
            assertOutages(rows);
            boolean allOk = rows.stream().allMatch(row -> row.get("status").equals("OK"));
            assertThat(exit).isEqualTo(allOk ? 0 : 4);
            assertThat(bench.started()).isEmpty();
            assertThat(bench.workspaces()).isEmpty();
        }
    }

    private static void assertOutages(List<Map<String, String>> rows) {
        for (Map<String, String> row : rows) {
            boolean down = row.get("brokers_down").equals("1");
            boolean refused = row.get("benchmark").equals("Refusal");
            boolean invisible = down
                    && row.get("acks").equals("1")
                    && row.get("min.insync.replicas").equals("3");
            assertThat(row.get("killed_broker")).as("%s", row).isEqualTo(down ? "1" : "");
            assertThat(row.get("leaders_moved")).as("%s", row).isEqualTo(down ? "2" : "");
            assertThat(row.get("unavailable_ms").isEmpty()).as("%s", row).isEqualTo(!down || refused);
            assertThat(row.get("first_ack_ms").isEmpty()).as("%s", row).isEqualTo(!down || refused);
            assertThat(row.get("broker_cpu_us_per_record").isEmpty())
                    .as("%s", row)
                    .isEqualTo(refused);
            if (down && !refused) {
                assertThat(row.get("invisible_until_heal"))
                        .as("%s", row)
                        .isEqualTo(invisible ? row.get("acknowledged") : "0");
            }
            if (refused) {
                assertThat(row)
                        .containsEntry("acknowledged", "0")
                        .containsEntry("refused", "20")
                        .containsEntry("refused_with", "not_enough_replicas")
                        .containsEntry("expired", "20")
                        .containsEntry("expired_with", "timeout")
                        .containsEntry("delivery_timeout_ms", "5000");
                assertThat(Double.parseDouble(row.get("expired_p50_ms"))).isGreaterThanOrEqualTo(5_000);
            }
        }
    }

    private static String degraded(Map<String, String> row) {
        return row.get("benchmark") + " acks=" + row.get("acks") + " min=" + row.get("min.insync.replicas") + " down="
                + row.get("brokers_down");
    }

    @Test
    void jmh_options_work_unchanged_and_forks_are_blocks() throws Exception {
        List<String> arguments = new ArrayList<>(ONE_CELL);
        arguments.addAll(
                List.of("-f", "2", "-wi", "1", "-w", "1s", "-i", "2", "-r", "1s", "-prof", "gc", "-rf", "json"));
        arguments.addAll(List.of("--broker-warm-up-rounds", "1", "--results", results()));
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            bench.await();
            assertThat(rows(bench)).extracting(row -> row.get("block")).containsExactly("1", "2");
            JsonNode entry = JsonMapper.shared()
                    .readTree(runDirectory(bench).resolve("jmh-result.json").toFile())
                    .get(0);
            assertThat(entry.get("forks").asInt()).isEqualTo(2);
            assertThat(entry.get("primaryMetric").get("rawData"))
                    .hasSize(2)
                    .allSatisfy(fork -> assertThat(fork).hasSize(2));
            assertThat(entry.get("secondaryMetrics").propertyNames())
                    .contains("gc.alloc.rate.norm", "service", "completed");
        }
    }

    @Test
    void forks_run_on_jdk_25() throws Exception {
        Optional<Path> java = jdk25();
        if (java.isEmpty()) {
            assertThat(System.getenv("CI")).as("CI must have a JDK 25").isNull();
            Assumptions.abort("skipped: no JDK 25 under /usr/lib/jvm; set JDK25_HOME to one");
        }
        List<String> arguments = new ArrayList<>(ONE_CELL);
        arguments.addAll(List.of("-f", "1", "-jvm", java.orElseThrow().toString(), "--results", results()));
        arguments.addAll(SHORT);
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            bench.await();
            assertThat(rows(bench)).hasSize(1).allSatisfy(row -> {
                assertThat(row.get("status")).isNotEqualTo("FAILED");
                assertThat(row.get("jdk")).startsWith("25");
                assertThat(row.get("acknowledged")).isEqualTo(row.get("log_end_delta"));
            });
            assertThat(Files.readString(runDirectory(bench).resolve("scratch/jmh.log")))
                    .doesNotContain("sun.misc.Unsafe");
        }
    }

    private static Optional<Path> jdk25() throws IOException {
        if (System.getenv("JDK25_HOME") != null) {
            return Optional.of(Path.of(System.getenv("JDK25_HOME"), "bin", "java"));
        }
        Path jvms = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(jvms)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(jvms)) {
            return homes.filter(home -> home.getFileName().toString().contains("-25-"))
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    @Test
    void an_interrupted_sweep_leaves_nothing_running_and_can_be_resumed() throws Exception {
        List<String> arguments = new ArrayList<>(ONE_CELL);
        arguments.addAll(List.of("-f", "3", "--results", results()));
        arguments.addAll(SHORT);
        Path run;
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitLine(bench, "block 1/3");
            bench.signal("INT");
            assertThat(bench.await()).isEqualTo(130);
            await().atMost(Duration.ofSeconds(30)).until(() -> bench.started().isEmpty());
            assertThat(bench.workspaces()).isEmpty();
            run = runDirectoryIn(Path.of(results()));
            assertThat(run.resolve("summary.csv")).doesNotExist();
        }
        Path again = directory.resolve("again");
        try (BenchProcess bench = BenchProcess.start(again, List.of("--resume", run.toString()))) {
            bench.await();
            assertThat(CsvTable.read(run.resolve("samples.csv")))
                    .extracting(row -> row.get("block"))
                    .containsExactly("1", "2", "3");
            assertThat(run.resolve("summary.csv")).isNotEmptyFile();
            // JMH's own result holds no sample that is not OK, as one may be on a busy host.
            long usable = CsvTable.read(run.resolve("samples.csv")).stream()
                    .filter(row -> row.get("status").equals("OK"))
                    .count();
            assertThat(usable).isPositive();
            assertThat(run.resolve("jmh-result.json")).content().contains("\"forks\" : " + usable);
        }
    }

    @Test
    void brokers_and_forks_die_with_a_killed_parent() throws Exception {
        List<String> arguments = new ArrayList<>(ONE_CELL);
        arguments.addAll(List.of("-f", "3", "--results", results()));
        arguments.addAll(SHORT);
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitLine(bench, "block 1/3");
            bench.signal("KILL");
            bench.await();
            await().atMost(Duration.ofSeconds(60)).until(() -> bench.started().isEmpty());
            assertThat(bench.workspaces()).isEmpty();
        }
    }

    @Test
    void a_broker_that_dies_makes_every_later_sample_a_row_that_says_so() throws Exception {
        List<String> arguments = new ArrayList<>(ONE_CELL);
        arguments.addAll(List.of("-f", "3", "--results", results()));
        arguments.addAll(SHORT);
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            awaitLine(bench, "block 1/3");
            broker(bench).destroyForcibly();
            assertThat(bench.await()).isEqualTo(4);
            List<Map<String, String>> rows = rows(bench);
            assertThat(rows).hasSize(3);
            assertThat(rows.get(2)).satisfies(row -> {
                assertThat(row.get("status")).isEqualTo("FAILED");
                assertThat(row.get("status_reason"))
                        .containsPattern("^not run: broker-\\d exited with code 137; last log line: ");
            });
            assertThat(bench.stderr()).anyMatch(line -> line.startsWith("not OK: block 3"));
            assertThat(bench.started()).isEmpty();
        }
    }

    private static ProcessHandle broker(BenchProcess bench) {
        return bench.started().stream()
                .filter(handle -> handle.info().commandLine().orElse("").contains("kafka.Kafka"))
                .filter(handle -> !handle.info().commandLine().orElse("").contains("-Xmx256m"))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitLine(BenchProcess bench, String start) {
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            assertThat(bench.isAlive())
                    .as(() -> "ended early: " + bench.stderr())
                    .isTrue();
            return bench.stderr().stream().anyMatch(line -> line.startsWith(start));
        });
    }

    private BenchProcess start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(SHORT);
        all.addAll(List.of("--results", results()));
        return BenchProcess.start(directory, all);
    }

    private String results() {
        return directory.resolve("results").toString();
    }

    private static List<Map<String, String>> rows(BenchProcess bench) {
        return CsvTable.read(runDirectory(bench).resolve("samples.csv"));
    }

    private static Path histogramLog(BenchProcess bench, Map<String, String> row) {
        return runDirectory(bench).resolve("histograms").resolve(row.get("histogram_file"));
    }

    /** What the last line on stdout names. */
    private static Path runDirectory(BenchProcess bench) {
        List<String> lines = bench.stdout();
        assertThat(lines).as(() -> "stderr: " + bench.stderr()).isNotEmpty();
        String last = lines.get(lines.size() - 1);
        assertThat(last).startsWith("results: ");
        return Path.of(last.substring("results: ".length()));
    }

    private static Path runDirectoryIn(Path results) throws IOException {
        try (Stream<Path> runs = Files.list(results)) {
            return runs.findFirst().orElseThrow();
        }
    }
}
