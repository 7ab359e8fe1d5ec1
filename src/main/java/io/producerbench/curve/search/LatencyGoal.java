package io.producerbench.curve.search;

import io.producerbench.text.PercentileLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * A percentile of the latency from the due time, and the most that it may be: {@code p99=20ms}.
 *
 * @param percent from 50 to 99.9
 * @param text how the goal is written, without blanks
 */
public record LatencyGoal(BigDecimal percent, Duration within, String text) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST = BigDecimal.valueOf(50);
    private static final BigDecimal MOST = new BigDecimal("99.9");
    private static final int NANOS = 9;

    /** No histogram holds a longer latency. */
    private static final BigDecimal LONGEST_SECONDS =
            BigDecimal.valueOf(Duration.ofHours(1).toSeconds());

    /**
     * Returns the goals in a list with commas, in its order.
     *
     * @throws IllegalArgumentException that says what was expected
     */
    public static List<LatencyGoal> list(String text) {
        return PercentileLimit.list(text).stream().map(LatencyGoal::of).toList();
    }

    /**
     * Returns the goal that is written like {@code p99=20ms}, with or without blanks.
     *
     * @throws IllegalArgumentException that says what was expected
     */
    public static LatencyGoal parse(String text) {
        return of(PercentileLimit.parse(text));
    }

    private static LatencyGoal of(PercentileLimit limit) {
        if (limit.percent().compareTo(LEAST) < 0 || limit.percent().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("expected a percentile from p50 to p99.9, got " + limit.percentile()
                    + "; a trial holds too few records for a higher one");
        }
        if (limit.seconds().compareTo(LONGEST_SECONDS) > 0) {
            throw new IllegalArgumentException("expected a limit of at most an hour, got " + limit.text());
        }
        Duration within = Duration.ofNanos(limit.seconds().movePointRight(NANOS).longValue());
        return new LatencyGoal(limit.percent(), within, limit.text());
    }

    /** Returns the share of records that may be late, for instance 0.01 for the 99th percentile. */
    public double allowedLoss() {
        return ALL.subtract(percent).movePointLeft(2).doubleValue();
    }

    /** Returns the goal as it is written. */
    @Override
    public String toString() {
        return text;
    }
}
