package io.producerbench.curve;

import io.producerbench.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether brokers are quiet, by how long single records take. Pure.
 *
 * @param mostNanos the longest that a record may take
 */
record QuietRule(long mostNanos) {
    /** How many records in a row must be acknowledged quickly. */
    static final int IN_A_ROW = 3;

    /** Finds everything quiet. */
    static final QuietRule NONE = new QuietRule(Long.MAX_VALUE);

    private static final int TIMES = 3;

    /** At a millisecond or less three times the usual is still nothing. */
    private static final long LEAST_NANOS = 10_000_000;

    /** Returns the rule of brokers that take so long when they have nothing else to do. */
    static QuietRule after(List<Long> calmNanos) {
        long median = calmNanos.stream()
                .sorted()
                .skip(calmNanos.size() / 2)
                .findFirst()
                .orElseThrow();
        return new QuietRule(Math.max(LEAST_NANOS, TIMES * median));
    }

    /** Returns true if enough records were acknowledged quickly, the last ones. */
    boolean isQuiet(List<Long> lastNanos) {
        return lastNanos.size() >= IN_A_ROW && lastNanos.stream().allMatch(nanos -> nanos <= mostNanos);
    }

    /** Returns the reason to drop a trial before which the brokers did not become quiet. */
    String unrest(Duration waited) {
        return String.format(
                Locale.ROOT,
                "before it, the brokers did not acknowledge %d records in a row within %.1f ms each, for %s",
                IN_A_ROW,
                mostNanos / 1e6,
                Durations.text(waited));
    }
}
