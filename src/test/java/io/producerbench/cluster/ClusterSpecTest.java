package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSpecTest {

    @Test
    void missing_broker_jars_are_answered_with_the_command_that_brings_them() {
        ClusterSpec spec = ClusterSpec.of("4.9.9", Path.of("target/brokers/4.9.9"));

        assertThatThrownBy(() -> ClusterKind.PROCESSES.start(spec))
                .isInstanceOf(ClusterException.class)
                .hasMessage("broker jars for 4.9.9 are not in target/brokers/4.9.9: run ./mvnw -q -f src/broker/pom.xml"
                        + " process-resources -Dkafka.broker.version=4.9.9");
    }

    @Test
    void a_java_that_is_not_there_is_named(@TempDir Path jars) throws IOException {
        Files.createFile(jars.resolve("kafka_2.13-4.9.9.jar"));
        ClusterSpec spec = ClusterSpec.of("4.9.9", jars).withJava(Path.of("/nowhere/bin/java"));

        assertThatThrownBy(() -> ClusterKind.PROCESSES.start(spec))
                .isInstanceOf(ClusterException.class)
                .hasMessage("expected an executable java to run the brokers, got /nowhere/bin/java: "
                        + "set JAVA_HOME to a JDK of 17 or newer");
    }

    @Test
    void a_cluster_without_brokers_is_refused() {
        ClusterSpec spec = ClusterSpec.of("4.9.9", Path.of("jars"));

        assertThatThrownBy(() -> new ClusterSpec(
                        spec.brokerVersion(),
                        spec.brokerJars(),
                        0,
                        spec.java(),
                        spec.failedLogs(),
                        spec.advertising(),
                        spec.brokerSettings(),
                        spec.brokerJvm(),
                        spec.existing(),
                        spec.docker()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 1 broker, got 0");
    }

    @Test
    void what_is_told_once_is_kept_by_what_is_told_later() {
        ExistingCluster existing = new ExistingCluster(
                ClientProperties.plaintext("127.0.0.1:9092"), "producer-bench-run-", Path.of("journal"), true, true);
        Advertising elsewhere = (broker, listener, port) -> port + 1;
        ClusterSpec spec = ClusterSpec.of("4.9.9", Path.of("jars"))
                .withBrokerSettings(Map.of("num.io.threads", "2"))
                .withBrokerJvm(List.of("-Xmx256m"))
                .withAdvertising(elsewhere)
                .withFailedLogs(Path.of("failed"))
                .withExisting(existing)
                .withDocker(new DockerSpec(Optional.of("kafka:1"), Path.of("project")))
                .withJava(Path.of("java"));

        assertThat(spec)
                .isEqualTo(new ClusterSpec(
                        "4.9.9",
                        Path.of("jars"),
                        3,
                        Path.of("java"),
                        Optional.of(Path.of("failed")),
                        elsewhere,
                        Map.of("num.io.threads", "2"),
                        List.of("-Xmx256m"),
                        Optional.of(existing),
                        new DockerSpec(Optional.of("kafka:1"), Path.of("project"))));
    }

    @Test
    void settings_that_make_a_node_that_node_are_refused() {
        ClusterSpec spec = ClusterSpec.of("4.9.9", Path.of("jars"));

        assertThatThrownBy(() ->
                        spec.withBrokerSettings(Map.of("node.id", "7", "listeners", "X://:1", "num.io.threads", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected settings that all nodes can share, got [listeners, node.id]");
    }
}
