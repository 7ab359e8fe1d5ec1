package io.producerbench.results;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One CSV column: its key and the text of its cells. The header and the cells of a file come from
 * one list of columns, so the
 * two cannot drift apart.
 *
 * @param cell returns the text of a row's cell; empty where the column does not apply, never 0 for
 *     "unknown"
 */
public record Column<R>(ColumnKey key, Function<R, String> cell) {
    /**
     * Matches text that a spreadsheet would run as a formula (CWE-1236). A lone sign is not a
     * formula, and a number stays a
     * number.
     */
    private static final Pattern FORMULA = Pattern.compile("(?s)(?![+-]?\\d+(\\.\\d+)?$)[=+\\-@\\t\\r].+");

    /**
     * Returns a column of text. A cell that a spreadsheet would run gets an apostrophe in front.
     */
    public static <R> Column<R> text(ColumnKey key, Function<R, ?> value) {
        return new Column<>(key, row -> inert(String.valueOf(value.apply(row))));
    }

    /** Returns a column of text that the program does not read back. */
    public static <R> Column<R> text(String name, Function<R, ?> value) {
        return text(new ColumnKey(name), value);
    }

    /** Returns the text, with an apostrophe in front if a spreadsheet would run it. */
    public static String inert(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /**
     * Returns a column of numbers. A cell is empty if there is no value or the value is not finite.
     */
    public static <R> Column<R> number(ColumnKey key, int decimals, Function<R, OptionalDouble> value) {
        return new Column<>(key, row -> format(decimals, value.apply(row)));
    }

    /** Returns a column of numbers that the program does not read back. */
    public static <R> Column<R> number(String name, int decimals, Function<R, OptionalDouble> value) {
        return number(new ColumnKey(name), decimals, value);
    }

    /** Returns this column for rows that contain a row of this one's type. */
    public <S> Column<S> on(Function<S, R> part) {
        return new Column<>(key, row -> cell.apply(part.apply(row)));
    }

    /** Returns the name in the header. */
    public String name() {
        return key.name();
    }

    private static String format(int decimals, OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble())
                : "";
    }
}
