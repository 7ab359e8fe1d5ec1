package io.producerbench.report.docs;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.Acks1Ratios;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.RelativeMetric;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.AnomalyRate;
import io.producerbench.stats.Interval;
import io.producerbench.stats.PairedRatio;
import io.producerbench.text.Figures;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** What the cells of the documents say. */
final class DocCells {
    private DocCells() {}

    /** Returns a median with the interval whose ends stand in {@code _low} and {@code _high}. */
    static String interval(ResultRow row, ColumnKey column, DoubleFunction<String> format) {
        return withInterval(row.amount(column.median()), row.amount(column.low()), row.amount(column.high()), format);
    }

    private static String withInterval(
            OptionalDouble median, OptionalDouble low, OptionalDouble high, DoubleFunction<String> format) {
        String ends = low.isPresent() && high.isPresent()
                ? " (" + format.apply(low.getAsDouble()) + "–" + format.apply(high.getAsDouble()) + ")"
                : "";
        return median.isEmpty() ? "" : format.apply(median.getAsDouble()) + ends;
    }

    /** Returns a number of the row; empty if it has none. */
    static String number(ResultRow row, ColumnKey column, DoubleFunction<String> format) {
        OptionalDouble value = row.amount(column);
        return value.isPresent() ? format.apply(value.getAsDouble()) : "";
    }

    /** Returns a ratio with its interval, as {@code 0.57 (0.50–0.61)}. */
    static String ratio(PairedRatio ratio) {
        return two(ratio.median()) + ratio.interval().map(DocCells::range).orElse("");
    }

    /** Returns the metric of a row relative to acks=1; 1 if the row is of that mode. */
    static String ratio(ResultRow row, Acks1Ratios ratios, RelativeMetric metric) {
        return ModeOfRow.of(row) == Mode.ACKS_1
                ? "1"
                : ratios.of(row, metric).map(DocCells::ratio).orElse("");
    }

    private static String range(Interval interval) {
        return " (" + two(interval.low()) + "–" + two(interval.high()) + ")";
    }

    static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** Returns how many trials saw it, and the bound of its rate. */
    static String trials(AnomalyRate rate) {
        boolean never = rate.hits() == 0;
        double bound = never ? rate.upper() : rate.lower();
        return rate.hits() + " of " + rate.trials() + " (" + (never ? "≤ " : "≥ ")
                + String.format(Locale.ROOT, "%.1f", 100 * bound) + " %)";
    }

    /** Returns microseconds as milliseconds without decimals. */
    static String wholeMillis(double micros) {
        return Figures.whole(micros / 1e3);
    }

    /** Returns the minimum that a row was measured at, or that its mode does not ask for one. */
    static String minimum(ResultRow row) {
        return ModeOfRow.of(row).consultsMinInsyncReplicas() ? row.text(ScenarioKeys.MIN_INSYNC_REPLICAS) : "any";
    }
}
