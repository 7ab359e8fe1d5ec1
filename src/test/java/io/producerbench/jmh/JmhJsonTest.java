package io.producerbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyResult;
import io.producerbench.results.CsvRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JmhJsonTest {
    private static final Map<String, String> ACKS_1 = Map.of("acks", "1");
    private static final Map<String, String> ACKS_ALL = Map.of("acks", "all");

    @TempDir
    Path directory;

    @Test
    void the_blocks_of_a_scenario_are_the_forks_of_one_entry() {
        JsonNode entries = json(List.of(
                JmhResults.ofOneFork(ACKS_ALL, 100),
                JmhResults.ofOneFork(ACKS_1, 300),
                JmhResults.ofOneFork(ACKS_1, 302),
                JmhResults.ofOneFork(ACKS_ALL, 104),
                JmhResults.ofOneFork(ACKS_ALL, 108)));

        assertThat(entries.size()).isEqualTo(2);
        JsonNode all = entry(entries, "all");
        assertThat(all.get("forks").intValue()).isEqualTo(3);
        assertThat(all.get("primaryMetric").get("score").doubleValue()).isEqualTo(104);
        assertThat(all.get("primaryMetric").get("rawData").toString()).isEqualTo("[[100.0],[104.0],[108.0]]");
        assertThat(entry(entries, "1").get("forks").intValue()).isEqualTo(2);
    }

    @Test
    void what_else_jmh_says_of_a_fork_stays() {
        JsonNode entry = json(List.of(JmhResults.ofOneFork(ACKS_1, 300))).get(0);

        assertThat(entry.get("benchmark").stringValue()).isEqualTo("io.producerbench.benchmarks.MaxRate.send");
        assertThat(entry.get("mode").stringValue()).isEqualTo("thrpt");
        assertThat(entry.get("jdkVersion").stringValue()).isEqualTo("17.0.9");
        assertThat(entry.get("jvmArgs").toString()).isEqualTo("[\"-Xmx1g\"]");
        assertThat(entry.get("measurementTime").stringValue()).isEqualTo("1 s");
        assertThat(entry.get("primaryMetric").get("scoreUnit").stringValue()).isEqualTo("ops/s");
    }

    @Test
    void histograms_of_all_blocks_are_added_up() {
        JsonNode entry = json(List.of(
                        JmhResults.ofOneFork(ACKS_1, 300, latency(1_000_000)),
                        JmhResults.ofOneFork(ACKS_1, 300, latency(9_000_000))))
                .get(0);

        JsonNode percentiles = entry.get("secondaryMetrics").get("ack").get("scorePercentiles");
        assertThat(percentiles.get("50.0").doubleValue()).isBetween(999.0, 1_001.0);
        assertThat(percentiles.get("100.0").doubleValue()).isBetween(8_999.0, 9_009.0);
    }

    @Test
    void other_formats_of_jmh_are_written_as_well() {
        Path csv = directory.resolve("jmh-result.csv");

        JmhJson.write(csv, ResultFormatType.CSV, List.of(JmhResults.ofOneFork(ACKS_1, 300)));

        assertThat(CsvRows.cells(csv)).singleElement().satisfies(row -> {
            assertThat(row.get("Param: acks")).isEqualTo("1");
            assertThat(row.get("Score")).startsWith("300");
        });
    }

    @Test
    void what_an_external_profiler_added_to_a_fork_stays() {
        RunResult fork = JmhResults.ofOneFork(ACKS_1, 300);
        BenchmarkResult result = fork.getBenchmarkResults().iterator().next();
        result.addBenchmarkResult(new ThroughputResult(
                ResultRole.SECONDARY,
                "from-outside",
                7,
                1_000_000_000L,
                fork.getParams().getTimeUnit()));

        assertThat(json(List.of(fork)).get(0).get("secondaryMetrics").has("from-outside"))
                .isTrue();
    }

    private static LatencyResult latency(long nanos) {
        Histogram histogram = new Histogram(3);
        histogram.recordValue(nanos);
        return new LatencyResult(Latency.ACK, histogram);
    }

    private JsonNode json(List<RunResult> samples) {
        Path file = directory.resolve("jmh-result.json");
        JmhJson.write(file, ResultFormatType.JSON, samples);
        return new JsonMapper().readTree(file);
    }

    private static JsonNode entry(JsonNode entries, String acks) {
        for (JsonNode entry : entries) {
            if (entry.get("params").get("acks").stringValue().equals(acks)) {
                return entry;
            }
        }
        throw new AssertionError("no entry of acks=" + acks + " in " + entries);
    }
}
