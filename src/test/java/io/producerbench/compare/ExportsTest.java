package io.producerbench.compare;

import static io.producerbench.compare.TwoRuns.around;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.results.CsvRows;
import io.producerbench.stats.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
                .containsEntry("run_id", TwoRuns.BASE)
                .containsEntry("cpu_model", "Some CPU, 2.20GHz")
                .containsEntry("jdk", "17.0.15");
        assertThat(read.better())
                .containsEntry("records/s", "higher")
                .containsEntry("ack_p99_us", "lower")
                .containsEntry("client_cpu_us_per_record", "lower");
        assertThat(read.results()).hasSize(64);
        assertThat(read.results())
                .filteredOn(result -> result.name().startsWith("MaxRate/acks=1/")
                        && result.name().contains("/record_size=1024/"))
                .hasSize(8)
                .first()
                .satisfies(result -> {
                    assertThat(result.name()).contains("/latency_sampling=1_16").endsWith("-2");
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
        assertThat(files.keySet()).anyMatch(name -> name.matches("MaxRate-acks-1-1024B-[0-9a-f]{8}\\.csv"));
    }

    /**
     * Asserts a header with the columns that the configuration names, one row for each run, a time
     * with a zone, and numbers with a dot.
     */
    private void assertOtavaReads(String name, String text) {
        try {
            List<Map<String, String>> rows = CsvRows.cells(Files.writeString(directory.resolve(name), text));
            assertThat(rows).isNotEmpty().allSatisfy(row -> {
                assertThat(row.keySet()).startsWith("time", "commit", "run_id");
                assertThat(Instant.parse(row.get("time"))).isNotNull();
                assertThat(row.entrySet().stream().skip(3))
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
    void the_JSON_of_JMH_is_handed_on_as_it_is() throws IOException {
        Path committed = committed();
        RunSamples run = base;
        Files.copy(committed, directory.resolve(TwoRuns.BASE).resolve("jmh-result.json"));

        assertThat(JmhExport.of(run)).isEqualTo(Files.readString(committed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "[{\"benchmark\": \"b\"}]", "no JSON"})
    void what_JMH_would_not_write_is_refused(String text) throws IOException {
        Files.writeString(directory.resolve(TwoRuns.NEXT).resolve("jmh-result.json"), text);

        assertThatThrownBy(() -> JmhExport.of(next))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("jmh-result.json: expected the JSON that JMH writes");
    }

    @Test
    void a_run_without_the_JSON_of_JMH_is_refused() {
        assertThatThrownBy(() -> JmhExport.of(base)).hasMessageContaining("name a complete run");
    }

    /** A file that a real run wrote. */
    private static Path committed() throws IOException {
        try (var files = Files.find(Path.of("results"), 2, (path, unused) -> path.endsWith("jmh-result.json"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
