package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every client needs to reach a cluster, in Kafka's own words: the suite's admin clients, its producers in this JVM and
 * those in forks. May hold secrets, so it prints no value but the servers.
 *
 * @param bootstrapServers in the form of {@code bootstrap.servers}
 * @param settings how to speak to them: {@code security.protocol}, {@code ssl.*}, {@code sasl.*} and the like; empty where
 *     clients may speak plaintext without a name
 */
public record ClientProperties(String bootstrapServers, Map<String, String> settings) {

    public ClientProperties {
        requireNonNull(bootstrapServers, "bootstrapServers");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** For brokers that take whoever comes, without encryption. */
    public static ClientProperties plaintext(String bootstrapServers) {
        return new ClientProperties(bootstrapServers, Map.of());
    }

    /** For a client of Kafka's, with what this one needs beside; {@code more} wins. */
    public Map<String, Object> with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        all.putAll(more);
        return all;
    }

    @Override
    public String toString() {
        return "ClientProperties[bootstrapServers=" + bootstrapServers + ", settings=" + settings.keySet() + "]";
    }
}
