package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on brokers that, as far as this cluster knows, somebody else runs. */
@Tag("cluster")
class ExternalClusterTest extends ClusterContract {

    @TempDir
    static Path directory;

    private Cluster theirs;

    @Override
    Cluster start() {
        theirs = ClusterKind.PROCESSES.start(TestBrokers.spec());
        ExistingCluster existing = new ExistingCluster(
                theirs.clientProperties(),
                ExistingCluster.newPrefix("contract"),
                directory.resolve("topics.journal"),
                true,
                true);
        return ClusterKind.EXTERNAL.start(TestBrokers.spec().withExisting(existing));
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

    @AfterAll
    @Override
    void down() {
        super.down();
        if (theirs != null) {
            theirs.close();
        }
    }
}
