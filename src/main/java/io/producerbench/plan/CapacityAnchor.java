package io.producerbench.plan;

import io.producerbench.guarantee.Mode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user's own cluster sustains with {@code acks=1}. Ratios between modes, measured
 * elsewhere, are multiplied by it.
 *
 * @param recordsPerSecond the highest rate, of records of the planned size
 * @param brokers of that cluster, each with as many cores as are planned
 */
public record CapacityAnchor(double recordsPerSecond, int brokers) {
    /** The mode that ratios are relative to. */
    static final Mode MODE = Mode.ACKS_1;

    private static final Pattern WRITTEN = Pattern.compile("acks=1:([1-9]\\d{0,11})");

    /**
     * Reads an anchor such as {@code acks=1:250000}.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static CapacityAnchor parse(String text, int brokers) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("expected acks=1:RATE with a whole number of records/s, as"
                    + " acks=1:250000, because ratios are relative to acks=1, got '" + text + "'");
        }
        return new CapacityAnchor(Double.parseDouble(written.group(1)), brokers);
    }
}
