package io.producerbench.results;

import io.producerbench.stats.Interval;
import io.producerbench.stats.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns of {@code summary.csv} that compare a scenario with {@code acks=1} in its run. */
final class RelativeColumns {
    private static final int DECIMALS = 4;

    static final List<Column<SummaryRow>> ALL = all();

    private RelativeColumns() {}

    private static List<Column<SummaryRow>> all() {
        List<Column<SummaryRow>> columns = new ArrayList<>();
        for (RelativeMetric metric : RelativeMetric.values()) {
            Function<SummaryRow, Optional<PairedRatio>> ratio = row -> row.relative(metric);
            Function<SummaryRow, Optional<Interval>> interval =
                    ratio.andThen(found -> found.flatMap(PairedRatio::interval));
            ColumnKey key = metric.key();
            columns.add(Column.number(key, DECIMALS, ratio.andThen(number(PairedRatio::median))));
            columns.add(Column.number(key.low(), DECIMALS, interval.andThen(number(Interval::low))));
            columns.add(Column.number(key.high(), DECIMALS, interval.andThen(number(Interval::high))));
        }
        return List.copyOf(columns);
    }

    private static <T> Function<Optional<T>, OptionalDouble> number(ToDoubleFunction<T> of) {
        return value ->
                value.map(some -> OptionalDouble.of(of.applyAsDouble(some))).orElse(OptionalDouble.empty());
    }
}
