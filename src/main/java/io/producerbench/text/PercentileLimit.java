package io.producerbench.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A percentile of a latency, and the most that it may be, as people write it: {@code p99=20ms}.
 *
 * @param percent without trailing zeros, above 0 and below 1,000
 * @param seconds the limit, above 0, without trailing zeros
 * @param text how it is written, without blanks
 */
public record PercentileLimit(BigDecimal percent, BigDecimal seconds, String text) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*p(\\d{1,3}(?:\\.\\d{1,3})?)\\s*=\\s*(.*?)\\s*");
    private static final Pattern NUMBER_END = Pattern.compile("(?<=\\d)(?=[^\\d.])");

    /**
     * Returns the limits in a list with commas, in its order.
     *
     * @throws IllegalArgumentException that says what was expected, if one of them is something
     *     else or a percentile stands in it twice
     */
    public static List<PercentileLimit> list(String text) {
        List<PercentileLimit> limits = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            PercentileLimit limit = parse(part);
            limits.stream()
                    .filter(other -> other.percent.equals(limit.percent))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException("expected one limit for each percentile, got " + other.text
                                + " and " + limit.text + "; leave one of them out");
                    });
            limits.add(limit);
        }
        return List.copyOf(limits);
    }

    /**
     * Returns the limit that is written like {@code p99=20ms}, with or without blanks.
     *
     * @throws IllegalArgumentException that says what was expected
     */
    public static PercentileLimit parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "expected a percentile and its limit such as p99=20ms, got '" + text.strip() + "'");
        }
        BigDecimal percent = plain(written.group(1));
        BigDecimal seconds = Quantity.LATENCY.of(written.group(2)).stripTrailingZeros();
        String[] limit = NUMBER_END.split(written.group(2), 2);
        String plainLimit = plain(limit[0]).toPlainString() + limit[1].strip();
        return new PercentileLimit(percent, seconds, "p" + percent.toPlainString() + "=" + plainLimit);
    }

    private static BigDecimal plain(String number) {
        return new BigDecimal(new BigDecimal(number).stripTrailingZeros().toPlainString());
    }

    /** Returns the percentile as people write it, {@code p99.9} for instance. */
    public String percentile() {
        return "p" + percent.toPlainString();
    }
}
