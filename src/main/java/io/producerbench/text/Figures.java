package io.producerbench.text;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Numbers as people read them: thousands apart, and no more digits than mean something. */
public final class Figures {
    private Figures() {}

    /** A count. */
    public static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** A count that may be the middle of two. */
    public static String half(double number) {
        return number == Math.rint(number) ? whole(number) : String.format(Locale.ROOT, "%,.1f", number);
    }

    /** Microseconds as milliseconds. */
    public static String millis(double micros) {
        return String.format(Locale.ROOT, "%,.1f", micros / 1e3);
    }

    /** A number below a few hundred, to three digits or so. */
    public static String fine(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%,.1f", number);
    }

    /** So many trials. */
    public static String trials(long count) {
        return count + (count == 1 ? " trial" : " trials");
    }

    /** A number as one of the above, or the sign for none. */
    public static String text(OptionalDouble number, DoubleFunction<String> format) {
        return number.isPresent() ? format.apply(number.getAsDouble()) : Table.ABSENT;
    }

    /** Two numbers that belong together; empty if there is neither. */
    public static String pair(OptionalDouble first, OptionalDouble second, DoubleFunction<String> format) {
        return first.isEmpty() && second.isEmpty() ? "" : text(first, format) + " / " + text(second, format);
    }
}
