package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that every client needs to reach a cluster: our admin clients, the producers in this
 * JVM and the producers in forks. May hold secrets, so {@link #toString()} shows no value but the
 * servers.
 *
 * @param bootstrapServers in the form of {@code bootstrap.servers}
 * @param settings Kafka's settings of a connection: {@code security.protocol}, {@code ssl.*},
 *     {@code sasl.*} and the like; empty for plaintext without authentication
 */
public record ClientProperties(String bootstrapServers, Map<String, String> settings) {

    public ClientProperties {
        requireNonNull(bootstrapServers, "bootstrapServers");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** Returns the settings for brokers without encryption and authentication. */
    public static ClientProperties plaintext(String bootstrapServers) {
        return new ClientProperties(bootstrapServers, Map.of());
    }

    /** Returns these settings and {@code more} for one of Kafka's clients; {@code more} wins. */
    public Map<String, Object> with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        all.putAll(more);
        return all;
    }

    /** Returns the protocol that these settings name, or else Kafka's default. */
    public String securityProtocol() {
        return settings.getOrDefault("security.protocol", "PLAINTEXT");
    }

    @Override
    public String toString() {
        return "ClientProperties[bootstrapServers=" + bootstrapServers + ", settings=" + settings.keySet() + "]";
    }
}
