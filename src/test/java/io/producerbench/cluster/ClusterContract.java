package io.producerbench.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of cluster owes its users. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
public abstract class ClusterContract {

    public Cluster cluster;

    protected abstract Cluster start();

    @BeforeAll
    public void up() {
        long start = System.nanoTime();
        cluster = start();
        System.out.printf("%s up in %.1f s%n", cluster.kind().label(), (System.nanoTime() - start) / 1e9);
    }

    @AfterAll
    public void down() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void has_three_brokers_that_all_serve_clients() throws Exception {
        assertThat(cluster.bootstrapServers().split(",")).hasSize(3);
        assertThat(cluster.brokerCount()).isEqualTo(3);
        assertThat(cluster.brokers()).containsExactly(1, 2, 3);
        for (String broker : cluster.bootstrapServers().split(",")) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
                assertThat(admin.describeCluster().nodes().get())
                        .extracting(Node::id)
                        .containsExactlyInAnyOrder(1, 2, 3);
            }
        }
    }

    @Test
    void tells_the_settings_that_every_broker_really_has() throws Exception {
        try (Admin admin = Admin.create(cluster.clientProperties().with(Map.of()))) {
            for (String id : List.of("1", "2", "3")) {
                ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, id);
                Config effective =
                        admin.describeConfigs(List.of(broker)).all().get().get(broker);
                assertThat(cluster.brokerConfig())
                        .isNotEmpty()
                        .allSatisfy((name, value) -> assertThat(effective.get(name))
                                .as(name)
                                .isNotNull()
                                .satisfies(entry ->
                                        assertThat(entry.value()).as(name).isEqualTo(value)));
            }
        }
    }

    @Test
    void a_new_topic_needs_two_replicas_in_sync_unless_it_says_otherwise() throws Exception {
        cluster.createTopic(new TopicSpec(named("min-isr-default"), 1, 3, Map.of()));
        cluster.createTopic(new TopicSpec(named("min-isr-3"), 1, 3, Map.of("min.insync.replicas", "3")));

        assertThat(minInSyncReplicas(named("min-isr-default"))).isEqualTo("2");
        assertThat(minInSyncReplicas(named("min-isr-3"))).isEqualTo("3");
    }

    @Test
    void a_created_topic_has_its_leaders_spread_and_all_replicas_in_sync() {
        cluster.createTopic(new TopicSpec(named("spread"), 6, 3, Map.of()));

        TopicState state = cluster.describe(named("spread"));
        assertThat(state.partitions().values())
                .extracting(TopicState.PartitionState::leader)
                .containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(state.partitions().values())
                .allSatisfy(partition -> assertThat(partition.isr()).containsExactly(1, 2, 3));
        assertThat(state.smallestIsr()).isEqualTo(3);
    }

    @Test
    void each_broker_tells_what_it_sees_of_a_topic() {
        cluster.createTopic(new TopicSpec(named("seen"), 2, 3, Map.of()));

        for (int broker : cluster.brokers()) {
            if (cluster.control().isPresent()) {
                assertThat(cluster.seenBy(broker, named("seen"))).contains(cluster.describe(named("seen")));
            } else {
                assertThat(cluster.seenBy(broker, named("seen"))).isEmpty();
            }
            assertThat(cluster.seenBy(broker, named("never-created"))).isEmpty();
        }
        assertThatThrownBy(() -> cluster.seenBy(7, named("seen")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected the id of a broker, one of [1, 2, 3], got 7");
    }

    @Test
    void a_kind_tells_before_it_is_started_whether_its_brokers_can_be_hurt() {
        assertThat(cluster.kind().isControllable()).isEqualTo(cluster.control().isPresent());
    }

    @Test
    void a_topic_is_created_only_once() {
        cluster.createTopic(new TopicSpec(named("once"), 1, 3, Map.of()));

        assertThatThrownBy(() -> cluster.createTopic(new TopicSpec(named("once"), 1, 3, Map.of())))
                .isInstanceOf(ClusterException.class)
                .hasMessage(
                        "could not create topic " + named("once") + ": Topic '" + named("once") + "' already exists.");
    }

    @Test
    void the_end_offsets_count_every_acknowledged_record() throws Exception {
        cluster.createTopic(new TopicSpec(named("acknowledged"), 3, 3, Map.of()));
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            for (int i = 0; i < 100; i++) {
                producer.send(record(named("acknowledged"))).get();
            }
        }

        assertThat(cluster.logEndOffsetSum(named("acknowledged"))).isEqualTo(100);
    }

    @Test
    void the_end_offsets_count_a_commit_marker_too() {
        cluster.createTopic(new TopicSpec(named("transactional"), 1, 3, Map.of()));
        try (KafkaProducer<byte[], byte[]> producer =
                producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, named("contract")))) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < 10; i++) {
                producer.send(record(named("transactional")));
            }
            producer.commitTransaction();
        }

        // The marker is written by the coordinator after it has answered the commit.
        Awaitility.await().until(() -> cluster.logEndOffsetSum(named("transactional")) == 11);
    }

    @Test
    void a_deleted_topic_can_be_created_anew_and_is_empty() throws Exception {
        cluster.createTopic(new TopicSpec(named("deleted"), 3, 3, Map.of()));
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            producer.send(record(named("deleted"))).get();
        }

        cluster.deleteTopic(named("deleted"));

        assertThatThrownBy(() -> cluster.describe(named("deleted")))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("could not describe topic " + named("deleted") + ": ");
        cluster.createTopic(new TopicSpec(named("deleted"), 3, 3, Map.of()));
        assertThat(cluster.logEndOffsetSum(named("deleted"))).isZero();
    }

    @Test
    void deleting_a_topic_that_does_not_exist_does_nothing() {
        assertThatCode(() -> cluster.deleteTopic(named("never-created"))).doesNotThrowAnyException();
    }

    @Test
    void a_healthy_cluster_has_not_failed() {
        assertThat(cluster.failure()).isEmpty();
    }

    @Test
    void keeps_logs_on_request(@TempDir Path directory) {
        cluster.keepLogs(directory.resolve("kept"));

        if (cluster.control().isPresent()) {
            assertThat(directory.resolve("kept")).isNotEmptyDirectory();
        } else {
            assertThat(directory.resolve("kept")).doesNotExist();
        }
    }

    /** A name that this cluster allows. */
    protected String named(String name) {
        return cluster.namePrefix() + name;
    }

    protected KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = cluster.clientProperties().with(more);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return new KafkaProducer<>(config);
    }

    protected static ProducerRecord<byte[], byte[]> record(String topic) {
        return new ProducerRecord<>(topic, "value".getBytes(UTF_8));
    }

    private String minInSyncReplicas(String topic) throws Exception {
        try (Admin admin = Admin.create(cluster.clientProperties().with(Map.of()))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            return config.get("min.insync.replicas").value();
        }
    }
}
