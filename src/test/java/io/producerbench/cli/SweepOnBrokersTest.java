package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.latency.ProcessorReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Sweeps on real brokers, started as users start them. No measured number is asserted, only that
 * numbers agree.
 */
@Tag("cluster")
@Tag("alone")
@Timeout(900)
class SweepOnBrokersTest {
    /** Two benchmarks in five modes. */
    private static final int QUICK_ROWS = 2 * 5;

    @TempDir
    Path directory;

    @Test
    void a_quick_sweep_gives_a_row_and_a_histogram_log_for_every_benchmark_in_every_mode() throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("--quick", "-p", "minInsyncReplicas=2", "-wi", "1", "-w", "1s", "-r", "2s"));
        arguments.addAll(List.of("--broker-warm-up-rounds", "2", "--most-others", "1", "--results", results()));
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            int exit = bench.await();
            List<Map<String, String>> rows = bench.samples();
            assertThat(RecordedRun.ofSweep(bench.runDirectory(), QUICK_ROWS)).isEmpty();
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
     * The windows here are short on a noisy machine; the row's own check holds the tight bound. A
     * score that counted records enqueued would be off by all that {@code buffer.memory} holds,
     * here as much again as a second's worth.
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
        assertThat(timed).hasSize(QUICK_ROWS / 2 - 1);
        for (Map<String, String> row : timed) {
            double processorMillis = ProcessorReport.of(directory, histogramLog(bench, row), "ack")
                    .get("Total_99%");
            assertThat(processorMillis * 1000).isCloseTo(Double.parseDouble(row.get("ack_p99_us")), within(0.6));
        }
    }

    @Test
    @Tag("nightly")
    void jmh_options_work_unchanged_and_forks_are_blocks() throws Exception {
        List<String> arguments = new ArrayList<>(ShortSweep.ONE_CELL);
        arguments.addAll(
                List.of("-f", "2", "-wi", "1", "-w", "1s", "-i", "2", "-r", "1s", "-prof", "gc", "-rf", "json"));
        arguments.addAll(List.of("--broker-warm-up-rounds", "1", "--most-others", "1", "--results", results()));
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            bench.await();
            assertThat(bench.samples()).extracting(row -> row.get("block")).containsExactly("1", "2");
            JsonNode entry = JsonMapper.shared()
                    .readTree(bench.runDirectory().resolve("jmh-result.json").toFile())
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
    @Tag("nightly")
    void forks_run_on_jdk_25() throws Exception {
        Optional<Path> java = jdk25();
        if (java.isEmpty()) {
            assertThat(System.getenv("CI")).as("CI must have a JDK 25").isNull();
            Assumptions.abort("skipped: no JDK 25 under /usr/lib/jvm; set JDK25_HOME to one");
        }
        List<String> arguments =
                ShortSweep.ofOneCell("-f", "1", "-jvm", java.orElseThrow().toString(), "--results", results());
        try (BenchProcess bench = BenchProcess.start(directory, arguments)) {
            bench.await();
            assertThat(bench.samples()).hasSize(1).allSatisfy(row -> {
                assertThat(row.get("status")).isNotEqualTo("FAILED");
                assertThat(row.get("jdk")).startsWith("25");
                assertThat(row.get("acknowledged")).isEqualTo(row.get("log_end_delta"));
            });
            assertThat(Files.readString(bench.runDirectory().resolve("scratch/jmh.log")))
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

    private static Path histogramLog(BenchProcess bench, Map<String, String> row) {
        return bench.runDirectory().resolve("histograms").resolve(row.get("histogram_file"));
    }

    private String results() {
        return directory.resolve("results").toString();
    }
}
