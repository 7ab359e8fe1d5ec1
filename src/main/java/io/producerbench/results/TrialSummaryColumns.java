package io.producerbench.results;

import io.producerbench.stats.AnomalyRate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The columns of {@code guarantees-summary.csv}, in order. {@code results/README.md} says what each means. */
final class TrialSummaryColumns {
    static final List<Column<TrialSummaryRow>> ALL = all();

    private TrialSummaryColumns() {}

    private static List<Column<TrialSummaryRow>> all() {
        List<Column<TrialSummaryRow>> columns = new ArrayList<>();
        columns.add(shared("schema_version"));
        columns.add(shared("run_id"));
        RunIdentity.COLUMNS.forEach(column -> columns.add(shared(column.name())));
        TrialSummary.CELL.forEach(name -> columns.add(shared(name)));
        columns.addAll(trials());
        columns.addAll(rates());
        columns.add(sum("acknowledged"));
        for (CountedAnomaly anomaly : CountedAnomaly.values()) {
            columns.addAll(counts(anomaly));
        }
        columns.addAll(firstCounts());
        columns.addAll(circumstances());
        return List.copyOf(columns);
    }

    private static List<Column<TrialSummaryRow>> trials() {
        return List.of(
                Column.text("trials", row -> row.trials().size()),
                Column.text("valid", row -> row.valid().size()),
                Column.text("invalid", row -> row.count("INVALID")),
                Column.text("unknown", row -> row.count("UNKNOWN")),
                Column.text("watched", row -> row.distinct("watched")),
                Column.text("expected", row -> row.distinct("expected")),
                Column.text("as_expected_trials", TrialSummaryRow::asExpected),
                Column.text("mark", row -> row.asExpected() < row.valid().size() ? "UNEXPECTED" : ""));
    }

    private static List<Column<TrialSummaryRow>> rates() {
        return List.of(
                Column.text("with_anomaly", row -> row.count("BROKEN")),
                bound("lower_bound_95", AnomalyRate::lower),
                bound("upper_bound_95", AnomalyRate::upper),
                Column.text("bound", row -> row.rate().map(AnomalyRate::text).orElse("")));
    }

    private static Column<TrialSummaryRow> bound(String name, ToDoubleFunction<AnomalyRate> bound) {
        return Column.number(
                name,
                6,
                row -> row.rate()
                        .map(rate -> OptionalDouble.of(bound.applyAsDouble(rate)))
                        .orElse(OptionalDouble.empty()));
    }

    /** Over all trials together, in how many of them, and how many in a typical one of those. */
    private static List<Column<TrialSummaryRow>> counts(CountedAnomaly anomaly) {
        List<Column<TrialSummaryRow>> columns = new ArrayList<>();
        columns.add(sum(anomaly.column()));
        if (anomaly == CountedAnomaly.DUPLICATED) {
            columns.add(sum("extra_copies"));
        }
        columns.add(Column.number(
                anomaly.column() + "_trials",
                0,
                row -> row.sum(anomaly.column()).isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(row.where(anomaly).length)));
        columns.add(Column.number(anomaly.column() + "_median", 1, row -> TrialSummaryRow.median(row.where(anomaly))));
        return columns;
    }

    private static List<Column<TrialSummaryRow>> firstCounts() {
        return List.of(
                Column.number("first_count_min", 0, row -> row.firstCounts().min()),
                Column.number(
                        "first_count_median",
                        1,
                        row -> TrialSummaryRow.median(row.firstCounts().toArray())),
                Column.number("first_count_max", 0, row -> row.firstCounts().max()));
    }

    private static List<Column<TrialSummaryRow>> circumstances() {
        return List.of(
                Column.number(
                        "unavailable_ms_median",
                        1,
                        row -> TrialSummaryRow.median(
                                row.values("unavailable_ms").toArray())),
                sum("retries"),
                Column.number(
                        "fault_hits_min", 0, row -> row.values("fault_hits").min()),
                Column.text("facts", TrialSummaryRow::facts),
                Column.text("warnings", TrialSummaryRow::warnings));
    }

    private static Column<TrialSummaryRow> shared(String name) {
        return Column.text(name, row -> row.shared(name));
    }

    private static Column<TrialSummaryRow> sum(String name) {
        return Column.number(name, 0, row -> row.sum(name));
    }
}
