package io.producerbench.report.picture;

import io.producerbench.report.drawing.Appearance;
import io.producerbench.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of a chart of rows.
 *
 * @param label stands at its left
 * @param detail stands below the label; may be empty
 * @param middle the median
 * @param interval of the median; empty if there are too few values for one
 * @param values each of which is a dot
 * @param figure stands at its right
 */
record ChartRow(
        String label,
        String detail,
        Appearance look,
        OptionalDouble middle,
        Optional<Interval> interval,
        List<ChartValue> values,
        String figure) {
    /**
     * One measured value.
     *
     * @param tip shown while a pointer rests on its dot
     */
    record ChartValue(double value, String tip) {}

    ChartRow {
        values = List.copyOf(values);
    }

    /** Returns the largest value that the row shows. */
    double max() {
        return Math.max(
                Math.max(
                        middle.orElse(Double.NEGATIVE_INFINITY),
                        interval.map(Interval::high).orElse(Double.NEGATIVE_INFINITY)),
                values.stream().mapToDouble(ChartValue::value).max().orElse(Double.NEGATIVE_INFINITY));
    }

    /** Returns the smallest. */
    double min() {
        return Math.min(
                Math.min(
                        middle.orElse(Double.POSITIVE_INFINITY),
                        interval.map(Interval::low).orElse(Double.POSITIVE_INFINITY)),
                values.stream().mapToDouble(ChartValue::value).min().orElse(Double.POSITIVE_INFINITY));
    }
}
