package io.producerbench.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.BrokerSpec;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.BrokerAddress.Ports;
import io.producerbench.cluster.node.NodeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docker-compose.yml and .env say, and what is said over them. */
class ComposeFileTest {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Path ENVIRONMENT = Path.of(".env");

    @Test
    void the_file_has_the_settings_of_every_other_kind_of_cluster() throws IOException {
        List<String> lines =
                Files.readAllLines(FILE).stream().map(String::strip).toList();

        assertThat(ContainerSettings.variables(
                        NodeSettings.shared(TestBrokers.spec().brokers())))
                .isNotEmpty()
                .allSatisfy((variable, value) -> assertThat(lines).contains(variable + ": \"" + value + "\""));
    }

    @Test
    void the_file_gives_brokers_the_flags_of_every_other_kind_of_cluster() throws IOException {
        String file = Files.readString(FILE).replaceAll("\\s+", " ");

        assertThat(ContainerSettings.jvm(BrokerSpec.DEFAULT_JVM))
                .allSatisfy((variable, flags) -> assertThat(file).contains(flags));
        assertThat(ContainerSettings.jvm(NodeSettings.CONTROLLER_JVM))
                .allSatisfy((variable, flags) -> assertThat(file).contains(variable + ": \"" + flags + "\""));
    }

    @Test
    void every_port_is_published_on_this_machine_alone() throws IOException {
        assertThat(Pattern.compile("- \"(.*):9092\"")
                        .matcher(Files.readString(FILE))
                        .results()
                        .map(port -> port.group(1)))
                .containsExactly(
                        "127.0.0.1:${BENCH_BROKER_1_PORT}",
                        "127.0.0.1:${BENCH_BROKER_2_PORT}",
                        "127.0.0.1:${BENCH_BROKER_3_PORT}");
    }

    @Test
    void the_image_is_of_the_version_that_the_build_has() throws IOException {
        assertThat(Files.readAllLines(ENVIRONMENT)).contains("BENCH_IMAGE=apache/kafka:4.3.1");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<kafka.broker.version>4.3.1</kafka.broker.version>");
    }

    @Test
    void ports_and_a_given_image_are_told_by_the_environment() {
        ClusterSpec spec = TestBrokers.spec().withDocker(new DockerSpec(Optional.of("kafka:1"), Path.of("")));

        assertThat(ComposeStart.environment(spec, List.of(broker(1), broker(2))))
                .isEqualTo(
                        Map.of("BENCH_IMAGE", "kafka:1", "BENCH_BROKER_1_PORT", "1001", "BENCH_BROKER_2_PORT", "1002"));
        assertThat(ComposeStart.environment(TestBrokers.spec(), List.of())).isEmpty();
    }

    @Test
    void what_differs_from_the_file_is_a_second_compose_file() {
        ClusterSpec spec = TestBrokers.spec();
        spec = spec.withBrokers(spec.brokers()
                .withSettings(Map.of("num.io.threads", "2"))
                .withJvm(List.of("-Xmx256m", "-XX:+UseSerialGC")));

        assertThat(ComposeStart.overrides(spec, List.of(broker(1)))).isEqualTo("""
                        {"services":{"broker-1":{"environment":{\
                        "KAFKA_ADVERTISED_LISTENERS":"CLIENT://127.0.0.1:2001,REPLICATION://broker-1:9093",\
                        "KAFKA_HEAP_OPTS":"-Xmx256m","KAFKA_JVM_PERFORMANCE_OPTS":"-XX:+UseSerialGC",\
                        "KAFKA_NUM_IO_THREADS":"2"}},"controller":{"environment":{"KAFKA_NUM_IO_THREADS":"2"}}}}""");
    }

    private static BrokerAddress broker(int id) {
        return new BrokerAddress(id, "127.0.0.1", new Ports(1000 + id, 9093), new Ports(2000 + id, 9093), 1000 + id);
    }
}
