package io.producerbench.cluster.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.ClientUse;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterContract;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ExistingCluster;
import io.producerbench.cluster.SharedCluster;
import io.producerbench.cluster.TestBrokers;
import io.producerbench.cluster.TopicSpec;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on brokers that, as far as this cluster knows, somebody else runs. */
@Tag("cluster")
class ExternalClusterTest extends ClusterContract {

    @TempDir
    static Path directory;

    private final Cluster theirs = SharedCluster.get();

    @Override
    public Cluster start() {
        return ClusterKind.EXTERNAL.start(TestBrokers.spec().withExisting(existing("contract")));
    }

    private ExistingCluster existing(String run) {
        return new ExistingCluster(
                theirs.clientProperties(),
                ExistingCluster.newPrefix(run),
                directory.resolve(run + ".journal"),
                EnumSet.allOf(ClientUse.class));
    }

    @Test
    void what_cannot_be_known_from_outside_is_empty() {
        assertThat(cluster.control()).isEmpty();
        assertThat(cluster.dataDirectory()).isEmpty();
        assertThat(cluster.dataDirectory(1)).isEmpty();
        assertThat(cluster.brokerCpuNanos()).isEmpty();
        assertThat(cluster.brokerJvmFlags()).isEmpty();
        assertThat(cluster.brokerVersion()).isEmpty();
    }

    @Test
    void what_can_be_known_is_told() {
        assertThat(cluster.kind().label()).isEqualTo("external");
        assertThat(cluster.identity().get("cluster_id")).asString().hasSize(22);
        assertThat(cluster.identity().get("finalized_features")).asString().contains("metadata.version=");
        assertThat(cluster.brokerConfig()).containsEntry("replica.lag.time.max.ms", "30000");
    }

    @Test
    void a_topic_of_theirs_that_has_the_name_is_not_touched() throws Exception {
        String name = named("collides");
        theirs.createTopic(new TopicSpec(name, 3, 3, Map.of()));
        fill(name);
        Map<String, String> before = bytes(name);

        assertThatThrownBy(() -> cluster.createTopic(new TopicSpec(name, 3, 3, Map.of())))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("already exists");
        assertThatThrownBy(() -> cluster.deleteTopic(name))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("topic " + name + " is left alone: its id is ")
                .hasMessageEndingWith("and we created none of this name");

        assertThat(bytes(name)).isEqualTo(before).hasSizeGreaterThan(3);
    }

    @Test
    void a_topic_that_was_made_anew_under_our_name_is_not_touched() throws Exception {
        ExistingCluster existing = existing("recreated");
        String name = existing.namePrefix() + "ours";
        Map<String, String> before;
        try (Cluster again = ClusterKind.EXTERNAL.start(TestBrokers.spec().withExisting(existing))) {
            again.createTopic(new TopicSpec(name, 3, 3, Map.of()));
            theirs.deleteTopic(name);
            theirs.createTopic(new TopicSpec(name, 3, 3, Map.of()));
            fill(name);
            before = bytes(name);

            assertThatThrownBy(() -> again.deleteTopic(name))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("is left alone: its id is ")
                    .hasMessageContaining("and the one we created had ");
        }
        // Closing deletes what is ours, and so does a run that goes on after another was killed.
        ClusterKind.EXTERNAL.start(TestBrokers.spec().withExisting(existing)).close();

        assertThat(bytes(name)).isEqualTo(before).hasSizeGreaterThan(3);
        assertThat(theirs.logEndOffsetSum(name)).isEqualTo(10);
    }

    @Test
    void what_a_killed_run_has_left_over_goes_when_the_run_goes_on() throws Exception {
        ExistingCluster killed = existing("killed");
        String name = killed.namePrefix() + "left";
        theirs.createTopic(new TopicSpec(name, 3, 3, Map.of()));
        try (Admin admin = Admin.create(theirs.clientProperties().with(Map.of()))) {
            Uuid id = admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get()
                    .get(name)
                    .topicId();
            TopicJournal.open(killed.journal()).created(name, id);

            ClusterKind.EXTERNAL.start(TestBrokers.spec().withExisting(killed)).close();

            Awaitility.await().until(() -> !admin.listTopics().names().get().contains(name));
        }
    }

    @Test
    void no_name_but_ours_is_even_tried() {
        assertThatThrownBy(() -> cluster.createTopic(new TopicSpec("orders", 3, 3, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a topic under our own prefix " + cluster.namePrefix() + ", got orders");
        assertThatThrownBy(() -> cluster.deleteTopic("orders")).isInstanceOf(IllegalArgumentException.class);
    }

    private void fill(String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            for (int i = 0; i < 10; i++) {
                producer.send(record(topic)).get();
            }
        }
    }

    /** Of every segment of every replica, by its path. */
    private Map<String, String> bytes(String topic) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        for (int broker : theirs.brokers()) {
            // Not a walk over everything: other topics' directories may go away under it.
            try (DirectoryStream<Path> replicas =
                    Files.newDirectoryStream(theirs.dataDirectory(broker).orElseThrow(), topic + "-*")) {
                for (Path replica : replicas) {
                    bytes.putAll(segments(replica));
                }
            }
        }
        return bytes;
    }

    private static Map<String, String> segments(Path replica) throws IOException {
        Map<String, String> segments = new TreeMap<>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(replica, "*.log")) {
            for (Path log : logs) {
                segments.put(log.toString(), HexFormat.of().formatHex(Files.readAllBytes(log)));
            }
        }
        return segments;
    }
}
