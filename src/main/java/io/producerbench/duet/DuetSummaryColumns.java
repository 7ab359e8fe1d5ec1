package io.producerbench.duet;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SettingColumn;
import io.producerbench.stats.Interval;
import io.producerbench.stats.LookResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns of {@code duet-summary.csv}, in order. {@code docs/files} says what each
 * means.
 */
public final class DuetSummaryColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `duet.csv` | as there
            base_arm new_arm scenario | | as in `duet.csv` | never
            benchmark acks enable.idempotence transactional min.insync.replicas record_size partitions replication.factor producers linger.ms batch.size max.in.flight.requests.per.connection compression.type buffer.memory target_rate records_per_transaction transaction_ms abort_rate open_transaction_ms keys latency_sampling brokers_down | | as in `duet.csv` | as there
            metric | | column of `samples.csv` that is compared | never
            unit | | of the metric | never
            pairs | pairs | number of pairs that count | never
            dropped | pairs | number of pairs that do not count | never
            base_median new_median | see `unit` | over the pairs that count | none counts
            pairs_at_look | pairs | number of pairs, counted from the first, that the verdict uses | none counts
            look | | number of the look, from 1 | none counts
            ratio | | new divided by base, by Hodges and Lehmann | none counts
            ratio_low ratio_high | | its interval, the exact signed-rank test inverted | too few pairs for a bound
            confidence | share | of that interval | none counts
            p_signed_rank | | two-sided, of Wilcoxon's exact signed-rank test | none counts
            p_sign_flip | | two-sided, of Fisher's exact sign-flip test, as a second opinion | none counts, or more than 40
            margin | share | how large a difference must be to matter | never
            judgement | | `FASTER` or `SLOWER`: the whole interval is beyond the margin; `EQUAL`: the whole interval is within the margin; `INCONCLUSIVE`: neither | never
            """;

    public static final List<Column<DuetSummaryRow>> ALL = all();

    private DuetSummaryColumns() {}

    private static List<Column<DuetSummaryRow>> all() {
        List<Column<DuetSummaryRow>> columns = new ArrayList<>();
        columns.add(shared(RunKeys.SCHEMA_VERSION));
        columns.add(shared(RunKeys.RUN_ID));
        RunIdentity.keys().forEach(key -> columns.add(shared(key)));
        columns.add(shared(JudgementKeys.BASE_ARM));
        columns.add(shared(JudgementKeys.NEW_ARM));
        columns.add(shared(JudgementKeys.SCENARIO));
        SettingColumn.keys().forEach(key -> columns.add(shared(key)));
        columns.add(Column.text(JudgementKeys.METRIC, row -> row.metric().name()));
        columns.add(Column.text(JudgementKeys.UNIT, row -> row.metric().unit()));
        columns.add(Column.text(JudgementKeys.PAIRS, row -> row.base().size()));
        columns.add(Column.text(JudgementKeys.DROPPED, DuetSummaryRow::dropped));
        columns.add(number(JudgementKeys.BASE_MEDIAN, 4, DuetSummaryRow::baseMedian));
        columns.add(number(JudgementKeys.NEW_MEDIAN, 4, DuetSummaryRow::newMedian));
        columns.addAll(result());
        columns.add(Column.text(JudgementKeys.JUDGEMENT, DuetSummaryRow::judgement));
        return List.copyOf(columns);
    }

    private static List<Column<DuetSummaryRow>> result() {
        return List.of(
                ofResult(new ColumnKey("pairs_at_look"), 0, LookResult::pairs),
                Column.text(
                        "look",
                        row -> row.result()
                                .map(LookResult::look)
                                .map(String::valueOf)
                                .orElse("")),
                ofResult(JudgementKeys.RATIO, 5, LookResult::ratio),
                ofResult(JudgementKeys.RATIO.low(), 5, result -> bound(result, Interval::low)),
                ofResult(JudgementKeys.RATIO.high(), 5, result -> bound(result, Interval::high)),
                ofResult(JudgementKeys.CONFIDENCE, 4, LookResult::confidence),
                ofResult(new ColumnKey("p_signed_rank"), 6, LookResult::pValue),
                ofResult(new ColumnKey("p_sign_flip"), 6, LookResult::signFlipPValue),
                number(JudgementKeys.MARGIN, 3, row -> row.metric().margin().share()));
    }

    /**
     * Returns an end of the interval; NaN if there are too few pairs for an interval, because 0
     * would look like a bound.
     */
    private static double bound(LookResult result, ToDoubleFunction<Interval> end) {
        return Double.isInfinite(result.interval().high()) ? Double.NaN : end.applyAsDouble(result.interval());
    }

    private static Column<DuetSummaryRow> shared(ColumnKey key) {
        return Column.text(key, row -> row.shared(key));
    }

    private static Column<DuetSummaryRow> number(ColumnKey name, int decimals, ToDoubleFunction<DuetSummaryRow> value) {
        return Column.number(name, decimals, row -> OptionalDouble.of(value.applyAsDouble(row)));
    }

    private static Column<DuetSummaryRow> ofResult(ColumnKey name, int decimals, ToDoubleFunction<LookResult> value) {
        Function<DuetSummaryRow, OptionalDouble> cell =
                row -> row.result().stream().mapToDouble(value).findFirst();
        return Column.number(name, decimals, cell);
    }
}
