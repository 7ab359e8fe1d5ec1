package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandConfigTest {
    private static final String SERVERS = "127.0.0.1:9092";

    @TempDir
    Path directory;

    private static CommandConfig properties(String... properties) {
        return CommandConfig.of(SERVERS, Optional.empty(), List.of(properties), List.of());
    }

    private CommandConfig file(String content, String... properties) throws IOException {
        Path file = Files.writeString(directory.resolve("client.properties"), content);
        return CommandConfig.of(SERVERS, Optional.of(file), List.of(properties), List.of());
    }

    @Test
    void what_reaches_brokers_goes_to_every_client() throws IOException {
        CommandConfig config = file("""
                        security.protocol = SASL_SSL
                        sasl.mechanism = PLAIN
                        sasl.jaas.config = a.Module required \\
                            username="me" password="can,ary";
                        reconnect.backoff.ms = 20
                        """);

        assertThat(config.client().bootstrapServers()).isEqualTo(SERVERS);
        assertThat(config.client().settings())
                .isEqualTo(Map.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "PLAIN",
                        "sasl.jaas.config", "a.Module required username=\"me\" password=\"can,ary\";",
                        "reconnect.backoff.ms", "20"));
        assertThat(config.jmhArguments()).isEmpty();
        assertThat(config.notices()).isEmpty();
        assertThat(config.toString()).doesNotContain("can,ary");
    }

    @Test
    void the_command_line_goes_before_the_file_and_the_servers_before_both() throws IOException {
        CommandConfig config =
                file("sasl.mechanism=PLAIN\nbootstrap.servers=elsewhere:1\n", "sasl.mechanism=SCRAM-SHA-512");

        assertThat(config.client().settings()).isEqualTo(Map.of("sasl.mechanism", "SCRAM-SHA-512"));
        assertThat(config.client().bootstrapServers()).isEqualTo(SERVERS);
        assertThat(config.notices())
                .containsExactly("--command-config: bootstrap.servers is not used, --bootstrap-server goes before it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acks=1 | acks=1",
                "acks=-1 | acks=all",
                "linger.ms=0 | lingerMs=0",
                "batch.size=16384 | batchSize=16384",
                "enable.idempotence=true | enableIdempotence=true",
                "max.in.flight.requests.per.connection=1 | maxInFlight=1",
                "buffer.memory=1048576 | bufferMemory=1048576",
                "compression.type=zstd | compression=zstd"
            })
    void a_key_of_an_axis_pins_the_axis(String property, String pinned) {
        CommandConfig config = properties(property);

        assertThat(config.jmhArguments()).containsExactly("-p", pinned);
        assertThat(config.client().settings()).isEmpty();
        assertThat(config.notices())
                .containsExactly("--command-property: " + property + " is measured as -p " + pinned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"security.protocol=sasl_ssl", "security.protocol= SASL_SSL ", "security.protocol=Sasl_Ssl"})
    void a_protocol_is_read_as_kafkas_clients_read_it(String property) {
        assertThat(properties(property).client().settings()).isEqualTo(Map.of("security.protocol", "SASL_SSL"));
    }

    @Test
    void a_pin_that_is_there_already_is_not_repeated_and_another_is_a_contradiction() {
        List<String> pinned = List.of("-p", "lingerMs=0");

        assertThat(CommandConfig.of(SERVERS, Optional.empty(), List.of("linger.ms=0"), pinned)
                        .jmhArguments())
                .isEqualTo(pinned);
        assertThatThrownBy(() -> CommandConfig.of(SERVERS, Optional.empty(), List.of("linger.ms=5"), pinned))
                .isInstanceOf(UsageException.class)
                .hasMessage("--command-property: linger.ms=5 contradicts -p lingerMs=0; give one of them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transactional.id=x | transactional.id=x would change what is measured, and no column",
                "key.serializer=x | key.serializer=x would change what is measured",
                "interceptor.classes=x | interceptor.classes=x would change what is measured",
                "delivery.timeout.ms=1 | delivery.timeout.ms=1 would change what is measured",
                "retries=0 | retries=0 would change what is measured",
                "client.id=me | client.id=me would change what is measured",
                "linger.ms=soon | linger.ms=soon cannot be measured: -p lingerMs: expected",
                "acks=2 | acks=2 cannot be measured: -p acks: expected one of 0, 1, all, got: 2",
                "security.protocol=TLS | security.protocol=TLS: expected one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL",
                "sasl.mechanims=PLAIN | Kafka's clients have no sasl.mechanims; did you mean sasl.mechanism?",
                "sasl.jass.config=canary | Kafka's clients have no sasl.jass.config; did you mean sasl.jaas.config?",
                "sasl.jaas.config=canary | sasl.jaas.config is a secret, and everybody on this machine can read",
                "ssl.truststore.password=canary | ssl.truststore.password is a secret",
                "security.protocol=SSL,ssl.protocol=TLSv1.3 | security.protocol and ssl.protocol stand in one word; put a space",
                "canary | expected key=value",
                "=canary | expected key=value"
            })
    void what_cannot_be_is_refused_and_no_secret_is_told(String property, String reason) {
        assertThatThrownBy(() -> properties(property))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--command-property: " + reason)
                .hasMessageNotContaining("canary");
    }

    @Test
    void a_comma_in_a_value_is_part_of_it() {
        assertThat(properties("ssl.enabled.protocols=TLSv1.2,TLSv1.3", "com.example.list=a,b=c")
                        .client()
                        .settings())
                .containsEntry("ssl.enabled.protocols", "TLSv1.2,TLSv1.3")
                .containsEntry("com.example.list", "a,b=c");
    }

    @Test
    void a_key_given_twice_is_refused() {
        assertThatThrownBy(() -> properties("sasl.mechanism=PLAIN", "sasl.mechanism=PLAIN"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--command-property: sasl.mechanism is given twice; give it once");
    }

    @Test
    void another_clients_key_is_dropped_and_a_plug_ins_passed_on_without_its_value() {
        CommandConfig config = properties("group.id=me", "com.example.endpoint=canary");

        assertThat(config.client().settings()).isEqualTo(Map.of("com.example.endpoint", "canary"));
        assertThat(config.notices())
                .containsExactly(
                        "--command-property: com.example.endpoint is none of Kafka's keys, and passed on as it is",
                        "--command-property: group.id is not a producer's, and not used");
    }

    @Test
    void a_mark_before_the_first_key_is_no_part_of_it() throws IOException {
        Path file = Files.writeString(directory.resolve("client"), "\uFEFFsecurity.protocol=SSL\n");

        assertThat(CommandConfig.of(SERVERS, Optional.of(file), List.of(), List.of())
                        .client()
                        .settings())
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void a_file_that_cannot_be_used_is_named() throws IOException {
        Path gone = directory.resolve("gone");
        Path bad = Files.writeString(directory.resolve("bad"), "a=canary\\u12");

        assertUnusable(gone, "--command-config " + gone + ": there is no such file");
        assertUnusable(bad, "--command-config " + bad + ": is no properties file");
        assertUnusable(directory, "--command-config " + directory + ": cannot be read: Is a directory");
    }

    private static void assertUnusable(Path file, String reason) {
        assertThatThrownBy(() -> CommandConfig.of(SERVERS, Optional.of(file), List.of(), List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(reason)
                .hasMessageNotContaining("canary");
    }

    @Test
    void every_setting_that_the_producer_pins_is_refused_or_an_axis() {
        List<String> ours = Arrays.asList("retries", "request.timeout.ms", "max.block.ms", "max.request.size");

        assertThat(ours)
                .allSatisfy(key -> assertThatThrownBy(() -> properties(key + "=1"))
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining(key + "=1"));
    }
}
