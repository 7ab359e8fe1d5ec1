package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import io.producerbench.ResultsReadme;
import io.producerbench.results.Column;
import io.producerbench.results.CsvRows;
import io.producerbench.results.CsvTable;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.SettingColumn;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuetSummaryTest {
    @Test
    void a_clear_loss_is_slower() {
        DuetSummaryRow row = summary(pairs("one", -0.06, 0.002, 10)).rows().get(0);

        assertThat(row.judgement()).isEqualTo("SLOWER");
        assertThat(row.isWorse()).isTrue();
        assertThat(row.advice()).isEmpty();
    }

    @Test
    void dropped_pairs_do_not_count_and_are_counted() {
        List<Map<String, String>> pairs = new ArrayList<>(pairs("one", 0, 0.001, 10));
        pairs.addAll(pairs("one", -3, 0.001, 4).stream()
                .peek(pair -> pair.put("dropped", "new: 1 leaders moved"))
                .toList());
        DuetSummaryRow row = summary(pairs).rows().get(0);

        assertThat(row.dropped()).isEqualTo(4);
        assertThat(row.judgement()).isEqualTo("EQUAL");
    }

    @Test
    void too_few_pairs_say_how_many_would_do() {
        DuetSummaryRow row = summary(pairs("one", -0.06, 0.002, 4)).rows().get(0);

        assertThat(row.judgement()).isEqualTo("INCONCLUSIVE");
        assertThat(row.advice()).contains("too few pairs, 4 of at least 10");
        assertThat(row.isWorse()).isFalse();
    }

    @Test
    void every_metric_has_a_verdict_of_its_own() {
        List<DuetSummaryRow> rows = summary(pairs("one", -0.06, 0.002, 10)).rows();

        assertThat(rows)
                .extracting(row -> row.metric().name() + " " + row.judgement())
                .containsExactly(
                        "records_per_s SLOWER", "client_cpu_us_per_record SLOWER", "broker_cpu_us_per_record EQUAL");
    }

    @Test
    void a_scenario_at_a_fixed_rate_is_judged_by_its_tail() {
        assertThat(ComparedMetric.decisive("FixedRate")).isEqualTo(ComparedMetric.ACK_P99_US);
        assertThat(ComparedMetric.decisive("MaxRate")).isEqualTo(ComparedMetric.RECORDS_PER_S);
    }

    /** The spinning until a record is due would hide a difference of what the client does for it. */
    @Test
    void at_a_fixed_rate_the_clients_cpu_time_is_not_judged() {
        List<Map<String, String>> pairs = pairs("one", 0, 0.001, 10).stream()
                .peek(pair -> pair.put("benchmark", "FixedRate"))
                .toList();

        assertThat(summary(pairs).rows())
                .extracting(row -> row.metric().name())
                .isNotEmpty()
                .doesNotContain("client_cpu_us_per_record");
    }

    @Test
    void after_more_than_forty_pairs_the_file_has_no_second_opinion(@TempDir Path directory) throws IOException {
        DuetSummary summary = DuetSummary.of(CsvRows.of(pairs("one", -0.06, 0.002, 41)), Looks.once(41, 0.01));

        Path file = Files.writeString(directory.resolve("duet-summary.csv"), summary.csv());
        assertThat(CsvRows.cells(file).get(0))
                .containsEntry("judgement", "SLOWER")
                .containsEntry("p_sign_flip", "");
    }

    @Test
    void nothing_measured_is_nothing_said() {
        assertThat(summary(List.of()).rows()).isEmpty();
    }

    @Test
    void pairs_of_schema_4_are_judged_by_the_metrics_that_they_have() {
        DuetSummary summary =
                DuetSummary.of(CsvTable.read(Golden.file("results/golden/duet-of-schema-4.csv")), Looks.USUAL);

        assertThat(summary.rows())
                .extracting(row -> row.metric().name())
                .containsExactly("records_per_s", "client_cpu_us_per_record");
        assertThat(summary.rows()).allSatisfy(row -> assertThat(row.dropped()).isEqualTo(1));
    }

    /** A run of schema 2, made when a pair was one sample after the other. */
    @Test
    void a_run_of_an_older_schema_still_gives_the_intervals_that_it_wrote() {
        Path recorded = Path.of("results/20261126T225915Z-4d0389c");

        DuetSummary again = DuetSummary.of(CsvTable.read(recorded.resolve("duet.csv")), Looks.once(10, 0.01));

        assertThat(again.rows().stream().map(DuetSummaryTest::essence))
                .hasSize(10)
                .containsExactlyElementsOf(CsvTable.read(recorded.resolve("duet-summary.csv")).stream()
                        .map(row -> String.join(
                                " ",
                                row.text(JudgementKeys.SCENARIO),
                                row.text(JudgementKeys.METRIC),
                                row.text(JudgementKeys.RATIO),
                                row.text(JudgementKeys.RATIO.low()),
                                row.text(JudgementKeys.RATIO.high())))
                        .toList());
    }

    private static String essence(DuetSummaryRow row) {
        LookResult result = row.result().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s %s %.5f %.5f %.5f",
                row.scenario(),
                row.metric().name(),
                result.ratio(),
                result.interval().low(),
                result.interval().high());
    }

    @Test
    void the_file_is_as_it_was() throws IOException {
        Golden.assertSame("compare/golden/duet-summary.csv", golden().csv());
    }

    @Test
    void every_column_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## duet-summary.csv"))
                .containsExactlyElementsOf(
                        DuetSummaryColumns.ALL.stream().map(Column::name).toList());
        assertThat(ResultsReadme.rows("## duet-summary.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).matches(ResultsReadme.WHOLE_ROW));
    }

    private static DuetSummary golden() {
        return summary(Stream.of(
                        pairs("max-rate-acks-1-min-isr-2-1024B", -0.06, 0.002, 10),
                        pairs("max-rate-acks-all-min-isr-2-1024B", 0.001, 0.004, 15),
                        pairs("max-rate-idempotent-min-isr-2-1024B", 0, 0.2, 30),
                        pairs("max-rate-transactional-min-isr-2-1024B", 0, 0.2, 3))
                .flatMap(List::stream)
                .toList());
    }

    private static DuetSummary summary(List<Map<String, String>> pairs) {
        return DuetSummary.of(CsvRows.of(pairs), Looks.USUAL);
    }

    /** Returns rows of {@code duet.csv}, at 100,000 records per second. */
    public static List<Map<String, String>> pairs(String scenario, double logRatio, double spread, int count) {
        Random random = new Random(5);
        List<Map<String, String>> pairs = new ArrayList<>();
        for (int pair = 1; pair <= count; pair++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("schema_version", "5");
            row.put("run_id", "20261123T164311Z-a31fb7a");
            RunIdentity.keys().forEach(key -> row.put(key.name(), "of-" + key));
            row.put("base_arm", "linger.ms=5");
            row.put("new_arm", "linger.ms=0");
            row.put("scenario", scenario);
            SettingColumn.names().forEach(name -> row.put(name, ""));
            row.put("benchmark", "MaxRate");
            row.put("dropped", "");
            ratio(row, "records_per_s", 100_000, logRatio + spread * random.nextGaussian());
            ratio(row, "client_cpu_us_per_record", 2.5, -logRatio + spread * random.nextGaussian());
            ratio(row, "broker_cpu_us_per_record", 12, spread * random.nextGaussian());
            pairs.add(row);
        }
        return pairs;
    }

    private static void ratio(Map<String, String> row, String metric, double base, double logRatio) {
        row.put("base_" + metric, String.format(Locale.ROOT, "%.4f", base));
        row.put("new_" + metric, String.format(Locale.ROOT, "%.4f", base * Math.exp(logRatio)));
        row.put("log_ratio_" + metric, String.format(Locale.ROOT, "%.9f", logRatio));
    }
}
