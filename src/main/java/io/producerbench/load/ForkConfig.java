package io.producerbench.load;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The configuration of a measuring fork: the cluster's address and client settings, the fork's own topic, and the payloads'
 * seed. It travels in a file, so that the fork's command line is the same for every sample and shows no secret in a process
 * list. Only the file's owner can read it, and its writer deletes it.
 *
 * @param client settings that every client of this cluster needs, by Kafka's names; may hold secrets
 */
public record ForkConfig(String bootstrapServers, String topic, long seed, Map<String, String> client) {
    /** The system property that names the file. */
    public static final String PROPERTY = "producerbench.handover";

    private static final String CLIENT = "client.";

    public ForkConfig {
        client = Collections.unmodifiableMap(new TreeMap<>(client));
    }

    /** Makes a configuration for brokers without encryption and authentication. */
    public ForkConfig(String bootstrapServers, String topic, long seed) {
        this(bootstrapServers, topic, seed, Map.of());
    }

    /** True if the brokers require encryption or authentication. */
    public boolean isSecured() {
        return !client.getOrDefault("security.protocol", "PLAINTEXT").equalsIgnoreCase("PLAINTEXT");
    }

    /** Writes the configuration to a new file that only its owner can read. */
    public void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("topic", topic);
        properties.setProperty("seed", Long.toString(seed));
        client.forEach((key, value) -> properties.setProperty(CLIENT + key, value));
        try {
            // A new file, because an old one that is overwritten keeps its permissions.
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly(file));
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    /**
     * Reads the file that {@link #PROPERTY} names. A file with client settings can be read only once, because it is deleted
     * then.
     *
     * @throws IllegalStateException if the property is not set, as when JMH's own main class started the benchmark
     */
    public static ForkConfig received() {
        String name = System.getProperty(PROPERTY);
        if (name == null) {
            throw new IllegalStateException("no cluster to measure against: -D" + PROPERTY
                    + " is not set. Start the benchmarks with ./run-bench.sh, and with forks (-f 1 or more)");
        }
        Path file = Path.of(name);
        Properties properties = new Properties();
        try {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            Map<String, String> client = client(properties);
            if (!client.isEmpty()) {
                Files.delete(file);
            }
            return new ForkConfig(
                    properties.getProperty("bootstrap.servers"),
                    properties.getProperty("topic"),
                    Long.parseLong(properties.getProperty("seed")),
                    client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> client(Properties properties) {
        Map<String, String> client = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(CLIENT)) {
                client.put(key.substring(CLIENT.length()), properties.getProperty(key));
            }
        }
        return client;
    }

    /** Returns the configuration without the values of client settings, because they may be secret. */
    @Override
    public String toString() {
        return "ForkConfig[bootstrapServers=" + bootstrapServers + ", topic=" + topic + ", seed=" + seed + ", client="
                + client.keySet() + "]";
    }
}
