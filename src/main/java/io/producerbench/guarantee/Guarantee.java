package io.producerbench.guarantee;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The promise to a producer, as the four settings that decide it.
 *
 * @param minInsyncReplicas the topic's {@code min.insync.replicas}; consulted only with
 *     {@code acks=all}
 */
public record Guarantee(Acks acks, boolean enableIdempotence, boolean transactional, int minInsyncReplicas) {
    /**
     * @throws IllegalArgumentException with Kafka's reason, if the settings contradict each other
     */
    public Guarantee {
        Contradiction.between(acks, enableIdempotence, transactional, 1).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        if (minInsyncReplicas < 1) {
            throw new IllegalArgumentException("min.insync.replicas must be at least 1, got: " + minInsyncReplicas);
        }
    }

    /** Returns the mode of the three settings that are the producer's. */
    public Mode mode() {
        return Mode.of(acks, enableIdempotence, transactional).orElseThrow();
    }

    /**
     * Returns the producer settings that carry this guarantee, except {@code transactional.id},
     * which differs between producers. {@code enable.idempotence} is always explicit, because
     * {@code acks=1} silently turns it off when it is not set.
     */
    public Map<String, String> producerConfig() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("acks", acks.kafkaValue());
        config.put("enable.idempotence", Boolean.toString(enableIdempotence));
        return config;
    }

    public Map<String, String> topicConfig() {
        return Map.of("min.insync.replicas", Integer.toString(minInsyncReplicas));
    }
}
