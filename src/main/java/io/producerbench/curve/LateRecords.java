package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.results.sample.ForkResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many records of a trial were late for each goal, written as {@code p99=20ms:123}.
 *
 * @param counts by the text of the goal, in the order of the goals
 */
record LateRecords(Map<String, Long> counts) {
    private static final char BEFORE_COUNT = ':';

    static LateRecords of(ForkResult fork, List<LatencyGoal> goals) {
        Map<String, Long> counts = new LinkedHashMap<>();
        goals.forEach(goal -> counts.put(goal.text(), fork.late(goal.within().toNanos())));
        return new LateRecords(counts);
    }

    /**
     * Returns what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static LateRecords parse(String text) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String part : text.split(" ")) {
            int at = part.lastIndexOf(BEFORE_COUNT);
            if (at < 1) {
                throw new IllegalArgumentException("expected goals with their counts such as p99=20ms:5, got " + text);
            }
            counts.put(part.substring(0, at), Long.parseLong(part.substring(at + 1)));
        }
        return new LateRecords(counts);
    }

    String text() {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + BEFORE_COUNT + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
