package io.producerbench.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;
import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.BrokerImage;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ControllableClusterContract;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.docker.TestContainers.Left;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a cluster in containers owes its users beside the rest: the power to hurt it, and that
 * nothing of it is left.
 */
abstract class DockerClusterContract extends ControllableClusterContract {

    private final Docker docker = Docker.reach(ClusterKind.CONTAINERS);
    private Left before;

    protected abstract ClusterKind kind();

    @Override
    protected Cluster start() {
        return kind().start(TestBrokers.alert(TestContainers.spec()));
    }

    @BeforeAll
    @Override
    public void up() {
        before = TestContainers.left(docker);
        super.up();
    }

    @AfterAll
    @Override
    public void down() {
        super.down();
        assertThat(TestContainers.left(docker)).isEqualTo(before);
        cluster.close();
    }

    @Test
    void publishes_the_brokers_to_this_machine_alone() {
        for (Container container : docker.client().listContainersCmd().exec()) {
            assertThat(Arrays.stream(container.getPorts())
                            .filter(port -> port.getPublicPort() != null)
                            .map(ContainerPort::getIp))
                    .as(container.getNames()[0])
                    .allMatch("127.0.0.1"::equals);
        }
    }

    @Test
    void tells_what_the_brokers_run_from() {
        BrokerImage image = cluster.image().orElseThrow();

        assertThat(image.name()).isEqualTo(System.getProperty("kafka.image"));
        assertThat(image.id()).startsWith("sha256:");
        assertThat(image.kafkaVersion()).isEqualTo(cluster.brokerVersion()).isEqualTo(TestBrokers.VERSION);
        assertThat(image.java()).contains(" version \"");
    }

    @Test
    void knows_the_cpu_time_of_its_brokers() throws Exception {
        long start = cluster.brokerCpuNanos().orElseThrow();
        cluster.createTopic(new TopicSpec("work", 3, 3, Map.of()));
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            patiently().until(() -> {
                producer.send(record("work")).get();
                return cluster.brokerCpuNanos().orElseThrow() > start;
            });
        }
    }

    @Test
    void a_killed_broker_comes_back_where_it_was_with_what_it_had() throws Exception {
        cluster.createTopic(new TopicSpec("killed", 3, 3, Map.of()));
        BrokerControl control = cluster.control().orElseThrow();
        String servers = cluster.bootstrapServers();
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            producer.send(record("killed")).get();

            control.kill(2);

            assertThat(control.dead()).containsExactly(2);
            assertThat(cluster.failure()).isEmpty();
            assertThat(cluster.seenBy(2, "killed")).isEmpty();
            patiently().until(() -> cluster.seenBy(1, "killed").orElseThrow().smallestIsr() == 2);
            producer.send(record("killed")).get();

            control.restart(2);
        }

        assertThat(control.dead()).isEmpty();
        assertThat(cluster.bootstrapServers()).isEqualTo(servers);
        patiently()
                .until(() -> cluster.seenBy(2, "killed")
                        .filter(state -> state.smallestIsr() == 3)
                        .isPresent());
        assertThat(cluster.logEndOffsetSum("killed")).isEqualTo(2);
    }

    @Test
    void a_paused_broker_falls_behind_and_can_be_killed() {
        cluster.createTopic(new TopicSpec("paused", 1, 3, Map.of()));
        BrokerControl control = cluster.control().orElseThrow();

        control.pause(3);
        control.pause(3);

        assertThat(control.paused()).containsExactly(3);
        patiently()
                .until(() -> cluster.seenBy(1, "paused")
                        .orElseThrow()
                        .partitions()
                        .get(0)
                        .isr()
                        .equals(Set.of(1, 2)));
        control.kill(3);
        assertThat(control.paused()).isEmpty();
        assertThat(control.dead()).containsExactly(3);
        assertThatThrownBy(() -> control.pause(3))
                .isInstanceOf(ClusterException.class)
                .hasMessage("expected broker-3 to be alive to pause it: restart it first");

        control.heal();

        assertThat(control.dead()).isEmpty();
        patiently()
                .until(() -> cluster.seenBy(3, "paused")
                        .filter(state -> state.smallestIsr() == 3)
                        .isPresent());
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
