package io.producerbench.results;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One CSV column: its name and what stands in it. A list of these gives the header and the cells alike, so the two cannot
 * drift apart.
 *
 * @param cell the text of the cell; empty where the column does not apply, never 0 for "unknown"
 */
public record Column<R>(String name, Function<R, String> cell) {
    /** What a spreadsheet would take for a formula, and run (CWE-1236). A lone sign is none, and a number must stay one. */
    private static final Pattern FORMULA = Pattern.compile("(?s)(?![+-]?\\d+(\\.\\d+)?$)[=+\\-@\\t\\r].+");

    /** An apostrophe comes before a cell that a spreadsheet would run. */
    public static <R> Column<R> text(String name, Function<R, ?> value) {
        return new Column<>(name, row -> inert(String.valueOf(value.apply(row))));
    }

    private static String inert(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** Empty where there is no value or no finite one. */
    public static <R> Column<R> number(String name, int decimals, Function<R, OptionalDouble> value) {
        return new Column<>(name, row -> format(decimals, value.apply(row)));
    }

    /** The same column of a row that this one's row is a part of. */
    public <S> Column<S> on(Function<S, R> part) {
        return new Column<>(name, row -> cell.apply(part.apply(row)));
    }

    private static String format(int decimals, OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble())
                : "";
    }
}
