package io.producerbench.load;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a measuring fork is told about the cluster: where it is, which topic is its own, and the payloads' seed. A file, so
 * that the fork's command line is the same for every sample and carries nothing that should not be seen in a process list.
 */
public record Handover(String bootstrapServers, String topic, long seed) {
    /** The system property that names the file. */
    public static final String PROPERTY = "producerbench.handover";

    public void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("topic", topic);
        properties.setProperty("seed", Long.toString(seed));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The hand-over that {@link #PROPERTY} names.
     *
     * @throws IllegalStateException if there is none, as when the benchmark was started by JMH's own main class
     */
    public static Handover received() {
        String file = System.getProperty(PROPERTY);
        if (file == null) {
            throw new IllegalStateException("no cluster to measure against: -D" + PROPERTY
                    + " is not set. Start the benchmarks with ./run-bench.sh, and with forks (-f 1 or more)");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Handover(
                properties.getProperty("bootstrap.servers"),
                properties.getProperty("topic"),
                Long.parseLong(properties.getProperty("seed")));
    }
}
