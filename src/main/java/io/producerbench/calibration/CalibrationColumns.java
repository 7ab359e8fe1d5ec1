package io.producerbench.calibration;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.stats.Interval;
import io.producerbench.stats.MedianInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of {@code calibration.csv}, in order. {@code results/README.md} says what each means.
 */
public final class CalibrationColumns {
    public static final List<Column<CalibrationRow>> ALL = all();

    private CalibrationColumns() {}

    private static List<Column<CalibrationRow>> all() {
        List<Column<CalibrationRow>> columns =
                new ArrayList<>(RunIdentity.leadingColumns(CalibrationRow::run, CalibrationRow::startedAt));
        columns.add(Column.text(JudgementKeys.GOAL, row -> check(row).id()));
        columns.add(Column.text(JudgementKeys.MEASURE, row -> check(row).measure()));
        columns.add(Column.text(JudgementKeys.SETTING, row -> row.finding().setting()));
        columns.add(Column.text(JudgementKeys.UNIT, row -> check(row).unit().label()));
        columns.add(Column.text("n", row -> row.finding().values().size()));
        columns.add(number(JudgementKeys.MEDIAN, interval -> Optional.of(interval.median())));
        columns.add(number(JudgementKeys.LOW_95, interval -> interval.interval().map(Interval::low)));
        columns.add(
                number(JudgementKeys.HIGH_95, interval -> interval.interval().map(Interval::high)));
        columns.add(Column.text(JudgementKeys.VALUES, CalibrationColumns::values));
        columns.add(Column.text(JudgementKeys.TARGET, row -> check(row).target().text()));
        columns.add(Column.text(JudgementKeys.MARK, CalibrationColumns::mark));
        return List.copyOf(columns);
    }

    private static CalibrationCheck check(CalibrationRow row) {
        return row.finding().check();
    }

    private static Column<CalibrationRow> number(ColumnKey name, Function<MedianInterval, Optional<Double>> value) {
        return Column.text(
                name,
                row -> row.finding()
                        .interval()
                        .flatMap(value)
                        .map(number -> check(row).unit().plain(number))
                        .orElse(""));
    }

    /** Returns all values, so that a reader can compute another statistic than the median. */
    private static String values(CalibrationRow row) {
        return row.finding().values().stream()
                .map(value -> check(row).unit().plain(value))
                .collect(Collectors.joining(" "));
    }

    private static String mark(CalibrationRow row) {
        PassFail mark = row.finding().mark();
        return mark == PassFail.NONE ? "" : mark.name();
    }
}
