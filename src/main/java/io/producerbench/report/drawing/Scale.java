package io.producerbench.report.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where on an axis a value lies.
 *
 * @param min the value at {@code from}
 * @param max the value at {@code to}, larger
 * @param logarithmic true if equal steps are equal factors; {@code min} is positive then
 */
public record Scale(double min, double max, double from, double to, boolean logarithmic) {
    private static final double[] STEPS = {1, 2, 5, 10};

    public Scale {
        if (!(max > min) || (logarithmic && !(min > 0))) {
            throw new IllegalArgumentException("expected a range of values, got " + min + " to " + max);
        }
    }

    /** Returns an axis from 0 to a round number that is not below {@code max}. */
    public static Scale fromZero(double max, double from, double to) {
        double upTo = max > 0 ? max : 1;
        double step = step(upTo, 6);
        return new Scale(0, step * Math.ceil(upTo / step - 1e-9), from, to, false);
    }

    /** Returns an axis between round numbers around the values. */
    public static Scale around(double min, double max, double from, double to) {
        double span = max > min ? max - min : Math.max(Math.abs(max) * 0.1, 1e-9);
        double step = step(span, 4);
        double low = step * Math.floor(min / step + 1e-9);
        double high = step * Math.ceil(max / step - 1e-9);
        return new Scale(low, high > low ? high : low + step, from, to, false);
    }

    /** Returns an axis of equal factors, between numbers that begin with 1, 2 or 5. */
    public static Scale logarithmic(double min, double max, double from, double to) {
        double low = below(min);
        double high = above(max);
        return new Scale(low, high > low ? high : low * 10, from, to, true);
    }

    /** Returns the place of a value. */
    public double at(double value) {
        double share = logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
        return from + share * (to - from);
    }

    /**
     * Returns at most about so many marked values, of equal steps at most six: numbers that begin
     * with 1, 2 or 5.
     */
    public List<Tick> ticks(int about) {
        return logarithmic ? logarithmicTicks(about) : linearTicks(about);
    }

    private List<Tick> linearTicks(int about) {
        double step = step(max - min, Math.min(about, 6));
        List<Tick> ticks = new ArrayList<>();
        for (long i = Math.round(Math.ceil(min / step - 1e-9)); i * step <= max + step * 1e-6; i++) {
            ticks.add(new Tick(i * step, text(i * step)));
        }
        return ticks;
    }

    private List<Tick> logarithmicTicks(int about) {
        double decades = Math.log10(max / min);
        int each = decades * 3 <= about ? 3 : 1;
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(min) + 1e-9); exponent <= Math.log10(max) + 1e-9; exponent++) {
            for (int i = 0; i < each; i++) {
                double value = STEPS[i] * Math.pow(10, exponent);
                if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
                    ticks.add(new Tick(value, text(value)));
                }
            }
        }
        return ticks;
    }

    /** Returns the smallest of 1, 2, 5 times a power of ten that gives at most {@code steps}. */
    private static double step(double span, int steps) {
        double power = Math.pow(10, Math.floor(Math.log10(span / steps)));
        for (double step : STEPS) {
            if (span / (step * power) <= steps + 1e-9) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Returns the largest of 1, 2, 5 times a power of ten that is not above the value. */
    private static double below(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
        return power
                * DoubleStream.of(STEPS)
                        .filter(step -> step * power <= value * (1 + 1e-9))
                        .max()
                        .orElse(1);
    }

    /** Returns the smallest of them that is not below the value. */
    private static double above(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
        return power
                * DoubleStream.of(STEPS)
                        .filter(step -> step * power >= value * (1 - 1e-9))
                        .min()
                        .orElse(10);
    }

    /** Returns a number without digits that mean nothing; thousands as {@code k}. */
    public static String text(double value) {
        if (Math.abs(value) >= 1e6) {
            return plain(value / 1e6) + "M";
        }
        return Math.abs(value) >= 1e4 ? plain(value / 1e3) + "k" : plain(value);
    }

    private static String plain(double value) {
        if (Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String text =
                new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }
}
