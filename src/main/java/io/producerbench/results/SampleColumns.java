package io.producerbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The columns of {@code samples.csv}, in order. {@code results/README.md} explains each of them.
 */
public final class SampleColumns {
    public static final List<Column<SampleRow>> ALL = all();

    private SampleColumns() {}

    private static List<Column<SampleRow>> all() {
        List<Column<SampleRow>> columns =
                new ArrayList<>(RunIdentity.leadingColumns(SampleRow::run, SampleRow::startedAt));
        columns.add(Column.text(SampleKeys.BLOCK, row -> row.step().block()));
        columns.add(Column.text(SampleKeys.ORDER_IN_BLOCK, row -> row.step().orderInBlock()));
        columns.add(Column.text(SampleKeys.ATTEMPT, row -> row.step().attempt()));
        columns.add(Column.text(
                RowMode.KEY, row -> row.step().scenario().guarantee().mode().label()));
        SettingColumn.COLUMNS.forEach(
                column -> columns.add(column.on(row -> row.step().scenario())));
        columns.addAll(validity());
        columns.addAll(OutcomeColumns.ALL);
        columns.addAll(LatencyColumns.ALL);
        columns.addAll(CostColumns.ALL);
        columns.add(Column.text(
                SampleKeys.HISTOGRAM_FILE,
                row -> row.fork().isPresent() ? RunDirectory.histogramName(row.step()) : ""));
        columns.addAll(OutageColumns.ALL);
        return List.copyOf(columns);
    }

    private static List<Column<SampleRow>> validity() {
        return List.of(
                Column.text(SampleKeys.STATUS, SampleRow::status),
                Column.text(SampleKeys.STATUS_REASON, SampleRow::statusReason),
                Column.text(
                        SampleKeys.STATUS_CAUSE,
                        row -> row.validity()
                                .cause()
                                .map(cause -> cause.name().toLowerCase(Locale.ROOT))
                                .orElse("")),
                Column.text(
                        SampleKeys.LIMITED_BY,
                        row -> row.limitedBy()
                                .map(limit -> limit.name().toLowerCase(Locale.ROOT))
                                .orElse("")));
    }
}
