package io.producerbench.results.trials;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.stats.AnomalyRate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The columns of {@code guarantees-summary.csv}, in order. {@code results/README.md} explains each
 * of them.
 */
public final class TrialSummaryColumns {
    public static final List<Column<TrialSummaryRow>> ALL = all();

    private TrialSummaryColumns() {}

    private static List<Column<TrialSummaryRow>> all() {
        List<Column<TrialSummaryRow>> columns = new ArrayList<>();
        columns.add(shared(RunKeys.SCHEMA_VERSION));
        columns.add(shared(RunKeys.RUN_ID));
        RunIdentity.keys().forEach(key -> columns.add(shared(key)));
        TrialSummary.CELL.forEach(key -> columns.add(shared(key)));
        columns.addAll(trials());
        columns.addAll(rates());
        columns.add(sum(SampleKeys.ACKNOWLEDGED));
        for (Anomaly anomaly : CountedAnomalies.ALL) {
            columns.addAll(counts(anomaly));
        }
        columns.addAll(firstCounts());
        columns.addAll(circumstances());
        return List.copyOf(columns);
    }

    private static List<Column<TrialSummaryRow>> trials() {
        return List.of(
                Column.text(SummaryKeys.TRIALS, row -> row.trials().size()),
                Column.text(SummaryKeys.VALID, row -> row.valid().size()),
                Column.text(SummaryKeys.INVALID, row -> row.withVerdict("INVALID")),
                Column.text(SampleKeys.UNKNOWN, row -> row.withVerdict("UNKNOWN")),
                Column.text(TrialKeys.WATCHED, row -> row.distinct(TrialKeys.WATCHED)),
                Column.text(TrialKeys.EXPECTED, row -> row.distinct(TrialKeys.EXPECTED)),
                Column.text(SummaryKeys.AS_EXPECTED_TRIALS, TrialSummaryRow::asExpected),
                Column.text(
                        JudgementKeys.MARK,
                        row -> row.asExpected() < row.valid().size() ? "UNEXPECTED" : ""));
    }

    private static List<Column<TrialSummaryRow>> rates() {
        return List.of(
                Column.text("with_anomaly", row -> row.withVerdict("BROKEN")),
                bound("lower_bound_95", AnomalyRate::lower),
                bound("upper_bound_95", AnomalyRate::upper),
                Column.text(
                        SummaryKeys.BOUND,
                        row -> row.rate().map(AnomalyRate::text).orElse("")));
    }

    private static Column<TrialSummaryRow> bound(String name, ToDoubleFunction<AnomalyRate> bound) {
        return Column.number(
                name,
                6,
                row -> row.rate()
                        .map(rate -> OptionalDouble.of(bound.applyAsDouble(rate)))
                        .orElse(OptionalDouble.empty()));
    }

    /**
     * Returns the columns of an anomaly: the sum over all trials, the trials that had it, and the
     * median count of those.
     */
    private static List<Column<TrialSummaryRow>> counts(Anomaly anomaly) {
        List<Column<TrialSummaryRow>> columns = new ArrayList<>();
        columns.add(sum(CountedAnomalies.column(anomaly)));
        if (anomaly == Anomaly.DUPLICATED) {
            columns.add(sum(TrialKeys.EXTRA_COPIES));
        }
        columns.add(Column.number(
                CountedAnomalies.column(anomaly).trials(),
                0,
                row -> row.sum(CountedAnomalies.column(anomaly)).isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(row.where(anomaly).length)));
        columns.add(Column.number(
                CountedAnomalies.column(anomaly).median(), 1, row -> TrialSummaryRow.median(row.where(anomaly))));
        return columns;
    }

    private static List<Column<TrialSummaryRow>> firstCounts() {
        return List.of(
                Column.number(
                        SummaryKeys.FIRST_COUNT.min(),
                        0,
                        row -> row.firstCounts().min()),
                Column.number(
                        SummaryKeys.FIRST_COUNT.median(),
                        1,
                        row -> TrialSummaryRow.median(row.firstCounts().toArray())),
                Column.number(
                        SummaryKeys.FIRST_COUNT.max(),
                        0,
                        row -> row.firstCounts().max()));
    }

    private static List<Column<TrialSummaryRow>> circumstances() {
        return List.of(
                Column.number(
                        SampleKeys.UNAVAILABLE_MS.median(),
                        1,
                        row -> TrialSummaryRow.median(
                                row.values(SampleKeys.UNAVAILABLE_MS).toArray())),
                sum(SampleKeys.RETRIES),
                Column.number(
                        TrialKeys.FAULT_HITS.min(),
                        0,
                        row -> row.values(TrialKeys.FAULT_HITS).min()),
                Column.text(TrialKeys.FACTS, TrialSummaryRow::facts),
                Column.text(SummaryKeys.WARNINGS, TrialSummaryRow::warnings));
    }

    private static Column<TrialSummaryRow> shared(ColumnKey key) {
        return Column.text(key, row -> row.shared(key));
    }

    private static Column<TrialSummaryRow> sum(ColumnKey key) {
        return Column.number(key, 0, row -> row.sum(key));
    }
}
