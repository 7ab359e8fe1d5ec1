package io.producerbench.guarantee;

import java.util.Optional;

/**
 * Knows which settings {@code org.apache.kafka.clients.producer.ProducerConfig} refuses together,
 * and its reason.
 *
 * <p>The check comes before anything is started, so that a combination that cannot run is listed
 * with its reason and does not fail a fork. The texts are those of
 * {@code ProducerConfig.postProcessAndValidateIdempotenceConfigs}, in the order in which that
 * method checks; a test compares all twelve combinations with the real class.
 */
public final class Contradiction {
    /**
     * The highest {@code max.in.flight.requests.per.connection} with which brokers keep idempotent
     * batches in order.
     */
    public static final int MAX_IN_FLIGHT_WHEN_IDEMPOTENT = 5;

    private Contradiction() {}

    /**
     * Returns the reason for which the producer would refuse these settings; empty if it accepts
     * them.
     */
    public static Optional<String> between(
            Acks acks, boolean enableIdempotence, boolean transactional, int maxInFlight) {
        if (enableIdempotence && acks != Acks.ALL) {
            return Optional.of("Must set acks to all in order to use the idempotent producer."
                    + " Otherwise we cannot guarantee idempotence.");
        }
        if (enableIdempotence && maxInFlight > MAX_IN_FLIGHT_WHEN_IDEMPOTENT) {
            return Optional.of(
                    "To use the idempotent producer, max.in.flight.requests.per.connection must be set to at most "
                            + MAX_IN_FLIGHT_WHEN_IDEMPOTENT + ". Current value is " + maxInFlight + ".");
        }
        if (transactional && !enableIdempotence) {
            return Optional.of("Cannot set a transactional.id without also enabling idempotence.");
        }
        return Optional.empty();
    }
}
