package io.producerbench.guarantees.experiments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The answer of Kafka's client to a {@link SettingsCheck}.
 *
 * @param refusal Kafka's reason; empty if it accepted the settings
 * @param effective the values it uses then, by Kafka's names; empty if it refused
 */
public record SettingsAnswer(SettingsCheck check, Optional<String> refusal, Map<String, String> effective) {
    /** Asks the client on the class path. No connection is made. */
    public static SettingsAnswer to(SettingsCheck check) {
        Map<String, Object> settings = new LinkedHashMap<>(check.settings());
        settings.put("bootstrap.servers", "127.0.0.1:9092");
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        try {
            Map<String, String> effective = new LinkedHashMap<>();
            new ProducerConfig(settings).values().forEach((name, value) -> effective.put(name, String.valueOf(value)));
            return new SettingsAnswer(check, Optional.empty(), effective);
        } catch (ConfigException e) {
            return new SettingsAnswer(check, Optional.of(e.getMessage()), Map.of());
        }
    }

    /** True if it refused or accepted as expected, and uses the expected values. */
    public boolean isAsExpected() {
        return refusal.isPresent() == check.mustBeRefused()
                && check.effective()
                        .map(Map::entrySet)
                        .filter(expected -> !effective.entrySet().containsAll(expected))
                        .isEmpty();
    }

    /** Returns the value it uses for a setting, empty if it refused. */
    String uses(String setting) {
        return effective.getOrDefault(setting, "");
    }
}
