package io.producerbench.results;

import io.producerbench.latency.Totals;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a producer is told where brokers take no record: once with as few retries as Kafka allows, once with as many as it
 * makes by default.
 *
 * @param deliveryTimeoutMillis {@code delivery.timeout.ms} of the second
 */
public record Refusal(Answers atOnce, Answers afterRetries, int deliveryTimeoutMillis) {
    /**
     * What became of some records.
     *
     * @param failures records that are certainly not in the log, by kind of failure
     * @param unknowns records that may be in the log, by kind of failure
     * @param medianMillis from the call of {@code send()} to the answer
     */
    public record Answers(long sent, Map<String, Long> failures, Map<String, Long> unknowns, double medianMillis) {
        public Answers {
            failures = Map.copyOf(failures);
            unknowns = Map.copyOf(unknowns);
        }

        /** Records that came back with an error. */
        long answered() {
            return Stream.concat(failures.values().stream(), unknowns.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }

        Totals totals() {
            return new Totals(sent, sent - answered(), failures, unknowns, 0, 0, 0, 0, 0, 0);
        }

        /** The kinds of failure, joined by {@code +}; empty if there was none. */
        String kinds() {
            return Stream.concat(failures.keySet().stream(), unknowns.keySet().stream())
                    .sorted()
                    .collect(Collectors.joining("+"));
        }
    }

    Totals totals() {
        return atOnce.totals().plus(afterRetries.totals());
    }
}
