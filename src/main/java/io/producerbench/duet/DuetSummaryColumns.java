package io.producerbench.duet;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SettingColumn;
import io.producerbench.stats.Interval;
import io.producerbench.stats.PairedVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns of {@code duet-summary.csv}, in order. {@code results/README.md} says what each means. */
public final class DuetSummaryColumns {
    public static final List<Column<DuetSummaryRow>> ALL = all();

    private DuetSummaryColumns() {}

    private static List<Column<DuetSummaryRow>> all() {
        List<Column<DuetSummaryRow>> columns = new ArrayList<>();
        columns.add(shared(RunKeys.SCHEMA_VERSION));
        columns.add(shared(RunKeys.RUN_ID));
        RunIdentity.keys().forEach(key -> columns.add(shared(key)));
        columns.add(shared(DuetColumns.BASE_ARM));
        columns.add(shared(DuetColumns.NEW_ARM));
        columns.add(shared(DuetColumns.SCENARIO));
        SettingColumn.keys().forEach(key -> columns.add(shared(key)));
        columns.add(Column.text("metric", row -> row.metric().name()));
        columns.add(Column.text("unit", row -> row.metric().unit()));
        columns.add(Column.text("pairs", row -> row.base().size()));
        columns.add(Column.text(DuetColumns.DROPPED, DuetSummaryRow::dropped));
        columns.add(number("base_median", 4, DuetSummaryRow::baseMedian));
        columns.add(number("new_median", 4, DuetSummaryRow::newMedian));
        columns.addAll(verdict());
        columns.add(Column.text("judgement", DuetSummaryRow::judgement));
        return List.copyOf(columns);
    }

    private static List<Column<DuetSummaryRow>> verdict() {
        return List.of(
                ofVerdict("pairs_at_look", 0, PairedVerdict::pairs),
                Column.text(
                        "look",
                        row -> row.isJudged()
                                ? row.verdict()
                                        .map(PairedVerdict::look)
                                        .map(String::valueOf)
                                        .orElse("")
                                : ""),
                ofVerdict("ratio", 5, PairedVerdict::ratio),
                ofVerdict("ratio_low", 5, verdict -> bound(verdict, Interval::low)),
                ofVerdict("ratio_high", 5, verdict -> bound(verdict, Interval::high)),
                ofVerdict("confidence", 4, PairedVerdict::confidence),
                ofVerdict("p_signed_rank", 6, PairedVerdict::pValue),
                ofVerdict("p_sign_flip", 6, PairedVerdict::signFlipPValue),
                number("margin", 3, row -> row.metric().margin().share()));
    }

    /** NaN where there are too few pairs for any bound: the ratio 0 would not be one. */
    private static double bound(PairedVerdict verdict, ToDoubleFunction<Interval> end) {
        return Double.isInfinite(verdict.interval().high()) ? Double.NaN : end.applyAsDouble(verdict.interval());
    }

    private static Column<DuetSummaryRow> shared(ColumnKey key) {
        return Column.text(key, row -> row.shared(key));
    }

    private static Column<DuetSummaryRow> number(String name, int decimals, ToDoubleFunction<DuetSummaryRow> value) {
        return Column.number(name, decimals, row -> OptionalDouble.of(value.applyAsDouble(row)));
    }

    private static Column<DuetSummaryRow> ofVerdict(String name, int decimals, ToDoubleFunction<PairedVerdict> value) {
        Function<DuetSummaryRow, OptionalDouble> cell =
                row -> row.verdict().stream().mapToDouble(value).findFirst();
        return Column.number(name, decimals, cell);
    }
}
