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
 * The columns of {@code calibration.csv}, in order. {@code docs/files} says what each means.
 */
public final class CalibrationColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id | | as in `samples.csv` | never
            started_at | UTC | when the calibration began | never
            commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `samples.csv` | as there
            goal | | `G1` to `G6`: rate, CPU, allocation, counting, latency, pacing; `-` for a measurement without a target, for comparison | never
            measure | | name of the measured quantity | never
            setting | | the setting of the measurement | never
            unit | | of `median`, `low95` and `high95`; *of allowance*: an error as a multiple of the allowed error, which is 1 % of the true value or 150 µs, whichever is more | never
            n | blocks | valid blocks, each with one value; a ratio is that of two arms in one block | never
            median | see `unit` | over the blocks | none valid
            low95 high95 | see `unit` | bound the true median with at least 95 % for any distribution | fewer than six valid
            values | see `unit` | the values of the valid blocks, in order, separated by spaces | none valid
            target | | the required value of the median, of its lower bound, or of every block; `x` is the median | no target
            mark | | `PASS` or `MISS`; a miss is information about the machine and does not make a run fail | no target, or too few valid blocks to decide
            """;

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
