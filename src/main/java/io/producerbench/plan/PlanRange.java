package io.producerbench.plan;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.stats.PairedRatio;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number with the ends of its 95 % interval. Both ends are the number itself if there were too
 * few blocks for an interval.
 */
record PlanRange(double low, double middle, double high) {
    /** The number of something that is compared to itself. */
    static final PlanRange ONE = new PlanRange(1, 1, 1);

    /** Returns the median over blocks in a row of a summary; empty if it was not measured. */
    static Optional<PlanRange> of(ResultRow row, ColumnKey column) {
        OptionalDouble middle = row.amount(column.median());
        if (middle.isEmpty()) {
            return Optional.empty();
        }
        double median = middle.getAsDouble();
        return Optional.of(new PlanRange(
                row.amount(column.low()).orElse(median),
                median,
                row.amount(column.high()).orElse(median)));
    }

    static PlanRange of(PairedRatio ratio) {
        return new PlanRange(
                ratio.interval().map(interval -> interval.low()).orElse(ratio.median()),
                ratio.median(),
                ratio.interval().map(interval -> interval.high()).orElse(ratio.median()));
    }

    PlanRange times(double factor) {
        return new PlanRange(low * factor, middle * factor, high * factor);
    }
}
