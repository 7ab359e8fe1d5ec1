package io.producerbench.compare;

import static io.producerbench.compare.TwoRuns.around;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.results.ResultFileException;
import io.producerbench.stats.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each export is read back by the rules of its format. */
class ExportsTest {
    @TempDir
    Path directory;

    private RunSamples base;
    private RunSamples next;

    @BeforeEach
    void two_runs() {
        base = TwoRuns.base().samples(directory.resolve(TwoRuns.BASE));
        next = TwoRuns.next().samples(directory.resolve(TwoRuns.NEXT));
    }

    @Test
    void for_benchstat_every_sample_that_is_OK_is_a_line_of_Gos_grammar() throws IOException {
        String text = BenchstatExport.of(base);
        GoBenchmarks read = GoBenchmarks.parse(text);

        Golden.assertSame("report/golden/benchstat.txt", text);
        assertThat(read.configuration())
                .doesNotContainKeys("run_id", "commit", "dirty", "schema_version")
                .containsEntry("cpu_model", "Some CPU, 2.20GHz")
                .containsEntry("jdk", "17.0.15");
        assertThat(read.better())
                .containsEntry("records/s", "higher")
                .containsEntry("ack-p99-ns", "lower")
                .containsEntry("ns-cpu/record", "lower");
        assertThat(read.results()).hasSize(64);
        assertThat(read.results())
                .filteredOn(result -> result.name().startsWith("MaxRate/acks=1/")
                        && result.name().contains("/record_size=1024-"))
                .hasSize(8)
                .first()
                .satisfies(result -> {
                    assertThat(result.name())
                            .doesNotContain("latency_sampling", "partitions")
                            .endsWith("-2");
                    assertThat(result.values()).containsEntry("records/s", 75_450.0);
                });
    }

    @Test
    void for_otava_each_series_is_a_wide_file_that_the_configuration_names() throws IOException {
        Map<String, String> files =
                OtavaExport.of(RunHistory.of(List.of(base, next)), Path.of("target/export/it's otava"));
        String yaml = files.get("otava.yaml");

        Golden.assertSame("report/golden/otava.yaml", yaml);
        assertThat(files).hasSize(1 + 10);
        files.forEach((name, text) -> {
            if (name.endsWith(".csv")) {
                assertThat(yaml).contains("file: 'target/export/it''s otava/" + name + "'");
                assertOtavaReads(name, text);
            }
        });
        assertThat(Pattern.compile("(?m)^      '([^']+)':$")
                        .matcher(yaml)
                        .results()
                        .map(name -> name.group(1)))
                .hasSize(18)
                .doesNotHaveDuplicates();
        assertThat(yaml).contains("test_groups:\n  'all':\n", "  'Some-CPU-2.20GHz-2-cores':\n");
        assertThat(files.keySet()).anyMatch(name -> name.matches("MaxRate-acks-1-min.isr-2-1024B-[0-9a-f]{8}\\.csv"));
    }

