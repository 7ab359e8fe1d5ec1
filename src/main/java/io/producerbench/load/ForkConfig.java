package io.producerbench.load;

import io.producerbench.process.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The configuration of a measuring fork: the cluster's address and client settings, the fork's own
 * topic, and the payloads' seed. It travels in a file, so that the fork's command line is the same
 * for every sample and shows no secret in a process list. Only the file's owner can read it, and
 * its writer deletes it.
 *
 * @param client settings that every client of this cluster needs, by Kafka's names; may hold
 *     secrets
 * @param share what this fork gives of the load
 */
public record ForkConfig(
        String bootstrapServers, String topic, long seed, Map<String, String> client, LoadShare share) {
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

    /** Makes the configuration of a fork that gives the whole load. */
    public ForkConfig(String bootstrapServers, String topic, long seed, Map<String, String> client) {
        this(bootstrapServers, topic, seed, client, LoadShare.ALL);
    }

    /** True if the brokers require encryption or authentication. */
    public boolean isSecured() {
        return !client.getOrDefault("security.protocol", "PLAINTEXT").equalsIgnoreCase("PLAINTEXT");
    }

    /** Writes the configuration to a new file that only its owner can read. */
    public void write(Path file) {
        try {
            // A new file, because an old one that is overwritten keeps its permissions.
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly(file));
            SettingsFile.write(file, settings());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Returns what {@link #of} reads, by the keys of the file. */
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("topic", topic);
        settings.put("seed", Long.toString(seed));
        settings.put("share.host", Integer.toString(share.host()));
        settings.put("share.hosts", Integer.toString(share.hosts()));
        share.gate().ifPresent(gate -> settings.put("share.gate", gate.toString()));
        client.forEach((key, value) -> settings.put(CLIENT + key, value));
        return settings;
    }

    /** Returns the configuration that these {@link #settings} describe. */
    public static ForkConfig of(SettingsFile settings) {
        return new ForkConfig(
                settings.text("bootstrap.servers"),
                settings.text("topic"),
                settings.number("seed"),
                settings.below(CLIENT),
                share(settings.below("share.")));
    }

    /** A program of an older commit writes no share. */
    private static LoadShare share(Map<String, String> settings) {
        return settings.isEmpty()
                ? LoadShare.ALL
                : new LoadShare(
                        Integer.parseInt(settings.get("host")),
                        Integer.parseInt(settings.get("hosts")),
                        Optional.ofNullable(settings.get("gate")).map(Path::of));
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
     * Reads the file that {@link #PROPERTY} names. A file with client settings can be read only
     * once, because it is deleted then.
     *
     * @throws IllegalStateException if the property is not set, as when JMH's own main class
     *     started the benchmark
     */
    public static ForkConfig received() {
        String name = System.getProperty(PROPERTY);
        if (name == null) {
            throw new IllegalStateException("no cluster to measure against: -D" + PROPERTY
                    + " is not set. Start the benchmarks with ./run-bench.sh, and with forks (-f 1 or more)");
        }
        Path file = Path.of(name);
        SettingsFile settings = SettingsFile.read(file);
        if (!settings.below(CLIENT).isEmpty()) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + file + ", which holds secrets: delete it by hand", e);
            }
        }
        return of(settings);
    }

    /**
     * Returns the configuration without the values of client settings, because they may be secret.
     */
    @Override
    public String toString() {
        return "ForkConfig[bootstrapServers=" + bootstrapServers + ", topic=" + topic + ", seed=" + seed + ", client="
                + client.keySet() + "]";
    }
}
