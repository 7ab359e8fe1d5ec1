package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** Asks the client that the tests run with, in a class loader of its own. */
class ProducerSettingCheckTest {
    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void make_a_jar_that_leads_to_the_client() throws IOException, URISyntaxException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Name.CLASS_PATH, location(ProducerConfig.class) + " " + location(Logger.class));
        jar = directory.resolve("client.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void what_the_client_knows_may_be_set() {
        assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> check(Map.of("send.buffer.bytes", "1048576", "receive.buffer.bytes", "-1")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_setting_that_the_client_does_not_know_is_refused_because_it_would_only_warn() {
        assertThatThrownBy(() -> check(Map.of("send.bufer.bytes", "1")))
                .isInstanceOf(UsageException.class)
                .hasMessage("client:x: this version of the producer has no setting 'send.bufer.bytes'; did you mean"
                        + " 'send.buffer.bytes'?");
    }

    @Test
    void a_value_that_the_client_refuses_is_refused_with_its_reason() {
        assertThatThrownBy(() -> check(Map.of("send.buffer.bytes", "much")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("client:x: Invalid value much for configuration send.buffer.bytes");
    }

    private void check(Map<String, String> settings) {
        ProducerSettingCheck.requireKnown("client:x", settings, jar);
    }
}