    /**
     * Asserts a header with the columns that the configuration names, one row for each run, a time
     * with a zone, and numbers with a dot.
     */
    private void assertOtavaReads(String name, String text) {
        try {
            List<Map<String, String>> rows = CsvRows.cells(Files.writeString(directory.resolve(name), text));
            assertThat(rows).isNotEmpty().allSatisfy(row -> {
                assertThat(row.keySet()).startsWith("time", "commit", "run_id", "cpu_model");
                assertThat(Instant.parse(row.get("time"))).isNotNull();
                assertThat(row.entrySet().stream().skip(3 + 6))
                        .isNotEmpty()
                        .allSatisfy(metric -> assertThat(Double.parseDouble(metric.getValue()))
                                .isPositive());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_series_of_another_machine_is_another_file() {
        RunSamples elsewhere = SamplesCsv.ofRun("20261125T090000Z-ccccccc")
                .with("cpu_model", "=cmd|' /C calc'!A0")
                .maxRate("1", around(9))
                .samples(directory.resolve("elsewhere"));
        RunSamples here = SamplesCsv.ofRun("20261126T090000Z-ddddddd")
                .maxRate("1", around(9))
                .samples(directory.resolve("here"));

        assertThat(OtavaExport.of(RunHistory.of(List.of(elsewhere, here)), Path.of("x")))
                .hasSize(3);
        assertThat(OtavaExport.of(RunHistory.of(List.of(here)), Path.of("x"))).hasSize(2);
    }

    @Test
    void for_github_action_benchmark_rates_and_the_rest_are_apart() throws IOException {
        String bigger = GithubActionExport.of(base, Direction.HIGHER);
        String smaller = GithubActionExport.of(base, Direction.LOWER);

        Golden.assertSame("report/golden/customBiggerIsBetter.json", bigger);
        assertThat(entries(bigger))
                .hasSize(6)
                .allSatisfy(entry -> assertThat(entry.get("unit").stringValue()).isEqualTo("records/s"));
        assertThat(entries(smaller))
                .hasSize(8)
                .noneMatch(entry -> entry.get("unit").stringValue().contains("/s"));
    }

    /** A file that lacks a column, or that spells a value as it once was, means the same series. */
    @Test
    void runs_of_every_schema_are_of_the_same_series_in_every_format() {
        RunSamples old = SamplesCsv.ofRun("20261123T090000Z-ccccccc")
                .with("schema_version", "1")
                .without("latency_sampling")
                .without("brokers_down")
                .maxRate("1", around(9))
                .samples(directory.resolve("old"));
        RunSamples older = SamplesCsv.ofRun("20261124T090000Z-eeeeeee")
                .with("latency_sampling", "1/16")
                .with("brokers_down", "0")
                .maxRate("1", around(9))
                .samples(directory.resolve("older"));
        RunSamples today = SamplesCsv.ofRun("20261126T090000Z-ddddddd")
                .with("schema_version", "4")
                .with("latency_sampling", "16")
                .with("brokers_down", "0")
                .maxRate("1", around(9))
                .samples(directory.resolve("today"));

        assertThat(names(BenchstatExport.of(old))).isEqualTo(names(BenchstatExport.of(today)));
        assertThat(names(BenchstatExport.of(older))).isEqualTo(names(BenchstatExport.of(today)));
        assertThat(entries(GithubActionExport.of(old, Direction.HIGHER)).get(0).get("name"))
                .isEqualTo(entries(GithubActionExport.of(today, Direction.HIGHER))
                        .get(0)
                        .get("name"));
        assertThat(OtavaExport.of(RunHistory.of(List.of(old, older, today)), Path.of("x")))
                .hasSize(1 + 1);
        assertThat(RunHistory.of(List.of(old, older, today)).series()).hasSize(1);
    }

    @Test
    void a_setting_that_somebody_chose_is_another_series() {
        RunSamples usual = SamplesCsv.ofRun("20261123T090000Z-ccccccc")
                .maxRate("1", around(9))
                .samples(directory.resolve("usual"));
        RunSamples chosen = SamplesCsv.ofRun("20261126T090000Z-ddddddd")
                .with("brokers_down", "1")
                .maxRate("1", around(9))
                .samples(directory.resolve("chosen"));

        assertThat(names(BenchstatExport.of(usual))).isNotEqualTo(names(BenchstatExport.of(chosen)));
        assertThat(RunHistory.of(List.of(usual, chosen)).series()).hasSize(2);
    }

    private static List<String> names(String benchstat) {
        return GoBenchmarks.parse(benchstat).results().stream()
                .map(GoBenchmarks.Result::name)
                .distinct()
                .toList();
    }

    /**
     * Asserts the custom results that its README defines: name and unit are texts, the value is a
     * number, range and extra are texts.
     */
    private static List<JsonNode> entries(String json) {
        JsonNode entries = new JsonMapper().readTree(json);
        assertThat(entries.isArray()).isTrue();
        assertThat(entries.valueStream().map(entry -> entry.get("name").stringValue()))
                .doesNotHaveDuplicates();
        entries.valueStream().forEach(entry -> {
            assertThat(entry.get("name").stringValue()).isNotBlank();
            assertThat(entry.get("value").isNumber()).isTrue();
            assertThat(entry.get("range").isString()).isTrue();
            assertThat(entry.get("extra").isString()).isTrue();
        });
        return entries.valueStream().toList();
    }

    @Test
    void the_JSON_of_JMH_is_handed_on_without_the_parameters_that_say_nothing() throws IOException {
        Path committed = committed();
        RunSamples run = base;
        Files.copy(committed, directory.resolve(TwoRuns.BASE).resolve("jmh-result.json"));

        JsonNode exported = new JsonMapper().readTree(JmhExport.of(List.of(run)).get(run));
        JsonNode written = new JsonMapper().readTree(committed);

        assertThat(exported.size()).isEqualTo(written.size()).isPositive();
        for (int i = 0; i < written.size(); i++) {
            assertThat(without(exported.get(i))).isEqualTo(without(written.get(i)));
            assertThat(exported.get(i).get("params").propertyNames())
                    .contains("acks", "minInsyncReplicas")
                    .doesNotContain("partitions", "compression", "keys");
        }
    }

    private static JsonNode without(JsonNode result) {
        return ((ObjectNode) result.deepCopy()).without("params");
    }

    @Test
    void a_parameter_that_differs_between_two_runs_stays_in_both() throws IOException {
        String result = """
                [{"jmhVersion": "1", "benchmark": "b", "mode": "thrpt", "params": {"acks": "1", "lingerMs": "%s"},
                  "primaryMetric": {"score": 1.50, "scoreUnit": "ops/s"}, "secondaryMetrics": {}}]""";
        Files.writeString(directory.resolve(TwoRuns.BASE).resolve("jmh-result.json"), result.formatted("0"));
        Files.writeString(directory.resolve(TwoRuns.NEXT).resolve("jmh-result.json"), result.formatted("5"));

        assertThat(JmhExport.of(List.of(base, next)).values())
                .allSatisfy(text -> assertThat(text).contains("lingerMs", "1.5").doesNotContain("acks"));
        assertThat(JmhExport.of(List.of(base)).get(base)).doesNotContain("lingerMs");
    }

    /** The older file lacks a parameter, and writes another as it once was. */
    @Test
    void files_of_JMH_of_every_version_have_the_same_parameters() throws IOException {
        String result = """
                {"jmhVersion": "1", "benchmark": "p.MaxRate.send", "mode": "thrpt", "params": {%s},
                  "primaryMetric": {"score": 1, "scoreUnit": "ops/s"}, "secondaryMetrics": {}}""";
        Files.writeString(
                directory.resolve(TwoRuns.BASE).resolve("jmh-result.json"),
                "[" + result.formatted("\"acks\": \"1\", \"latencySampling\": \"1/16\"") + "]");
        Files.writeString(
                directory.resolve(TwoRuns.NEXT).resolve("jmh-result.json"),
                "["
                        + result.formatted("\"acks\": \"1\", \"latencySampling\": \"16\", \"brokersDown\": \"0\"")
                        + ","
                        + result.formatted("\"acks\": \"1\", \"latencySampling\": \"16\", \"brokersDown\": \"1\"")
                        + "]");

        Map<RunSamples, String> texts = JmhExport.of(List.of(base, next));

        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(texts.get(base)).get(0).get("params"))
                .isEqualTo(json.readTree(texts.get(next)).get(0).get("params"))
                .isEqualTo(json.readTree("{\"brokersDown\": \"0\"}"));
    }

    @Test
    void nothing_in_a_comment_for_Otava_begins_a_line() {
        RunSamples elsewhere = SamplesCsv.ofRun("20261125T090000Z-ccccccc")
                .with("cpu_model", "CPU\u2028evil: true\u0085")
                .maxRate("1", around(9))
                .samples(directory.resolve("elsewhere"));

        assertThat(OtavaExport.of(RunHistory.of(List.of(elsewhere)), Path.of("x"))
                        .get("otava.yaml"))
                .contains("# cpu_model=CPU?evil: true? cores=2")
                .doesNotContain("\u2028", "\u0085");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "[{\"benchmark\": \"b\"}]", "no JSON"})
    void what_JMH_would_not_write_is_refused(String text) throws IOException {
        Files.writeString(directory.resolve(TwoRuns.NEXT).resolve("jmh-result.json"), text);

        assertThatThrownBy(() -> JmhExport.of(List.of(next)))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("jmh-result.json: expected the JSON that JMH writes");
    }

    @Test
    void a_run_without_the_JSON_of_JMH_is_refused() {
        assertThatThrownBy(() -> JmhExport.of(List.of(base))).hasMessageContaining("name a complete run");
    }

    /** A file that a real run wrote. */
    private static Path committed() throws IOException {
        try (var files = Files.find(Path.of("results"), 2, (path, unused) -> path.endsWith("jmh-result.json"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
