package io.producerbench.report.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.guarantee.Mode;
import io.producerbench.report.Rows;
import io.producerbench.report.Source;
import io.producerbench.report.claims.Claims;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostAndGuaranteeTest {
    private static final Source SWEEP = new Source("results/sweep", Rows.SWEEP);
    private static final Optional<Source> GUARANTEES = Optional.of(new Source("results/guarantees", Rows.GUARANTEES));

    @Test
    void costs_and_guarantees_read_like_this() throws IOException {
        CostAndGuarantee table = CostAndGuarantee.of(SWEEP, GUARANTEES);

        Golden.assertSame(
                "report/golden/cost-and-guarantee.md", table.markdown(Claims.of(Rows.GUARANTEES, Rows.SETTINGS)));
        Golden.assertSame("report/golden/cost-and-guarantee.csv", table.csv());
    }

    @Test
    void costs_alone_read_like_this() throws IOException {
        CostAndGuarantee table = CostAndGuarantee.of(SWEEP, Optional.empty());

        Golden.assertSame("report/golden/cost.md", table.markdown(List.of()));
        Golden.assertSame("report/golden/cost.csv", table.csv());
    }

    @Test
    void there_is_one_row_for_each_mode_and_minimum_in_each_size() {
        assertThat(CostAndGuarantee.of(SWEEP, Optional.empty()).rows())
                .hasSize(2
                        * Stream.of("acks=0 1, 2", "acks=1 1, 2", "acks=all 1, 2", "idempotent 2", "transactional 2")
                                .mapToInt(modes -> modes.split(",").length)
                                .sum())
                .doesNotHaveDuplicates();
    }

    @Test
    void only_a_mode_that_does_not_consult_the_minimum_borrows_its_cost() {
        List<TableRow> rows = CostAndGuarantee.of(SWEEP, GUARANTEES).rows();

        assertThat(rows.stream().filter(TableRow::costIsBorrowed)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.mode()).isIn(Mode.ACKS_0, Mode.ACKS_1);
            assertThat(row.minInsyncReplicas()).isEqualTo(2);
            assertThat(row.cost().orElseThrow().minInsyncReplicas()).isEqualTo(1);
        });
    }

    @Test
    void a_cell_that_the_sweep_did_not_measure_has_a_row_without_costs() {
        Source other =
                new Source("other", List.of(Rows.with(Rows.of("C5", "acks=all", 2), "min_insync_replicas", "3")));

        TableRow row = CostAndGuarantee.of(SWEEP, Optional.of(other)).rows().stream()
                .filter(candidate -> !candidate.cells().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(row.cost()).isEmpty();
        assertThat(row.cells()).hasSize(1);
        assertThat(CostAndGuarantee.of(SWEEP, Optional.of(other)).markdown(List.of()))
                .containsPattern("acks=all +\\| +3 \\| +– \\| +– \\| +– \\| +– \\| 0 of 3 in 1 fault +\\|");
    }

    @Test
    void the_rate_of_acks_0_is_the_one_that_the_summary_has() {
        assertThat(page(SWEEP)).containsPattern("acks=0 +\\| +1 \\| +80,000 \\(72,000–88,000\\) \\| +– \\|");
    }

    @Test
    void a_setting_that_the_sweep_varies_has_rows_of_its_own_and_is_named() {
        List<ResultRow> rows = Stream.concat(
                        Rows.SWEEP.stream(),
                        Rows.SWEEP.stream()
                                .filter(row -> row.text(ScenarioKeys.ACKS).equals("1"))
                                .map(row -> Rows.with(row, "linger.ms", "0"))
                                .map(row -> row.text(ScenarioKeys.BENCHMARK).equals("MaxRate")
                                        ? Rows.with(row, "records_per_s_median", "11111.0")
                                        : row))
                .toList();

        assertThat(page(new Source("sweep", rows)))
                .containsPattern("acks=1 +\\| +1 \\| linger.ms=0 +\\| +11,111 ")
                .containsPattern("acks=1 +\\| +1 \\| linger.ms=5 +\\| +40,000 ");
        assertThat(page(SWEEP)).doesNotContain("linger.ms", "setting");
    }

    @Test
    void each_fixed_rate_has_a_row_and_the_legend_names_them_all() {
        List<ResultRow> rows = Stream.concat(
                        Rows.SWEEP.stream(),
                        Rows.that(
                                        Rows.SWEEP,
                                        row -> row.text(ScenarioKeys.BENCHMARK).equals("FixedRate"))
                                .stream()
                                .map(row -> Rows.with(row, "target_rate", "4000")))
                .toList();

        assertThat(page(new Source("sweep", rows)))
                .containsPattern("acks=1 +\\| +1 \\| target_rate=2000")
                .containsPattern("acks=1 +\\| +1 \\| target_rate=4000")
                .contains("at 2,000, 4,000 records/s.");
    }

    @Test
    void a_sweep_of_the_first_schema_is_read() {
        List<ResultRow> first = Rows.SWEEP.stream()
                .map(row -> Rows.without(Rows.with(row, "schema_version", "1"), "latency_sampling"))
                .toList();

        assertThat(page(new Source("results/sweep", first))).isEqualTo(page(SWEEP));
    }

    @Test
    void what_came_out_otherwise_is_marked_in_both_tables() {
        assertThat(CostAndGuarantee.of(SWEEP, GUARANTEES).markdown(List.of()))
                .contains("C6b 1 of 3 (1) (!)", "NOT AS EXPECTED in 1 of 3 trials: lost 1 of 600");
    }

    @Test
    void what_should_have_happened_and_did_not_is_marked_too() {
        Source absent = new Source(
                "other",
                List.of(Rows.with(
                        Rows.with(Rows.with(Rows.of("C5", "acks=1", 1), "lost", "0"), "lost_trials", "0"),
                        "as_expected_trials",
                        "0")));

        assertThat(CostAndGuarantee.of(SWEEP, Optional.of(absent)).markdown(List.of()))
                .contains("0 of 3 in 1 fault (!)");
    }

    @Test
    void an_anomaly_that_nobody_watched_for_is_shown() {
        Source torn = new Source(
                "other",
                List.of(Rows.with(
                        Rows.with(Rows.with(Rows.of("C5", "acks=1", 1), "torn", "4"), "torn_trials", "2"),
                        "torn_median",
                        "2.0")));
        CostAndGuarantee table = CostAndGuarantee.of(SWEEP, Optional.of(torn));

        assertThat(table.markdown(List.of())).contains("C5 torn 2 of 3 (2)", "showed 4 transactions in part");
        assertThat(table.csv()).contains(",C5_other,", ",torn 2 of 3 (2),");
    }

    @Test
    void faults_that_share_id_and_variant_are_told_apart_in_columns_and_cells() {
        ResultRow one = Rows.of("C5", "acks=1", 1);
        Source two = new Source("other", List.of(one, Rows.with(one, "fault", "leader paused, then killed")));
        CostAndGuarantee table = CostAndGuarantee.of(SWEEP, Optional.of(two));

        assertThat(table.csv())
                .contains(",C5_leader_killed_before_its_followers_copied_lost,", ",C5_leader_paused_then_killed_lost,");
        assertThat(table.markdown(List.of())).contains("C5, leader paused, then killed 3 of 3 (200)");
    }

    @Test
    void settings_that_kafka_refuses_together_are_an_error() {
        List<ResultRow> rows = Rows.SWEEP.stream()
                .map(row -> Rows.with(row, "enable.idempotence", "true"))
                .toList();

        assertThatThrownBy(() -> page(new Source("sweep", rows)))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("column acks: expected what goes with enable.idempotence=true and"
                        + " transactional=false, got '0'");
    }

    @ParameterizedTest
    @CsvSource({
        "benchmark,Other,MaxRate or FixedRate or Refusal or Visible",
        "acks,2,a value of acks that Kafka has",
        "enable.idempotence,maybe,true or false",
        "record_size,many,a whole number",
        "records_per_s_median,fast,a number"
    })
    void a_cell_that_is_something_else_is_an_error_that_names_it(String column, String cell, String expected) {
        List<ResultRow> rows = Rows.that(
                        Rows.SWEEP, row -> row.text(ScenarioKeys.BENCHMARK).equals("MaxRate"))
                .stream()
                .map(row -> Rows.with(row, column, cell))
                .toList();

        assertThatThrownBy(() -> page(new Source("sweep", rows)))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("column " + column + ": expected " + expected + ", got '" + cell + "'");
    }

    @Test
    void text_of_a_file_is_never_taken_for_markdown() {
        Source hostile = new Source(
                "a|b",
                List.of(Rows.with(
                        Rows.of("C5", "acks=1", 1), "facts", "x: <img src=x> [a](http://b) | `c` *d*\u001b[31m\n| e")));

        assertThat(CostAndGuarantee.of(SWEEP, Optional.of(hostile)).markdown(List.of()))
                .contains("Guarantees: a\\|b,")
                .contains("x: &lt;img src=x> \\[a](http://b) \\| \\`c\\` \\*d\\* \\[31m \\| e")
                .doesNotContain("\u001b");
    }

    private static String page(Source sweep) {
        return CostAndGuarantee.of(sweep, Optional.empty()).markdown(List.of());
    }
}
