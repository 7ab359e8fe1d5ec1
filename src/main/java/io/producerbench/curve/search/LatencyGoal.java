package io.producerbench.curve.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** No histogram holds a longer latency. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Map<String, Long> NANOS =
            Map.of("us", 1_000L, "µs", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);
    private static final Pattern GOAL = Pattern.compile("\\s*p(\\d{1,3}(?:\\.\\d{1,3})?)\\s*=\\s*(.*?)\\s*");
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(\\S*)");

    /**
     * Returns the goals in a list with commas, in its order.
     *
     * @throws IllegalArgumentException that says what was expected
     */
    public static List<LatencyGoal> list(String text) {
        List<LatencyGoal> goals = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            LatencyGoal goal = parse(part);
            goals.stream()
                    .filter(other -> other.percent.compareTo(goal.percent) == 0)
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException("expected one goal for each percentile, got " + other.text
                                + " and " + goal.text + "; leave one of them out");
                    });
            goals.add(goal);
        }
        return List.copyOf(goals);
    }

    /**
     * Returns the goal that is written like {@code p99=20ms}, with or without blanks.
     *
     * @throws IllegalArgumentException that says what was expected
     */
    public static LatencyGoal parse(String text) {
        Matcher goal = GOAL.matcher(text);
        if (!goal.matches()) {
            throw new IllegalArgumentException(
                    "expected a percentile and its limit such as p99=20ms, got '" + text.strip() + "'");
        }
        BigDecimal percent = plain(goal.group(1));
        if (percent.compareTo(LEAST) < 0 || percent.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("expected a percentile from p50 to p99.9, got p" + goal.group(1)
                    + "; a trial holds too few records for a higher one");
        }
        Matcher limit = LIMIT.matcher(goal.group(2));
        if (!limit.matches()) {
            throw new IllegalArgumentException(
                    "expected a limit such as 20ms, got '" + goal.group(2) + "'; a number comes first, then its unit");
        }
        Duration within = within(limit.group(1), limit.group(2));
        return new LatencyGoal(
                percent,
                within,
                "p" + percent.toPlainString() + "=" + plain(limit.group(1)).toPlainString() + limit.group(2));
    }

    private static BigDecimal plain(String number) {
        return new BigDecimal(new BigDecimal(number).stripTrailingZeros().toPlainString());
    }

    private static Duration within(String number, String unit) {
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("expected a limit with its unit, got '" + number + "', which may mean "
                    + number + "ms or " + number + "s; write the one that you mean");
        }
        if (!NANOS.containsKey(unit)) {
            throw new IllegalArgumentException(
                    "expected a limit in us, ms or s, got '" + number + unit + "'; write for instance 20ms");
        }
        BigDecimal nanos = new BigDecimal(number).multiply(BigDecimal.valueOf(NANOS.get(unit)));
        if (nanos.signum() == 0 || nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
            throw new IllegalArgumentException("expected a limit above 0 and of at most an hour, got " + number + unit);
        }
        return Duration.ofNanos(nanos.longValue());
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
