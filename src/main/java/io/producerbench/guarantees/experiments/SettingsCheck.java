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
 * Producer settings that are given to Kafka's own {@code ProducerConfig}, and what it must make of them.
 *
 * @param settings by Kafka's names; what is not in it is left unset
 * @param minInsyncReplicas the topic's, which a producer never sees; empty where it is beside the point
 * @param refused whether the producer must refuse them
 * @param effective settings that must have these values if it takes them
 */
public record SettingsCheck(
        Map<String, String> settings, OptionalInt minInsyncReplicas, boolean refused, Map<String, String> effective) {
    static final String ACKS = "acks";
    static final String IDEMPOTENCE = "enable.idempotence";
    static final String TRANSACTIONAL_ID = "transactional.id";
    static final String RETRIES = "retries";
    static final String IN_FLIGHT = "max.in.flight.requests.per.connection";

    private static final List<Boolean> EITHER = List.of(false, true);
    private static final int MOST_REPLICAS = 3;
    private static final String MOST_RETRIES = Integer.toString(Integer.MAX_VALUE);

    /** The twelve combinations of the three settings with each min.insync.replicas, and what idempotence forces. */
    public static List<SettingsCheck> all() {
        List<SettingsCheck> all = new ArrayList<>();
        for (Acks acks : Acks.values()) {
            for (boolean idempotence : EITHER) {
                for (boolean transactional : EITHER) {
                    for (int replicas = 1; replicas <= MOST_REPLICAS; replicas++) {
                        all.add(combination(acks, idempotence, transactional, replicas));
                    }
                }
            }
        }
        all.addAll(forced());
        return List.copyOf(all);
    }

    private static SettingsCheck combination(Acks acks, boolean idempotence, boolean transactional, int replicas) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(ACKS, acks.kafkaValue());
        settings.put(IDEMPOTENCE, Boolean.toString(idempotence));
        if (transactional) {
            settings.put(TRANSACTIONAL_ID, "any");
        }
        Optional<String> contradiction =
                Contradiction.between(acks, idempotence, transactional, Contradiction.MAX_IN_FLIGHT_WHEN_IDEMPOTENT);
        return new SettingsCheck(
                settings,
                OptionalInt.of(replicas),
                contradiction.isPresent(),
                Map.of(IDEMPOTENCE, Boolean.toString(idempotence)));
    }

    private static List<SettingsCheck> forced() {
        String tooMany = Integer.toString(Contradiction.MAX_IN_FLIGHT_WHEN_IDEMPOTENT + 1);
        return List.of(
                taken(Map.of(), Map.of(IDEMPOTENCE, "true", ACKS, "-1", RETRIES, MOST_RETRIES, IN_FLIGHT, "5")),
                // Nobody is told that a default was turned off.
                taken(Map.of(ACKS, "1"), Map.of(IDEMPOTENCE, "false")),
                taken(Map.of(ACKS, "0"), Map.of(IDEMPOTENCE, "false")),
                taken(Map.of(RETRIES, "0"), Map.of(IDEMPOTENCE, "false")),
                // Any number of retries will do but none.
                taken(Map.of(IDEMPOTENCE, "true", RETRIES, "5"), Map.of(IDEMPOTENCE, "true", RETRIES, "5")),
                refused(Map.of(IDEMPOTENCE, "true", RETRIES, "0")),
                refused(Map.of(IDEMPOTENCE, "true", IN_FLIGHT, tooMany)),
                refused(Map.of(IN_FLIGHT, tooMany)));
    }

    private static SettingsCheck taken(Map<String, String> settings, Map<String, String> effective) {
        return new SettingsCheck(settings, OptionalInt.empty(), false, effective);
    }

    private static SettingsCheck refused(Map<String, String> settings) {
        return new SettingsCheck(settings, OptionalInt.empty(), true, Map.of());
    }
}
