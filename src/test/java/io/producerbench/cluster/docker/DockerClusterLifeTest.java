package io.producerbench.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.DockerSpec;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.docker.TestContainers.Left;
import io.producerbench.cluster.processes.OrphanedCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How clusters in containers end, whether well or not; nothing of them is left in Docker. */
@NeedsDocker(compose = true)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DockerClusterLifeTest {

    private final Docker docker = Docker.reach(ClusterKind.CONTAINERS);
    private Left before;

    @BeforeEach
    void count() {
        before = TestContainers.left(docker);
    }

    @AfterEach
    void nothing_is_left() {
        patiently().until(() -> TestContainers.left(docker).equals(before));
    }

    @Test
    void hurt_containers_do_not_outlive_a_killed_parent() throws IOException {
        Process parent = orphanage(ClusterKind.CONTAINERS.label(), OrphanedCluster.HURT);
        try (BufferedReader said = parent.inputReader()) {
            assertThat(said.readLine()).startsWith("up in ");
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void a_compose_project_does_not_outlive_a_parent_that_is_told_to_end_while_starting_it() throws IOException {
        Process parent = orphanage(ClusterKind.COMPOSE.label());
        try {
            patiently().until(() -> TestContainers.left(docker).containers() > before.containers());
        } finally {
            parent.destroy();
        }
    }

    @Test
    void brokers_that_cannot_start_are_named_and_their_logs_kept(@TempDir Path directory) {
        ClusterSpec whole = TestContainers.spec().withFailedLogs(directory);
        ClusterSpec spec = whole.withBrokers(whole.brokers().withSettings(Map.of("num.network.threads", "none")));

        assertThatThrownBy(() -> ClusterKind.COMPOSE.start(spec))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("all logs are in " + directory);
    }

    @Test
    void an_image_of_another_version_is_refused() {
        ClusterSpec other = ClusterSpec.of("4.9.9", TestBrokers.JARS)
                .withDocker(TestContainers.spec().docker());

        assertThatThrownBy(() -> ClusterKind.COMPOSE.start(other))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("expected brokers of Kafka 4.9.9, got image ");
    }

    @Test
    void an_image_that_cannot_be_had_is_named() {
        ClusterSpec spec = TestContainers.spec()
                .withDocker(new DockerSpec(Optional.of("127.0.0.1:1/producer-bench/none:1"), Path.of("")));

        assertThatThrownBy(() -> ClusterKind.COMPOSE.start(spec))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("producer-bench/none");
    }

    private static Process orphanage(String... more) throws IOException {
        return new ProcessBuilder()
                .command(Stream.concat(
                                Stream.of(
                                        TestBrokers.spec().processes().java().toString(),
                                        "-Dkafka.image=" + System.getProperty("kafka.image"),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        OrphanedCluster.class.getName(),
                                        TestBrokers.VERSION,
                                        TestBrokers.JARS.toString()),
                                Stream.of(more))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
