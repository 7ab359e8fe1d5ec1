package io.producerbench.curve;

import io.producerbench.curve.search.SearchResult;
import io.producerbench.latency.Latency;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SettingColumn;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** The columns of {@code curve-summary.csv}, in order. {@code results/README.md} says what each means. */
public final class CurveSummaryColumns {
    private static final double NANOS_PER_MILLI = 1e6;

    static final List<Column<CurveSummaryRow>> ALL = all();

    private CurveSummaryColumns() {}

    private static List<Column<CurveSummaryRow>> all() {
        List<Column<CurveSummaryRow>> columns = new ArrayList<>();
        columns.add(shared(RunKeys.SCHEMA_VERSION));
        columns.add(shared(RunKeys.RUN_ID));
        RunIdentity.keys().forEach(key -> columns.add(shared(key)));
        columns.add(Column.text(TrialKeys.MODE, CurveSummaryRow::mode));
        SettingColumn.keys().forEach(key -> columns.add(setting(key)));
        columns.add(Column.text(CurveKeys.ABOUT, CurveSummaryRow::about));
        columns.addAll(ofGoal());
        columns.addAll(ofLoad());
        return List.copyOf(columns);
    }

    private static List<Column<CurveSummaryRow>> ofGoal() {
        return List.of(
                Column.text(
                        CurveKeys.GOAL, row -> row.goal().map(String::valueOf).orElse("")),
                Column.text(
                        CurveKeys.GOAL_PERCENT,
                        row -> row.goal()
                                .map(goal -> goal.percent().toPlainString())
                                .orElse("")),
                Column.number(
                        CurveKeys.GOAL_MS,
                        3,
                        row -> row.goal()
                                .map(goal -> OptionalDouble.of(goal.within().toNanos() / NANOS_PER_MILLI))
                                .orElse(OptionalDouble.empty())),
                Column.number(CurveKeys.MAXIMUM, 1, row -> row.curve().maximum()),
                bound(CurveKeys.LOWER_BOUND, SearchResult::lowerBound),
                bound(CurveKeys.UPPER_BOUND, SearchResult::upperBound),
                Column.number(
                        CurveKeys.CONDITIONAL_THROUGHPUT,
                        1,
                        row -> row.found()
                                .map(SearchResult::conditionalThroughput)
                                .orElse(OptionalDouble.empty())),
                Column.text(
                        CurveKeys.RESULT,
                        row -> row.result().map(String::valueOf).orElse("")),
                Column.text(SummaryKeys.TRIALS, CurveSummaryRow::counted),
                Column.text(JudgementKeys.DROPPED, CurveSummaryRow::dropped));
    }

    private static List<Column<CurveSummaryRow>> ofLoad() {
        return List.of(
                median(CurveKeys.SHARE_OF_MAXIMUM, 4),
                median(SampleKeys.RECORDS_PER_S, 1),
                median(SampleKeys.ACK_P50_US, 3),
                median(SampleKeys.latency(Latency.ACK, "p90"), 3),
                median(SampleKeys.ACK_P99_US, 3),
                median(SampleKeys.latency(Latency.ACK, "p99_9"), 3),
                median(SampleKeys.latency(Latency.ACK, "max"), 3),
                median(SampleKeys.CLIENT_CPU_US_PER_RECORD, 4),
                median(SampleKeys.BROKER_CPU_US_PER_RECORD, 4));
    }

    private static Column<CurveSummaryRow> shared(ColumnKey key) {
        return Column.text(key, row -> row.shared(key));
    }

    /** Returns a setting. A row about a goal has no rate of its own. */
    private static Column<CurveSummaryRow> setting(ColumnKey key) {
        boolean isRate = key.equals(ScenarioKeys.TARGET_RATE);
        return Column.text(key, row -> isRate && row.goal().isPresent() ? "" : row.shared(key));
    }

    private static Column<CurveSummaryRow> bound(ColumnKey key, Function<SearchResult, OptionalInt> bound) {
        return Column.text(
                key,
                row -> row.found()
                        .map(bound)
                        .filter(OptionalInt::isPresent)
                        .map(each -> String.valueOf(each.getAsInt()))
                        .orElse(""));
    }

    private static Column<CurveSummaryRow> median(ColumnKey key, int decimals) {
        return Column.number(key.median(), decimals, row -> row.median(key));
    }
}
