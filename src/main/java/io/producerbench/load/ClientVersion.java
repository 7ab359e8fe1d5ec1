package io.producerbench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Reads the version of kafka-clients on the class path from the properties in its jar, which every
 * version has. Kafka's own class that reads them is internal since 4.4.
 */
public final class ClientVersion {
    private static final String RESOURCE = "/kafka/kafka-version.properties";

    private ClientVersion() {}

    /** Returns the version, such as {@code 4.3.0}. */
    public static String read() {
        Properties properties = new Properties();
        try (InputStream in = KafkaProducer.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
