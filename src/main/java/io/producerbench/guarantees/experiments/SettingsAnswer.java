package io.producerbench.guarantees.experiments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the client made of settings.
 *
 * @param refusal Kafka's reason; empty if it took them
 * @param effective what it uses then, by Kafka's names; empty if it refused
 */
public record SettingsAnswer(SettingsCheck check, Optional<String> refusal, Map<String, String> effective) {
    /** Asks the client on the class path. Nothing is connected to. */
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

    /** Whether it refused what it must, and otherwise uses what it must. */
    public boolean isAsExpected() {
        return refusal.isPresent() == check.refused()
                && (check.refused()
                        || effective.entrySet().containsAll(check.effective().entrySet()));
    }

    /** What it uses for a setting; empty if it refused. */
    String uses(String setting) {
        return effective.getOrDefault(setting, "");
    }
}
