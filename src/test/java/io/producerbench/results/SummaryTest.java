package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.Golden;
import io.producerbench.latency.Latency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    /**
     * Two scenarios of six good blocks, the same two with {@code acks=1}, one of two blocks, one
     * whose third block is INVALID and fourth FAILED, and two of two blocks with a broker down: one
     * that goes on after it, and one that is refused.
     */
    private static final List<Map<String, String>> SAMPLES =
            CsvRows.cells(Golden.file("results/golden/samples-to-summarise.csv"));

    @Test
    void a_run_is_summarised_like_this() throws IOException {
        Golden.assertSame(
                "results/golden/summary.csv",
                summary(SAMPLES, SummaryTest::histogramsOf).csv());
    }

    @Test
    void samples_of_the_first_schema_are_read_and_what_they_did_not_say_is_empty() {
        Summary summary = summary(
                CsvRows.cells(Golden.file("results/golden/samples-of-schema-1.csv")), SummaryTest::histogramsOf);

        assertThat(summary.rows()).hasSize(4).allSatisfy(row -> {
            assertThat(cell(row, "schema_version")).isEqualTo("1");
            assertThat(cell(row, "latency_sampling")).isEmpty();
            assertThat(cell(row, "records_per_s_median")).isNotEmpty();
        });
    }

    @Test
    void samples_of_the_second_schema_are_read_and_were_taken_once_each() {
        Summary summary = summary(
                CsvRows.cells(Golden.file("results/golden/samples-of-schema-2.csv")), SummaryTest::histogramsOf);

        assertThat(summary.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(cell(row, "schema_version")).isEqualTo("2");
            assertThat(cell(row, "taken_again")).isEqualTo("0");
            assertThat(cell(row, "others_cpu_share_max") + cell(row, "cold")).isEmpty();
        });
    }

    @Test
    void samples_of_the_third_schema_are_read_and_their_mode_is_derived() {
        Summary summary = summary(
                CsvRows.cells(Golden.file("results/golden/samples-of-schema-3.csv")), SummaryTest::histogramsOf);

        assertThat(summary.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(cell(row, "schema_version")).isEqualTo("3");
            assertThat(cell(row, "latency_sampling")).startsWith("1/");
            assertThat(cell(row, "acks")).isIn("all", "0");
            assertThat(cell(row, "mode")).isIn("acks=all", "acks=0", "transactional");
        });
    }

    @Test
    void samples_of_the_fourth_schema_are_read_and_have_no_consumers() {
        Summary summary = summary(
                CsvRows.cells(Golden.file("results/golden/samples-of-schema-4.csv")), SummaryTest::histogramsOf);

        assertThat(summary.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(cell(row, "schema_version")).isEqualTo("4");
            assertThat(cell(row, "visible_committed_p99_us_median") + cell(row, "at_risk_records_median"))
                    .isEmpty();
        });
    }

    @Test
    void samples_of_the_fifth_schema_are_read_and_abort_nothing() {
        List<Map<String, String>> old = CsvRows.cells(Golden.file("results/golden/samples-of-schema-5.csv"));
        ColumnKey abortRate = new ColumnKey("abort_rate");

        assertThat(summary(old, SummaryTest::histogramsOf).rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(cell(row, "schema_version")).isEqualTo("5");
            assertThat(cell(row, "abort_rate")).isEmpty();
        });
        assertThat(CsvRows.of(old))
                .allSatisfy(row -> assertThat(SettingColumn.of(row, abortRate)).isEqualTo("0"));
    }

    @Test
    void samples_of_the_sixth_schema_are_read_and_say_nothing_of_hosts() {
        List<Map<String, String>> samples = CsvRows.cells(Golden.file("results/golden/samples-of-schema-6.csv"));
        Summary summary = summary(samples, SummaryTest::histogramsOf);

        assertThat(samples).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContainKey("hosts"));
        assertThat(summary.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(cell(row, "schema_version")).isEqualTo("6");
            assertThat(cell(row, "mode")).isIn("acks=1", "acks=all", "acks=0", "transactional");
        });
    }

    @Test
    void acks1_itself_is_1_and_a_scenario_without_acks1_beside_it_has_no_ratio() {
        Summary alone = summary(blocks(6), SummaryTest::none);
        Summary base =
                summary(blocks(6).stream().map(row -> with(row, "acks", "1")).toList(), SummaryTest::none);

        assertThat(cell(alone, "rate_vs_acks1") + cell(alone, "rate_vs_acks1_low"))
                .isEmpty();
        assertThat(cell(base, "rate_vs_acks1")).isEqualTo("1.0000");
        assertThat(cell(base, "rate_vs_acks1_high")).isEqualTo("1.0000");
    }

    @Test
    void several_attempts_at_a_block_are_one_block_of_which_the_good_one_counts() {
        Map<String, String> bad = with(maxRate(2, 900_000), "status", "INVALID");
        Summary summary =
                summary(List.of(maxRate(1, 100), bad, bad, maxRate(2, 200), maxRate(3, 300)), SummaryTest::none);

        assertThat(cell(summary, "blocks")).isEqualTo("3");
        assertThat(cell(summary, "valid")).isEqualTo("3");
        assertThat(cell(summary, "taken_again")).isEqualTo("2");
        assertThat(cell(summary, "records_per_s_median")).isEqualTo("200.0");
        assertThat(cell(summary, "warnings")).startsWith("2 samples were taken again; ");
    }

    @Test
    void samples_from_before_brokers_were_killed_are_read_and_say_nothing_of_it() {
        Summary summary = summary(
                CsvRows.cells(Golden.file("results/golden/samples-without-brokers-down.csv")),
                SummaryTest::histogramsOf);

        assertThat(summary.rows()).hasSize(4).allSatisfy(row -> {
            assertThat(cell(row, "brokers_down")).isEmpty();
            assertThat(cell(row, "unavailable_ms_median") + cell(row, "refused_with"))
                    .isEmpty();
            assertThat(cell(row, "records_per_s_median")).isNotEmpty();
        });
    }

    @Test
    void a_rate_that_is_not_to_be_seen_says_nothing_of_a_drift() {
        List<Map<String, String>> unseen = IntStream.rangeClosed(1, 6)
                .mapToObj(block -> with(maxRate(block, 1_000), "records_per_s", ""))
                .toList();

        assertThat(cell(summary(unseen, SummaryTest::none), "drift_share")).isEmpty();
        assertThat(cell(summary(unseen, SummaryTest::none), "valid")).isEqualTo("6");
    }

    @Test
    void samples_that_are_not_ok_are_counted_and_left_out() {
        Map<String, String> bad = with(maxRate(2, 900_000), "status", "INVALID");
        Summary summary = summary(List.of(maxRate(1, 100), bad, maxRate(3, 300)), SummaryTest::none);

        assertThat(cell(summary, "blocks")).isEqualTo("3");
        assertThat(cell(summary, "valid")).isEqualTo("2");
        assertThat(cell(summary, "records_per_s_median")).isEqualTo("200.0");
        assertThat(cell(summary, "warnings")).startsWith("1 of 3 blocks have no OK sample; ");
    }

    @Test
    void a_scenario_without_a_good_sample_has_a_row_without_numbers() {
        Summary summary = summary(List.of(with(maxRate(1, 100), "status", "INVALID")), SummaryTest::none);

        assertThat(cell(summary, "valid")).isEqualTo("0");
        assertThat(cell(summary, "records_per_s_median")).isEmpty();
        assertThat(cell(summary, "limited_by")).isEmpty();
    }

    @Test
    void five_blocks_have_a_median_but_no_interval_and_say_so() {
        Summary summary = summary(blocks(5), SummaryTest::none);

        assertThat(cell(summary, "records_per_s_median")).isEqualTo("1000.0");
        assertThat(cell(summary, "records_per_s_low")).isEmpty();
        assertThat(cell(summary, "records_per_s_high")).isEmpty();
        assertThat(cell(summary, "warnings")).isEqualTo("a 95 % interval needs 6 valid blocks, got 5");
    }

    @Test
    void six_blocks_have_an_interval_and_no_warning() {
        Summary summary = summary(blocks(6), SummaryTest::none);

        assertThat(cell(summary, "records_per_s_low")).isEqualTo("1000.0");
        assertThat(cell(summary, "records_per_s_high")).isEqualTo("1000.0");
        assertThat(cell(summary, "warnings")).isEmpty();
    }

    @Test
    void a_drift_of_the_run_is_a_warning_on_every_row() {
        List<Map<String, String>> rising = IntStream.rangeClosed(1, 6)
                .mapToObj(block -> maxRate(block, 1_000 + 20 * block))
                .toList();
        List<Map<String, String>> both = Stream.concat(
                        rising.stream(), rising.stream().map(row -> with(row, "acks", "1")))
                .toList();

        Summary summary = summary(both, SummaryTest::none);

        assertThat(summary.rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(cell(row, "warnings")).isEqualTo("rates drifted by +9.3 % over the run"));
        assertThat(summary.rows().get(0).drift().orElseThrow().share()).isCloseTo(100 / 1_070.0, within(1e-9));
    }

    @Test
    void fixed_rates_say_nothing_of_a_drift() {
        List<Map<String, String>> rising = IntStream.rangeClosed(1, 6)
                .mapToObj(block -> with(maxRate(block, 1_000 + 20 * block), "benchmark", "FixedRate"))
                .toList();

        assertThat(cell(summary(rising, SummaryTest::none), "drift_share")).isEmpty();
    }

    @Test
    void rows_are_sorted_by_setting_and_numbers_by_size() {
        Summary summary = summary(
                List.of(
                        with(maxRate(1, 100), "record_size", "1024"),
                        with(maxRate(1, 100), "record_size", "100"),
                        with(maxRate(1, 100), "benchmark", "FixedRate")),
                SummaryTest::none);

        assertThat(summary.rows())
                .extracting(row -> cell(row, "benchmark") + " " + cell(row, "record_size"))
                .containsExactly("FixedRate 100", "MaxRate 100", "MaxRate 1024");
    }

    @Test
    void the_limits_of_all_blocks_are_listed_once_each() {
        Summary summary = summary(
                List.of(
                        with(maxRate(1, 100), "limited_by", "machine"),
                        with(maxRate(2, 100), "limited_by", "brokers"),
                        with(maxRate(3, 100), "limited_by", "machine")),
                SummaryTest::none);

        assertThat(cell(summary, "limited_by")).isEqualTo("brokers+machine");
    }

    @Test
    void a_block_whose_limit_is_unknown_adds_nothing_to_the_list() {
        Summary summary = summary(
                List.of(with(maxRate(1, 100), "limited_by", ""), with(maxRate(2, 100), "limited_by", "brokers")),
                SummaryTest::none);

        assertThat(cell(summary, "limited_by")).isEqualTo("brokers");
    }

    @Test
    void no_two_columns_share_a_name() {
        assertThat(SummaryColumns.ALL).extracting(Column::name).doesNotHaveDuplicates();
    }

    @Test
    void the_summary_of_a_run_adds_up_the_histograms_of_all_blocks(@TempDir Path results) {
        RunDirectory run = RunDirectory.create(results, "run", RunDirectory.HISTOGRAMS);
        CsvTable<SampleRow> samples = new CsvTable<>(SampleColumns.ALL);
        for (SampleRow row : List.of(
                ASample.atRate(2000, Map.of())
                        .latency(Latency.ACK, 1_000, 1_000)
                        .row(1, 1),
                ASample.atRate(2000, Map.of()).latency(Latency.ACK, 9_000).row(2, 1))) {
            run.keepHistograms(row);
            samples.append(run.samples(), row);
        }

        Summary summary = Summary.of(run);

        assertThat(cell(summary, "ack_pooled_count")).isEqualTo("3");
        assertThat(Double.parseDouble(cell(summary, "ack_pooled_p50_us"))).isBetween(999.0, 1_001.0);
        assertThat(Double.parseDouble(cell(summary, "ack_pooled_max_us"))).isBetween(8_999.0, 9_009.0);
    }

    @Test
    void a_run_without_samples_has_a_summary_without_rows(@TempDir Path results) {
        RunDirectory run = RunDirectory.create(results, "run");

        assertThat(Summary.of(run).rows()).isEmpty();
    }

    private static List<Map<String, String>> blocks(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(block -> maxRate(block, 1_000))
                .toList();
    }

    /** The first row of the file, as another block with another rate. */
    private static Map<String, String> maxRate(int block, double recordsPerSecond) {
        return with(
                with(SAMPLES.get(0), "block", Integer.toString(block)),
                "records_per_s",
                Double.toString(recordsPerSecond));
    }

    private static Map<String, String> with(Map<String, String> row, String column, String cell) {
        assertThat(row).containsKey(column);
        Map<String, String> changed = new LinkedHashMap<>(row);
        changed.put(column, cell);
        return changed;
    }

    private static Summary summary(
            List<Map<String, String>> samples, Function<String, Map<Latency, Histogram>> histograms) {
        return Summary.of(CsvRows.of(samples), histograms);
    }

    private static Map<Latency, Histogram> none(String file) {
        return Map.of();
    }

    /** In block n of a scenario at fixed rate: 1 ms a hundred times, and n ms once. */
    private static Map<Latency, Histogram> histogramsOf(String file) {
        assertThat(file).matches("block-0[1-6]-(max|fixed)-rate-.*\\.hlog").doesNotContain("block-03-fixed-rate-trans");
        Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
        if (file.contains("fixed-rate")) {
            Histogram ack = new Histogram(3_600_000_000_000L, 3);
            ack.recordValueWithCount(1_000_000, 100);
            ack.recordValue(1_000_000L * Character.digit(file.charAt("block-0".length()), 10));
            histograms.put(Latency.ACK, ack);
        }
        return histograms;
    }

    private static String cell(Summary summary, String column) {
        assertThat(summary.rows()).hasSize(1);
        return cell(summary.rows().get(0), column);
    }

    private static String cell(SummaryRow row, String column) {
        return SummaryColumns.ALL.stream()
                .filter(candidate -> candidate.name().equals(column))
                .map(candidate -> candidate.cell().apply(row))
                .findFirst()
                .orElseThrow();
    }
}
