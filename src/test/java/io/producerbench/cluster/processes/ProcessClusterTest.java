package io.producerbench.cluster.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ControllableClusterContract;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TransactionVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class ProcessClusterTest extends ControllableClusterContract {

    @Override
    public Cluster start() {
        return ClusterKind.PROCESSES.start(TestBrokers.spec());
    }

    @Test
    void a_deleted_topic_frees_the_disk() throws Exception {
        cluster.createTopic(new TopicSpec("disk", 3, 3, Map.of()));
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            producer.send(record("disk")).get();
        }
        assertThat(replicaDirectories("disk")).isEqualTo(9);

        cluster.deleteTopic("disk");

        assertThat(replicaDirectories("disk")).isZero();
    }

    @Test
    void knows_the_cpu_time_of_its_brokers() throws Exception {
        long before = cluster.brokerCpuNanos().orElseThrow();
        cluster.createTopic(new TopicSpec("work", 3, 3, Map.of()));
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                producer.send(record("work")).get();
                return cluster.brokerCpuNanos().orElseThrow() > before;
            });
        }
    }

    @Test
    void each_broker_has_its_replicas_in_a_directory_of_its_own() {
        cluster.createTopic(new TopicSpec("replicas", 1, 2, Map.of()));

        assertThat(cluster.dataDirectory(1).orElseThrow().resolve("replicas-0")).isDirectory();
        assertThat(cluster.dataDirectory(2).orElseThrow().resolve("replicas-0")).isDirectory();
        assertThat(cluster.dataDirectory(3).orElseThrow()).isDirectory();
        assertThat(cluster.dataDirectory(3).orElseThrow().resolve("replicas-0")).doesNotExist();
    }

    @Test
    void brokers_take_either_transaction_protocol_and_keep_it() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            TransactionVersion.EPOCH_FOR_ALL.use(cluster, "protocol");
            assertThat(transactionVersion(admin)).isEqualTo(1);

            TransactionVersion.EPOCH_FOR_EACH.use(cluster, "protocol");
            assertThat(transactionVersion(admin)).isEqualTo(2);
        }
    }

    private static int transactionVersion(Admin admin) throws Exception {
        return admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(TransactionVersion.FEATURE)
                .maxVersionLevel();
    }

    private long replicaDirectories(String topic) {
        try (Stream<Path> paths = Files.walk(cluster.dataDirectory().orElseThrow(), 2)) {
            return paths.filter(path -> path.getFileName().toString().startsWith(topic + "-"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
