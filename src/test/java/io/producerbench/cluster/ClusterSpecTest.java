package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        ClusterSpec spec = ClusterSpec.of("4.9.9", new ProcessSpec(jars, Path.of("/nowhere/bin/java")));

        assertThatThrownBy(() -> ClusterKind.PROCESSES.start(spec))
                .isInstanceOf(ClusterException.class)
                .hasMessage("expected an executable java to run the brokers, got /nowhere/bin/java: "
                        + "set JAVA_HOME to a JDK of 17 or newer");
    }

    @Test
    void a_cluster_without_brokers_is_refused() {
        assertThatThrownBy(() -> new BrokerSpec("4.9.9", 0, Map.of(), List.of(), Advertising.DIRECT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 1 broker, got 0");
    }

    @Test
    void each_part_is_replaced_alone() {
        ExistingCluster existing = new ExistingCluster(
                ClientProperties.plaintext("127.0.0.1:9092"), "producer-bench-run-", Path.of("journal"), Set.of());
        Advertising elsewhere = (broker, listener, port) -> port + 1;
        DockerSpec docker = new DockerSpec(Optional.of("kafka:1"), Path.of("project"));
        ClusterSpec usual = ClusterSpec.of("4.9.9", new ProcessSpec(Path.of("jars"), Path.of("java")));
        ClusterSpec spec = usual.withBrokers(usual.brokers()
                        .withSettings(Map.of("num.io.threads", "2"))
                        .withJvm(List.of("-Xmx256m"))
                        .withAdvertising(elsewhere))
                .withFailedLogs(Path.of("failed"))
                .withExisting(existing)
                .withDocker(docker);

        assertThat(spec)
                .isEqualTo(new ClusterSpec(
                        new BrokerSpec("4.9.9", 3, Map.of("num.io.threads", "2"), List.of("-Xmx256m"), elsewhere),
                        new ProcessSpec(Path.of("jars"), Path.of("java")),
                        docker,
                        Optional.of(existing),
                        Optional.of(Path.of("failed"))));
    }

    @Test
    void settings_that_make_a_node_that_node_are_refused() {
        BrokerSpec spec = ClusterSpec.of("4.9.9", Path.of("jars")).brokers();

        assertThatThrownBy(
                        () -> spec.withSettings(Map.of("node.id", "7", "listeners", "X://:1", "num.io.threads", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected settings that all nodes can share, got [listeners, node.id]");
    }
}
