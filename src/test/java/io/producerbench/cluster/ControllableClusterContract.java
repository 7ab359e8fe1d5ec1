package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.node.ReplicaDirectories;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What holds of a cluster whose brokers can be hurt, besides what holds of any. */
public abstract class ControllableClusterContract extends ClusterContract {

    @Test
    void a_topic_can_be_deleted_while_a_broker_is_dead_and_does_not_come_back_with_it() {
        cluster.createTopic(new TopicSpec("deleted-meanwhile", 3, 3, Map.of()));
        cluster.control().orElseThrow().kill(1);

        cluster.deleteTopic("deleted-meanwhile");

        for (int broker : cluster.brokers()) {
            assertThat(cluster.seenBy(broker, "deleted-meanwhile")).isEmpty();
        }
        cluster.control().orElseThrow().heal();
        cluster.rebalance();
        cluster.deleteTopic("deleted-meanwhile");
        for (int broker : cluster.brokers()) {
            assertThat(cluster.seenBy(broker, "deleted-meanwhile")).isEmpty();
            assertThat(cluster.dataDirectory(broker)
                            .filter(data -> ReplicaDirectories.areIn(data, "deleted-meanwhile")))
                    .isEmpty();
        }
    }

    @Test
    void a_broker_that_was_dead_leads_again_what_it_led_before() {
        cluster.createTopic(new TopicSpec("led-again", 3, 3, Map.of()));
        TopicState before = cluster.describe("led-again");
        assertThat(before.ledBy(1)).containsExactly(0);

        cluster.control().orElseThrow().kill(1);
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> cluster.seenBy(2, "led-again")
                        .filter(state -> state.ledBy(1).isEmpty())
                        .isPresent());
        assertThat(cluster.brokerCpuNanos()).as("of the living").isPresent();
        cluster.control().orElseThrow().heal();
        cluster.rebalance();

        for (int broker : cluster.brokers()) {
            assertThat(cluster.seenBy(broker, "led-again")).contains(before);
        }
    }
}
