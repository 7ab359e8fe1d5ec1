package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkConfigTest {
    @TempDir
    Path directory;

    @BeforeEach
    @AfterEach
    void noForkConfigIsNamed() {
        System.clearProperty(ForkConfig.PROPERTY);
    }

    @Test
    void what_is_received_is_what_was_written() {
        ForkConfig forkConfig = new ForkConfig("127.0.0.1:9092,[::1]:9093", "bench=1#ü", Long.MIN_VALUE);
        Path file = directory.resolve("fork config");

        forkConfig.write(file);
        System.setProperty(ForkConfig.PROPERTY, file.toString());

        assertThat(ForkConfig.received()).isEqualTo(forkConfig);
    }

    @Test
    void settings_of_the_connection_are_for_the_owner_and_for_one_reader() throws IOException {
        Map<String, String> client = Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.jaas.config", "a.Module required\n\tusername=\"u\" password=\" p=\\\\#:!ü \";",
                "bootstrap.servers", "of the client's own");
        ForkConfig forkConfig = new ForkConfig("127.0.0.1:9092", "topic", 7, client);
        Path file = directory.resolve("secret");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

        forkConfig.write(file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        System.setProperty(ForkConfig.PROPERTY, file.toString());

        assertThat(ForkConfig.received()).isEqualTo(forkConfig);
        assertThat(file).doesNotExist();
    }

    @Test
    void brokers_are_secured_by_their_protocol_alone() {
        assertThat(new ForkConfig("127.0.0.1:9092", "topic", 7).isSecured()).isFalse();
        assertThat(secured("security.protocol", "plaintext")).isFalse();
        assertThat(secured("client.dns.lookup", "use_all_dns_ips")).isFalse();
        assertThat(secured("security.protocol", "SSL")).isTrue();
    }

    private static boolean secured(String key, String value) {
        return new ForkConfig("127.0.0.1:9092", "topic", 7, Map.of(key, value)).isSecured();
    }

    @Test
    void no_setting_of_the_connection_is_printed() {
        ForkConfig forkConfig = new ForkConfig("127.0.0.1:9092", "topic", 7, Map.of("sasl.jaas.config", "canary"));

        assertThat(forkConfig)
                .hasToString("ForkConfig[bootstrapServers=127.0.0.1:9092, topic=topic, seed=7,"
                        + " client=[sasl.jaas.config]]");
    }

    @Test
    void without_the_property_it_says_how_to_start_the_benchmarks() {
        assertThatThrownBy(ForkConfig::received)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no cluster to measure against: -Dproducerbench.handover is not set."
                        + " Start the benchmarks with ./run-bench.sh, and with forks (-f 1 or more)");
    }

    @Test
    void a_file_that_is_gone_is_named() {
        System.setProperty(ForkConfig.PROPERTY, directory.resolve("gone").toString());

        assertThatThrownBy(ForkConfig::received)
                .hasRootCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("gone");
    }
}
