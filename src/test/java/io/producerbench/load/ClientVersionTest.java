package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;

class ClientVersionTest {
    @Test
    void it_is_that_of_the_jar_on_the_class_path() throws Exception {
        Path jar = Path.of(KafkaProducer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(jar.getFileName()).hasToString("kafka-clients-" + ClientVersion.read() + ".jar");
    }
}
