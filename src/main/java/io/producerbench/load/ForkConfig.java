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
 * What a measuring fork is told about the cluster: where it is and how to speak to it, which topic is its own, and the
 * payloads' seed. A file, so that the fork's command line is the same for every sample and carries nothing that should not be
 * seen in a process list; only its owner can read it, and whoever wrote it deletes it.
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

    /** For brokers that take whoever comes, without encryption. */
    public ForkConfig(String bootstrapServers, String topic, long seed) {
        this(bootstrapServers, topic, seed, Map.of());
    }

    /** Whether the brokers want encryption or to know who is there. */
    public boolean isSecured() {
        return !client.getOrDefault("security.protocol", "PLAINTEXT").equalsIgnoreCase("PLAINTEXT");
    }

    public void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("topic", topic);
        properties.setProperty("seed", Long.toString(seed));
        client.forEach((key, value) -> properties.setProperty(CLIENT + key, value));
        try {
            // Anew and never over an old one, whose permissions it would keep.
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
     * The hand-over that {@link #PROPERTY} names. One that carries client settings can be received only once: the file is gone
     * then.
     *
     * @throws IllegalStateException if there is none, as when the benchmark was started by JMH's own main class
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

    /** Without the values that may be secret. */
    @Override
    public String toString() {
        return "ForkConfig[bootstrapServers=" + bootstrapServers + ", topic=" + topic + ", seed=" + seed + ", client="
                + client.keySet() + "]";
    }
}
