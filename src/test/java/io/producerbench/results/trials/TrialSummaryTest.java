package io.producerbench.results.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvRows;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialSummaryTest {
    /**
     * Written by hand: cells that held, that broke, that broke against expectation, and one whose
     * fault never bit.
     */
    private static final Path TRIALS = Golden.file("results/golden/guarantees.csv");

    private static final Map<String, String> LOSS = CsvRows.cells(TRIALS).stream()
            .filter(trial ->
                    trial.get("experiment").equals("C5") && trial.get("mode").equals("acks=1"))
            .findFirst()
            .orElseThrow();

    @Test
    void trials_are_summarised_like_this() throws IOException {
        Golden.assertSame(
                "results/golden/guarantees-summary.csv",
                summary(CsvRows.cells(TRIALS)).csv());
    }

    @Test
    void a_run_has_the_summary_of_its_trials(@TempDir Path directory) throws IOException {
        RunDirectory run = new RunDirectory(directory);
        Files.copy(TRIALS, run.guarantees());

        assertThat(TrialSummary.of(run).csv())
                .isEqualTo(Files.readString(Golden.file("results/golden/guarantees-summary.csv")));
    }

    @Test
    void a_run_without_trials_has_a_summary_without_rows(@TempDir Path directory) {
        assertThat(TrialSummary.of(new RunDirectory(directory)).rows()).isEmpty();
    }

    @Test
    void trials_that_cannot_be_judged_are_counted_and_left_out() {
        TrialSummary summary = summary(
                List.of(LOSS, with(LOSS, "verdict", "UNKNOWN"), with(with(LOSS, "verdict", "INVALID"), "lost", "")));

        assertThat(cell(summary, "trials")).isEqualTo("3");
        assertThat(cell(summary, "valid")).isEqualTo("1");
        assertThat(cell(summary, "unknown")).isEqualTo("1");
        assertThat(cell(summary, "invalid")).isEqualTo("1");
        assertThat(cell(summary, "lost")).isEqualTo("200");
        assertThat(cell(summary, "bound")).isEqualTo("1 of 1, >= 5.00 %");
        assertThat(cell(summary, "warnings")).isEqualTo("2 of 3 trials are INVALID or UNKNOWN and are left out");
    }

    @Test
    void a_cell_without_a_valid_trial_has_a_row_without_numbers() {
        TrialSummary summary = summary(List.of(with(LOSS, "verdict", "UNKNOWN")));

        assertThat(cell(summary, "valid")).isEqualTo("0");
        for (String column : List.of(
                "bound",
                "upper_bound_95",
                "lower_bound_95",
                "acknowledged",
                "lost",
                "lost_trials",
                "retries",
                "mark")) {
            assertThat(cell(summary, column)).as(column).isEmpty();
        }
    }

    @Test
    void one_trial_that_is_not_as_expected_marks_its_cell() {
        List<Map<String, String>> trials = List.of(LOSS, LOSS, with(LOSS, "as_expected", "false"));

        assertThat(cell(summary(trials), "mark")).isEqualTo("UNEXPECTED");
        assertThat(cell(summary(trials), "warnings")).isEqualTo("1 of 3 valid trials are not as expected");
        assertThat(cell(summary(trials.subList(0, 2)), "mark")).isEmpty();
    }

    @Test
    void a_trial_that_is_not_judged_marks_nothing() {
        Map<String, String> unknown = with(with(LOSS, "verdict", "UNKNOWN"), "as_expected", "");

        assertThat(cell(summary(List.of(LOSS, unknown)), "mark")).isEmpty();
    }

    @Test
    void what_nobody_watched_for_is_counted_and_warned_of() {
        TrialSummary summary = summary(List.of(LOSS, with(LOSS, "torn", "3")));

        assertThat(cell(summary, "torn")).isEqualTo("3");
        assertThat(cell(summary, "torn_trials")).isEqualTo("1");
        assertThat(cell(summary, "warnings")).isEqualTo("TORN is not watched and was seen in 1 trials");
    }

    @Test
    void a_typical_count_is_of_the_trials_that_saw_any() {
        TrialSummary summary = summary(List.of(
                with(LOSS, "lost", "0"), with(LOSS, "lost", "0"), with(LOSS, "lost", "7"), with(LOSS, "lost", "10")));

        assertThat(cell(summary, "lost_trials")).isEqualTo("2");
        assertThat(cell(summary, "lost_median")).isEqualTo("8.5");
        assertThat(cell(summary, "first_count_min")).isEqualTo("0");
        assertThat(cell(summary, "first_count_median")).isEqualTo("3.5");
        assertThat(cell(summary, "first_count_max")).isEqualTo("10");
    }

    @Test
    void the_first_count_is_that_of_the_anomaly_watched_first() {
        Map<String, String> twice = with(with(LOSS, "watched", "REGRESSED|LOST"), "regressions", "2");

        assertThat(cell(summary(List.of(twice)), "first_count_max")).isEqualTo("2");
        assertThat(cell(summary(List.of(with(LOSS, "watched", ""))), "first_count_max"))
                .isEmpty();
    }

    @Test
    void trials_that_differ_in_any_part_of_the_cell_are_not_mixed() {
        for (String column : TrialSummary.CELL.stream().map(ColumnKey::name).toList()) {
            assertThat(summary(List.of(LOSS, with(LOSS, column, "2other"))).rows())
                    .as(column)
                    .hasSize(2);
        }
    }

    @Test
    void cells_are_sorted_and_numbers_in_names_by_size() {
        TrialSummary summary = summary(List.of(
                with(LOSS, "experiment", "C10"),
                with(LOSS, "experiment", "C5b"),
                LOSS,
                with(LOSS, "experiment", "C2")));

        assertThat(summary.rows()).extracting(row -> cell(row, "experiment")).containsExactly("C2", "C5", "C5b", "C10");
    }

    @Test
    void fifty_nine_trials_without_loss_are_said_with_their_bound() {
        Map<String, String> held = with(with(LOSS, "verdict", "HELD"), "lost", "0");

        TrialSummary summary =
                summary(IntStream.rangeClosed(1, 59).mapToObj(trial -> held).toList());

        assertThat(cell(summary, "bound")).isEqualTo("0 of 59, <= 4.95 %");
        assertThat(cell(summary, "upper_bound_95")).isEqualTo("0.049508");
    }

    @Test
    void an_anomaly_of_another_name_is_refused() {
        TrialSummary summary = summary(List.of(with(LOSS, "watched", "LOST|MISLAID")));

        assertThatThrownBy(summary::csv)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("joined by |, got 'MISLAID'");
    }

    @Test
    void no_two_columns_share_a_name() {
        assertThat(TrialSummaryColumns.ALL).extracting(Column::name).doesNotHaveDuplicates();
    }

    private static TrialSummary summary(List<Map<String, String>> trials) {
        return TrialSummary.of(CsvRows.of(trials));
    }

    private static Map<String, String> with(Map<String, String> row, String column, String cell) {
        assertThat(row).containsKey(column);
        Map<String, String> changed = new LinkedHashMap<>(row);
        changed.put(column, cell);
        return changed;
    }

    private static String cell(TrialSummary summary, String column) {
        assertThat(summary.rows()).hasSize(1);
        return cell(summary.rows().get(0), column);
    }

    private static String cell(TrialSummaryRow row, String column) {
        return TrialSummaryColumns.ALL.stream()
                .filter(candidate -> candidate.name().equals(column))
                .map(candidate -> candidate.cell().apply(row))
                .findFirst()
                .orElseThrow();
    }
}
