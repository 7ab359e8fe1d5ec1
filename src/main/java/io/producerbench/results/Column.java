package io.producerbench.results;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One CSV column: its name and what stands in it. A list of these gives the header and the cells alike, so the two cannot
 * drift apart.
 *
 * @param cell the text of the cell; empty where the column does not apply, never 0 for "unknown"
 */
public record Column<R>(String name, Function<R, String> cell) {
    public static <R> Column<R> text(String name, Function<R, ?> value) {
        return new Column<>(name, row -> String.valueOf(value.apply(row)));
    }

    /** Empty where there is no value or no finite one. */
    public static <R> Column<R> number(String name, int decimals, Function<R, OptionalDouble> value) {
        return new Column<>(name, row -> format(decimals, value.apply(row)));
    }

    /** The same column of a row that this one's row is a part of. */
    <S> Column<S> on(Function<S, R> part) {
        return new Column<>(name, row -> cell.apply(part.apply(row)));
    }

    private static String format(int decimals, OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble())
                : "";
    }
}
