package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Contradiction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Producer settings that are given to Kafka's own {@code ProducerConfig}, and the answer that is
 * expected.
 *
 * @param settings by Kafka's names; a setting that is not in it is left unset
 * @param minInsyncReplicas the topic's, which a producer never sees; empty where it does not matter
 * @param effective settings that must have these values after the producer has accepted; empty if
 *     it must refuse
 */
public record SettingsCheck(
        Map<String, String> settings, OptionalInt minInsyncReplicas, Optional<Map<String, String>> effective) {
    static final String ACKS = "acks";
    static final String IDEMPOTENCE = "enable.idempotence";
    static final String TRANSACTIONAL_ID = "transactional.id";
    static final String RETRIES = "retries";
    static final String IN_FLIGHT = "max.in.flight.requests.per.connection";

    private static final List<Boolean> EITHER = List.of(false, true);
    private static final int MOST_REPLICAS = 3;
    private static final String MOST_RETRIES = Integer.toString(Integer.MAX_VALUE);

    /**
     * Returns the twelve combinations of the three settings with each min.insync.replicas, and what
     * idempotence forces.
     */
    public static List<SettingsCheck> all() {
        List<SettingsCheck> all = new ArrayList<>();
        for (Acks acks : Acks.values()) {
            for (boolean idempotence : EITHER) {
                for (boolean transactional : EITHER) {
                    SettingsCheck combination = combination(acks, idempotence, transactional);
                    for (int replicas = 1; replicas <= MOST_REPLICAS; replicas++) {
                        all.add(combination.with(replicas));
                    }
                }
            }
        }
        all.addAll(forced());
        return List.copyOf(all);
    }

    private static SettingsCheck combination(Acks acks, boolean idempotence, boolean transactional) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(ACKS, acks.kafkaValue());
        settings.put(IDEMPOTENCE, Boolean.toString(idempotence));
        if (transactional) {
            settings.put(TRANSACTIONAL_ID, "any");
        }
        return Contradiction.between(acks, idempotence, transactional, Contradiction.MAX_IN_FLIGHT_WHEN_IDEMPOTENT)
                .map(reason -> refused(settings))
                .orElseGet(() -> accepted(settings, Map.of(IDEMPOTENCE, Boolean.toString(idempotence))));
    }

    private static List<SettingsCheck> forced() {
        String tooMany = Integer.toString(Contradiction.MAX_IN_FLIGHT_WHEN_IDEMPOTENT + 1);
        return List.of(
                accepted(Map.of(), Map.of(IDEMPOTENCE, "true", ACKS, "-1", RETRIES, MOST_RETRIES, IN_FLIGHT, "5")),
                // Kafka turns the default off without a message.
                accepted(Map.of(ACKS, "1"), Map.of(IDEMPOTENCE, "false")),
                accepted(Map.of(ACKS, "0"), Map.of(IDEMPOTENCE, "false")),
                accepted(Map.of(RETRIES, "0"), Map.of(IDEMPOTENCE, "false")),
                // Kafka accepts any number of retries except 0.
                accepted(Map.of(IDEMPOTENCE, "true", RETRIES, "5"), Map.of(IDEMPOTENCE, "true", RETRIES, "5")),
                refused(Map.of(IDEMPOTENCE, "true", RETRIES, "0")),
                refused(Map.of(IDEMPOTENCE, "true", IN_FLIGHT, tooMany)),
                refused(Map.of(IN_FLIGHT, tooMany)));
    }

    /**
     * Returns a check of settings that the producer must accept and then use with these effective
     * values.
     */
    static SettingsCheck accepted(Map<String, String> settings, Map<String, String> effective) {
        return new SettingsCheck(settings, OptionalInt.empty(), Optional.of(effective));
    }

    /** Returns a check of settings that the producer must refuse. */
    static SettingsCheck refused(Map<String, String> settings) {
        return new SettingsCheck(settings, OptionalInt.empty(), Optional.empty());
    }

    private SettingsCheck with(int replicas) {
        return new SettingsCheck(settings, OptionalInt.of(replicas), effective);
    }

    /** True if the producer must refuse the settings. */
    boolean mustBeRefused() {
        return effective.isEmpty();
    }
}
