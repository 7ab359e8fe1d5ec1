package io.producerbench.guarantees.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.Listener;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState.PartitionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One cluster behind proxies; each test has a topic that broker 1 leads and hurts what it likes,
 * all is healed after it.
 */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ProxiedClusterTest {
    private final Network network = Network.open();
    private Cluster cluster;
    private BrokerControl control;
    private String topic;
    private int topics;

    @BeforeAll
    void up() {
        cluster = ClusterKind.PROCESSES.start(TestBrokers.alert(TestBrokers.spec(), network));
        control = cluster.control().orElseThrow();
    }

    @AfterAll
    void down() {
        if (cluster != null) {
            cluster.close();
        }
        network.close();
    }

    @BeforeEach
    void createTopic() {
        topic = "topic-" + topics++;
        cluster.createTopic(new TopicSpec(topic, 1, 3, Map.of()));
    }

    @AfterEach
    void heal() {
        network.heal();
        control.heal();
        assertThat(network.isIdle()).isTrue();
        assertThat(control.dead()).isEmpty();
        assertThat(control.paused()).isEmpty();
        assertThat(cluster.failure()).isEmpty();
    }

    @Test
    void clients_and_brokers_use_the_proxies() throws Exception {
        long produced = toLeader().responses(Api.PRODUCE);
        long elsewhere = network.at(2, Listener.CLIENT).requests(Api.PRODUCE);
        long fetched = fromLeader().responses(Api.FETCH);
        try (KafkaProducer<byte[], byte[]> producer = producer("all", true)) {
            send(producer, "a").get();
        }

        assertThat(toLeader().responses(Api.PRODUCE) - produced).isEqualTo(1);
        assertThat(network.at(2, Listener.CLIENT).requests(Api.PRODUCE)).isEqualTo(elsewhere);
        assertThat(fromLeader().responses(Api.FETCH)).isGreaterThan(fetched);
    }

    @Test
    void every_broker_has_the_settings_and_flags_asked_for() throws Exception {
        assertThat(cluster.brokerConfig()).containsEntry("broker.session.timeout.ms", "3000");
        assertThat(cluster.brokerJvmFlags()).containsExactly("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "3");
            Config config = admin.describeConfigs(List.of(broker)).all().get().get(broker);
            assertThat(cluster.brokerConfig())
                    .allSatisfy((name, value) ->
                            assertThat(config.get(name).value()).as(name).isEqualTo(value));
        }
        assertThat(TestBrokers.broker(cluster, 3).info().commandLine().orElseThrow())
                .contains(" -Xmx256m ")
                .doesNotContain("-Xmx1G");
    }

    @Test
    void another_broker_leads_when_the_leader_is_killed_and_all_are_in_sync_when_it_is_back() throws Exception {
        long pid = TestBrokers.broker(cluster, 1).pid();
        try (KafkaProducer<byte[], byte[]> producer = producer("all", true)) {
            send(producer, "a").get();

            control.kill(1);
            control.kill(1);
            assertThat(ProcessHandle.of(pid)).isEmpty();
            assertThat(control.dead()).containsExactly(1);
            assertThat(cluster.failure()).isEmpty();
            assertThat(cluster.seenBy(1, topic)).isEmpty();
            assertThatThrownBy(() -> control.pause(1))
                    .hasMessage("expected broker-1 to be alive to pause it: restart it first");
            patiently()
                    .until(() ->
                            partition(2).filter(state -> state.leader() > 1).isPresent());
            assertThat(send(producer, "b").get().offset()).isEqualTo(1);

            control.restart(1);
            control.restart(1);
            assertThat(control.dead()).isEmpty();
            assertThat(TestBrokers.broker(cluster, 1).pid()).isNotEqualTo(pid);
            awaitIsr(3);
            assertThat(send(producer, "c").get().offset()).isEqualTo(2);
        }
        assertThat(readBack()).containsExactly("a", "b", "c");
    }

    @Test
    void a_paused_broker_is_stopped_until_it_is_resumed() {
        control.pause(2);
        control.pause(2);
        assertThat(TestBrokers.isStopped(cluster, 2)).isTrue();
        assertThat(control.paused()).containsExactly(2);
        assertThat(control.dead()).isEmpty();
        // Long enough for the controller to fence it.
        assertThat(cluster.seenBy(2, topic)).isEmpty();
        patiently().until(() -> partition(1).orElseThrow().isr().size() == 2);

        control.resume(2);
        control.resume(2);
        assertThat(TestBrokers.isStopped(cluster, 2)).isFalse();
        assertThat(control.paused()).isEmpty();
        awaitIsr(3);
    }

    @Test
    void acks_all_waits_for_replication_that_acks_1_does_not_wait_for() throws Exception {
        try (KafkaProducer<byte[], byte[]> all = producer("all", true);
                KafkaProducer<byte[], byte[]> one = producer("1", false)) {
            send(all, "barrier").get();
            Fault hold = fromLeader().hold();
            long before = toLeader().requests(Api.PRODUCE);

            Future<RecordMetadata> waits = send(all, "a");
            patiently().until(() -> toLeader().requests(Api.PRODUCE) > before);
            assertThat(send(one, "b").get().offset()).isPositive();
            hold.requireHits(1);
            assertThat(waits).isNotDone();

            hold.close();
            assertThat(waits.get().offset()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 2", "true, 1"})
    void a_dropped_response_makes_a_duplicate_unless_the_producer_is_idempotent(boolean idempotent, int copies)
            throws Exception {
        long before = toLeader().requests(Api.PRODUCE);
        try (KafkaProducer<byte[], byte[]> producer = producer("all", idempotent);
                Fault drop = toLeader().dropResponses(Api.PRODUCE, 1)) {
            send(producer, "a").get();

            drop.requireHits(1);
            assertThat(toLeader().requests(Api.PRODUCE) - before).isEqualTo(2);
        }

        assertThat(readBack()).hasSize(copies).containsOnly("a");
    }

    @Test
    void a_broker_comes_back_though_another_is_paused() {
        control.kill(1);
        control.pause(3);

        control.restart(1);

        assertThat(cluster.seenBy(1, topic)).isPresent();
        assertThat(control.paused()).containsExactly(3);
    }

    @Test
    void everything_at_once_is_healed() throws Exception {
        String before = cluster.bootstrapServers();
        network.at(3, Listener.CLIENT).hold();
        fromLeader().withholdResponses(Api.FETCH);
        control.pause(1);
        control.kill(1);
        control.kill(3);
        control.pause(2);
        assertThat(control.dead()).containsExactly(1, 3);
        assertThat(control.paused()).containsExactly(2);

        network.heal();
        control.heal();

        assertThat(cluster.bootstrapServers()).isEqualTo(before);
        awaitIsr(3);
        try (KafkaProducer<byte[], byte[]> producer = producer("all", true)) {
            send(producer, "a").get();
        }
        assertThat(readBack()).containsExactly("a");
    }

    private Proxy toLeader() {
        return network.at(1, Listener.CLIENT);
    }

    private Proxy fromLeader() {
        return network.at(1, Listener.REPLICATION);
    }

    private Optional<PartitionState> partition(int broker) {
        return cluster.seenBy(broker, topic).map(state -> state.partitions().get(0));
    }

    private void awaitIsr(int size) {
        patiently()
                .until(() -> cluster.brokers().stream()
                        .allMatch(broker -> partition(broker)
                                .filter(state -> state.isr().size() == size)
                                .isPresent()));
    }

    private Future<RecordMetadata> send(KafkaProducer<byte[], byte[]> producer, String value) {
        return producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8)));
    }

    private KafkaProducer<byte[], byte[]> producer(String acks, boolean idempotent) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        cluster.bootstrapServers(),
                        "acks",
                        acks,
                        "enable.idempotence",
                        idempotent,
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private List<String> readBack() {
        Map<String, Object> config = Map.of("bootstrap.servers", cluster.bootstrapServers());
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(new String(record.value(), UTF_8)));
            }
        }
        return values;
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
