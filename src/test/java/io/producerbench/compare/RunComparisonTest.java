package io.producerbench.compare;

import static io.producerbench.compare.TwoRuns.around;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.Golden;
import io.producerbench.ResultsReadme;
import io.producerbench.results.Column;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Difference;
import io.producerbench.stats.Judgement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunComparisonTest {
    private static final Set<HiddenDimension> CODE_ONLY = EnumSet.noneOf(HiddenDimension.class);

    @TempDir
    Path directory;

    @Test
    void the_file_is_as_it_was() throws IOException {
        RunComparison comparison = compare(TwoRuns.base(), TwoRuns.next());

        Golden.assertSame(
                "compare/golden/comparison.csv", ComparisonColumns.csv(comparison, "20261125T100000Z-ccccccc"));
    }

    @Test
    void every_column_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## comparison.csv"))
                .containsExactlyElementsOf(ComparisonColumns.of(compare(TwoRuns.base(), TwoRuns.next()), "").stream()
                        .map(Column::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "75000, FASTER",
        "60001, INCONCLUSIVE",
        "60000, EQUAL",
        "60300, EQUAL",
        "60900, INCONCLUSIVE",
        "48000, SLOWER"
    })
    void a_rate_gets_its_judgement(double rate, Judgement expected) {
        double[] base = around(60_000);
        double[] next = rate == 60_001 ? around(60_000, 0.03) : around(rate);

        MetricComparison row = compare(run("a").maxRate("1", base), run("b").maxRate("1", next))
                .rows()
                .get(0);

        assertThat(row.judgement()).contains(expected);
    }

    @Test
    void the_ratio_is_that_of_new_to_base_and_its_p_the_exact_one() {
        Difference difference = compare(
                        run("a").maxRate("1", 100, 101, 102, 103, 104, 105),
                        run("b").maxRate("1", 110, 111.1, 112.2, 113.3, 114.4, 115.5))
                .rows()
                .get(0)
                .difference()
                .orElseThrow();

        assertThat(difference.ratio()).isCloseTo(1.1, within(1e-6));
        assertThat(difference.p()).isCloseTo(2 / 924.0, within(1e-12));
        assertThat(difference.interval().contains(1.1)).isTrue();
    }

    @Test
    void of_acks_0_the_growth_of_the_log_is_compared_and_it_has_no_tail() {
        RunComparison comparison = compare(
                run("a").maxRate("0", around(9)).fixedRate("0", around(1)),
                run("b").maxRate("0", around(9)).fixedRate("0", around(1)));

        assertThat(comparison.rows())
                .extracting(MetricComparison::metric)
                .containsExactly(SampleMetrics.LOG_END_RECORDS_PER_S, SampleMetrics.CLIENT_CPU_US_PER_RECORD);
    }

    @ParameterizedTest
    @EnumSource(HiddenDimension.class)
    void what_differs_in_a_hidden_dimension_is_not_comparable_unless_that_is_compared(HiddenDimension dimension) {
        String other = dimension == HiddenDimension.SCHEMA_VERSION ? "1" : "3";
        SamplesCsv next = run("b").with(dimension.column().name(), other).maxRate("1", around(9));

        MetricComparison row =
                compare(run("a").maxRate("1", around(9)), next).rows().get(0);
        MetricComparison across = RunComparison.of(
                        run("a").maxRate("1", around(9)).samples(directory.resolve("a")),
                        next.samples(directory.resolve("b")),
                        EnumSet.of(dimension))
                .rows()
                .get(0);

        assertThat(row.isComparable()).isFalse();
        assertThat(row.reason()).startsWith(dimension.column() + " ").endsWith(" and " + other);
        assertThat(across.isComparable()).isTrue();
    }

    @Test
    void a_file_older_than_the_number_of_hosts_is_of_one_host() {
        SamplesCsv older = run("a").without("hosts").maxRate("1", around(9));

        assertThat(compare(older, run("b").maxRate("1", around(9))).isComparable())
                .isTrue();
        assertThat(compare(older, run("b").with("hosts", "2").maxRate("1", around(9)))
                        .rows()
                        .get(0)
                        .reason())
                .isEqualTo("hosts 1 and 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void too_few_blocks_are_not_comparable(int blocks) {
        double[] few = Arrays.copyOf(around(9), blocks);

        MetricComparison row = compare(run("a").maxRate("1", around(9)), run("b").maxRate("1", few))
                .rows()
                .get(0);

        assertThat(row.reason()).isEqualTo("n=8+" + blocks + ", fewer than 4+4");
        assertThat(row.difference()).isEmpty();
        assertThat(row.judgement()).isEmpty();
    }

    @Test
    void samples_that_are_not_OK_are_counted_and_left_out() {
        MetricComparison row = compare(
                        run("a").maxRate("1", around(9)),
                        run("b").maxRate("1", around(9))
                                .lastWith("status", "INVALID")
                                .lastWith("records_per_s", "1000000"))
                .rows()
                .get(0);

        assertThat(row.next().n()).isEqualTo(7);
        assertThat(row.next().notOk()).isOne();
        assertThat(row.judgement()).contains(Judgement.EQUAL);
    }

    @Test
    void a_side_of_two_machines_or_with_a_block_twice_is_not_comparable() {
        SamplesCsv mixed = run("b").maxRate("1", around(9)).lastWith("jdk", "25");
        SamplesCsv twice = run("b").maxRate("1", around(9)).maxRate("1", around(8));

        assertThat(compare(run("a").maxRate("1", around(9)), mixed)
                        .rows()
                        .get(0)
                        .reason())
                .isEqualTo("new varies in jdk");
        assertThat(compare(twice, run("a").maxRate("1", around(9)))
                        .rows()
                        .get(0)
                        .reason())
                .isEqualTo("base has two samples of one block");
    }

    /** A block of which an attempt was disturbed has a row for each attempt. */
    @Test
    void a_sample_that_was_taken_again_is_one_sample_of_its_block() {
        SamplesCsv again =
                run("b").maxRate("1", 5).lastWith("status", "INVALID").maxRate("1", around(9));

        MetricComparison compared =
                compare(run("a").maxRate("1", around(9)), again).rows().get(0);

        assertThat(compared.reason()).isEmpty();
        assertThat(compared.next().n()).isEqualTo(8);
    }

    @Test
    void a_setting_that_only_one_file_knows_is_left_out_of_the_pairing_and_named() {
        SamplesCsv older = run("a").without("latency_sampling").maxRate("1", around(9));
        SamplesCsv ambiguous =
                run("b").maxRate("1", around(9)).with("latency_sampling", "1/1").maxRate("1", around(9));

        RunComparison comparison = compare(older, run("b").maxRate("1", around(9)));

        assertThat(comparison.unpairedColumns()).containsExactly(ScenarioKeys.LATENCY_SAMPLING);
        assertThat(comparison.isComparable()).isTrue();
        assertThat(compare(older, ambiguous).isComparable()).isFalse();
    }

    @Test
    void one_small_p_among_many_comparisons_is_no_difference() {
        SamplesCsv base = run("a").maxRate("0", 100, 101, 102, 103, 104);
        SamplesCsv next = run("b").maxRate("0", 120, 121, 122, 123, 124);
        for (int size = 1; size <= 20; size++) {
            base.with("record_size", "" + size).maxRate("1", around(50));
            next.with("record_size", "" + size).maxRate("1", around(50));
        }

        MetricComparison alone = compare(
                        run("a").maxRate("0", 100, 101, 102, 103, 104), run("b").maxRate("0", 120, 121, 122, 123, 124))
                .rows()
                .get(0);
        RunComparison many = compare(base, next);

        assertThat(alone.judgement()).contains(Judgement.FASTER);
        assertThat(many.rows().get(0).difference().orElseThrow().adjusted()).isCloseTo(21 * 2 / 252.0, within(1e-9));
        assertThat(many.rows().get(0).judgement()).contains(Judgement.INCONCLUSIVE);
        assertThat(many.fewestBlocks()).isEqualTo(5);
        assertThat(many.blocksForFamily()).isEqualTo(6);
    }

    @Test
    void equal_things_that_differ_make_the_comparison_untrusted_and_nothing_is_judged() {
        RunComparison comparison = compare(
                triplet(run("a"), 100, 120, 140).maxRate("1", around(9)),
                triplet(run("b"), 100, 100, 100).maxRate("1", around(5)));

        assertThat(comparison.controls()).isEqualTo(new NullControls(6, 3));
        assertThat(comparison.controls().allowed()).isEqualTo(2);
        assertThat(comparison.controls().isTrusted()).isFalse();
        assertThat(comparison.rows())
                .allSatisfy(row -> assertThat(row.judgement()).contains(Judgement.INCONCLUSIVE));
        assertThat(comparison.hasRegression()).isFalse();
    }

    @Test
    void with_a_broker_down_the_minimum_of_replicas_matters_and_is_no_control() {
        ComparedCell degraded =
                new ComparedCell(Map.of(ScenarioKeys.BROKERS_DOWN, "1", ScenarioKeys.MIN_INSYNC_REPLICAS, "2"));
        assertThat(degraded.healthyTriplet()).isEmpty();
        assertThat(new ComparedCell(Map.of(ScenarioKeys.BROKERS_DOWN, "0")).healthyTriplet())
                .isPresent();
    }

    @Test
    void the_bound_of_the_controls_is_the_99th_percentile_of_the_binomial_distribution() {
        // scipy 1.17.1: binom.ppf(0.99, n, 0.05)
        assertThat(new NullControls(18, 0).allowed()).isEqualTo(4);
        assertThat(new NullControls(36, 0).allowed()).isEqualTo(5);
        assertThat(new NullControls(72, 0).allowed()).isEqualTo(8);
        assertThat(new NullControls(144, 0).allowed()).isEqualTo(14);
        assertThat(new NullControls(0, 0).isTrusted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "records_per_s, NaN, a number", "records_per_s, Infinity, a number", "records_per_s, '1,5', a number",
        "records_per_s, 0, a number above 0", "records_per_s, -3.5, a number above 0",
                "status, GOOD, 'OK, INVALID or FAILED'",
        "block, x, a whole number"
    })
    void a_cell_that_no_run_writes_is_an_error_with_its_place(String column, String value, String expected) {
        SamplesCsv next = run("b").maxRate("1", around(9)).lastWith(column, value);

        assertThatThrownBy(() -> compare(run("a").maxRate("1", around(9)), next))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining(
                        "samples.csv: line 9, column " + column + ": expected " + expected + ", got '" + value);
    }

    private static SamplesCsv triplet(SamplesCsv run, double... rates) {
        for (int replicas = 1; replicas <= rates.length; replicas++) {
            run.with("min.insync.replicas", "" + replicas).maxRate("all", around(rates[replicas - 1]));
        }
        return run.with("min.insync.replicas", "2");
    }

    private static SamplesCsv run(String name) {
        return SamplesCsv.ofRun("20261123T175054Z-" + name.repeat(7));
    }

    private RunComparison compare(SamplesCsv base, SamplesCsv next) {
        return RunComparison.of(
                base.samples(directory.resolve("base")), next.samples(directory.resolve("next")), CODE_ONLY);
    }
}
