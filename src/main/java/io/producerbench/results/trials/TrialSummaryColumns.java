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
 * The columns of {@code guarantees-summary.csv}, in order. {@code docs/files} explains each
 * of them.
 */
public final class TrialSummaryColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `samples.csv` | as there
            experiment | | its id | never
            fault | | the fault, in a few words | never
            variant | | what distinguishes the fault from others of the experiment | the experiment has one fault
            mode | | `acks=0`, `acks=1`, `acks=all`, `idempotent` or `transactional` | never
            acks enable_idempotence transactional min_insync_replicas | | the settings of the mode; trials that agree in all columns from `experiment` to here are one cell | never
            trials | trials | number of trials | never
            valid | trials | HELD or BROKEN | never
            invalid | trials | INVALID: the fault had no effect | never
            unknown | trials | UNKNOWN: the records could not be read back | never
            watched | | the anomalies by which a trial is judged, separated by vertical bars; different lists joined by `+` | only facts are checked
            expected | | HELD or BROKEN | the trials only count
            as_expected_trials | trials | valid trials that are as expected, also in the exact count if one is expected | never
            mark | | `UNEXPECTED`: at least one valid trial is not as expected | all as expected
            with_anomaly | trials | valid trials with a watched anomaly (BROKEN) | never
            lower_bound_95 upper_bound_95 | of trials | the share of trials with such an anomaly is at least and at most this | none valid
            bound | | the bounds in words | none valid
            acknowledged | records | over all valid trials; with `acks=0` records that the producer took for sent | none valid
            lost lost_trials lost_median | records, trials, records | acknowledged and lost: over all valid trials; how many trials had any; the median of the trials that had any | none valid; the median if no trial had any
            duplicate_ids extra_copies duplicate_ids_trials duplicate_ids_median | records, copies, trials, records | stored more than once | likewise
            inversions inversions_trials inversions_median | records, trials, records | stored behind a record that was sent later, first copies only | likewise
            regressions regressions_trials regressions_median | records, trials, records | read behind a record that was sent later, copies included | likewise
            invisible_until_heal invisible_until_heal_trials invisible_until_heal_median | records, trials, records | acknowledged, and not readable until the fault was over | likewise
            uncommitted_visible uncommitted_visible_trials uncommitted_visible_median | records, trials, records | not committed, and read with read_uncommitted | likewise
            dirty_visible dirty_visible_trials dirty_visible_median | records, trials, records | not committed, and read with read_committed | likewise
            torn torn_trials torn_median | transactions, trials, transactions | seen in part | likewise
            first_count_min first_count_median first_count_max | as the count | of the anomaly that `watched` names first, over all valid trials | none valid, none watched
            unavailable_ms_median | ms | how long no record could be written, over the valid trials | not measured
            retries | records | sent again, over all valid trials | none valid
            fault_hits_min | | the smallest `fault_hits` of the valid trials | none valid
            facts | | other observations of the valid trials, as `name: value`; different numbers as a range | no other observation
            warnings | | warnings about the row, joined by `; ` | no warning
            """;

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
