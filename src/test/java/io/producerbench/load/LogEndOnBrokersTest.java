package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.TopicSpec;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the leaders hold and what consumers may read, where the two differ. */
@Tag("cluster")
@Timeout(300)
class LogEndOnBrokersTest {
    private static final int RECORDS = 100;
    private static final int PARTITIONS = 6;

    private static Cluster cluster;

    @BeforeAll
    static void up() {
        cluster = ClusterKind.PROCESSES.start(TestBrokers.spec());
    }

    @AfterAll
    static void down() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @AfterEach
    void heal() {
        cluster.control().orElseThrow().heal();
        cluster.rebalance();
    }

    @Test
    void leaders_tell_what_consumers_may_not_see_yet() throws Exception {
        cluster.createTopic(new TopicSpec("unseen", 1, 3, Map.of("min.insync.replicas", "3")));
        int follower = cluster.brokers().stream()
                .filter(broker -> cluster.describe("unseen").ledBy(broker).isEmpty())
                .findFirst()
                .orElseThrow();
        try (LogEnd leaders = LogEnd.ofLeaders(cluster.bootstrapServers(), "unseen");
                LogEnd replicated = LogEnd.replicated(cluster.bootstrapServers(), "unseen", 1)) {
            cluster.control().orElseThrow().kill(follower);
            sendAll("unseen", "1");

            assertThat(leaders.sum().get(1, TimeUnit.MINUTES)).isEqualTo(RECORDS);
            assertThat(replicated.sum().get(1, TimeUnit.MINUTES)).isZero();

            cluster.control().orElseThrow().heal();
            Awaitility.await()
                    .atMost(2, TimeUnit.MINUTES)
                    .until(() -> replicated.sum().get(1, TimeUnit.MINUTES) == RECORDS);
        }
    }

    @Test
    void every_leader_is_asked_and_asked_again_over_a_new_connection() throws Exception {
        cluster.createTopic(new TopicSpec("spread", PARTITIONS, 3, Map.of()));
        try (LogEnd leaders = LogEnd.ofLeaders(cluster.bootstrapServers(), "spread")) {
            sendAll("spread", "all");
            assertThat(leaders.sum().get(1, TimeUnit.MINUTES)).isEqualTo(RECORDS);

            cluster.control().orElseThrow().kill(1);
            assertThatThrownBy(() -> leaders.sum().get(1, TimeUnit.MINUTES))
                    .rootCause()
                    .isInstanceOf(IOException.class);
            cluster.control().orElseThrow().heal();
            cluster.rebalance();

            assertThat(leaders.sum().get(1, TimeUnit.MINUTES)).isEqualTo(RECORDS);
        }
    }

    @Test
    void a_topic_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> LogEnd.ofLeaders(cluster.bootstrapServers(), "nowhere"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }

    private void sendAll(String topic, String acks) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers(), "acks", acks);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(topic, new byte[100])).get();
            }
        }
    }
}
