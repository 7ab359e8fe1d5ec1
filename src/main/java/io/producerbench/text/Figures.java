package io.producerbench.text;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Formats numbers for people: with thousands separators and only as many digits as mean something.
 */
public final class Figures {
    private Figures() {}

    /** Returns a count, for instance {@code 12,345}. */
    public static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** Returns a median of counts, which may lie half-way between two counts. */
    public static String half(double number) {
        return number == Math.rint(number) ? whole(number) : String.format(Locale.ROOT, "%,.1f", number);
    }

    /** Returns microseconds as milliseconds with one decimal. */
    public static String millis(double micros) {
        return String.format(Locale.ROOT, "%,.1f", micros / 1e3);
    }

    /** Returns a number below a few hundred with about three digits. */
    public static String fine(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%,.1f", number);
    }

    /** Returns a number of trials with its noun. */
    public static String trials(long count) {
        return count + (count == 1 ? " trial" : " trials");
    }

    /** Returns a number in one of the formats above, or {@link Table#ABSENT} if there is none. */
    public static String text(OptionalDouble number, DoubleFunction<String> format) {
        return number.isPresent() ? format.apply(number.getAsDouble()) : Table.ABSENT;
    }

    /** Returns two numbers that belong together; empty if there is neither. */
    public static String pair(OptionalDouble first, OptionalDouble second, DoubleFunction<String> format) {
        return first.isEmpty() && second.isEmpty() ? "" : text(first, format) + " / " + text(second, format);
    }
}
