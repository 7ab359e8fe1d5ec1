package io.producerbench.results.sample;

import io.producerbench.latency.Totals;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers that two producers got from brokers that refuse every record. The first has as few
 * retries as Kafka allows, the
 * second the default number of retries.
 *
 * @param deliveryTimeoutMillis {@code delivery.timeout.ms} of the second producer
 */
public record Refusal(Answers atOnce, Answers afterRetries, int deliveryTimeoutMillis) {
    /**
     * The outcomes of the records of one producer.
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

        /** Returns the number of records that were answered with an error. */
        public long answered() {
            return Stream.concat(failures.values().stream(), unknowns.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }

        public Totals totals() {
            return new Totals(sent, sent - answered(), failures, unknowns, 0, 0, 0, 0, 0, 0);
        }

        /** Returns the kinds of failure, joined by {@code +}; empty if there was none. */
        public String kinds() {
            return Stream.concat(failures.keySet().stream(), unknowns.keySet().stream())
                    .sorted()
                    .collect(Collectors.joining("+"));
        }
    }

    public Totals totals() {
        return atOnce.totals().plus(afterRetries.totals());
    }
}
