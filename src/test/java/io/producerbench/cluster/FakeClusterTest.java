package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fake behaves as real clusters do where tests of others depend on it. */
class FakeClusterTest {

    private final FakeCluster cluster = FakeCluster.ofThree();

    private void topic(String name) {
        cluster.createTopic(new TopicSpec(name, 3, 3, Map.of()));
    }

    @Test
    void log_ends_grow_by_what_is_appended_or_follow_the_script() {
        topic("t");
        cluster.append("t", 5);
        cluster.append("t", 2);
        assertThat(cluster.logEndOffsetSum("t")).isEqualTo(7);

        cluster.logEnds("t", 10, 20);
        assertThat(cluster.logEndOffsetSum("t")).isEqualTo(10);
        assertThat(cluster.logEndOffsetSum("t")).isEqualTo(20);
        assertThat(cluster.logEndOffsetSum("t")).isEqualTo(20);
    }

    @Test
    void a_killed_broker_leads_nothing_and_a_restarted_one_only_after_a_rebalance() {
        topic("t");
        BrokerControl control = cluster.control().orElseThrow();

        control.kill(1);
        assertThat(cluster.describe("t").ledBy(1)).isEmpty();
        assertThat(cluster.describe("t").smallestIsr()).isEqualTo(2);
        assertThat(cluster.seenBy(1, "t")).isEmpty();
        assertThatThrownBy(cluster::awaitInSync).isInstanceOf(ClusterException.class);

        control.restart(1);
        cluster.awaitInSync();
        assertThat(cluster.describe("t").isBalanced()).isFalse();
        cluster.rebalance();
        assertThat(cluster.describe("t").isBalanced()).isTrue();
        assertThat(cluster.calls())
                .containsExactly("createTopic t", "kill 1", "awaitInSync", "restart 1", "awaitInSync", "rebalance");
    }

    @Test
    void cpu_readings_refusals_and_partitions_follow_the_script() {
        topic("t");
        cluster.cpuNanos(100, 250);
        cluster.refuse("deleteTopic", new ClusterException("not now"));
        cluster.partition("t", 0, 2, Set.of(2, 3));

        assertThat(cluster.brokerCpuNanos()).isEqualTo(OptionalLong.of(100));
        assertThat(cluster.brokerCpuNanos()).isEqualTo(OptionalLong.of(250));
        assertThatThrownBy(() -> cluster.deleteTopic("t")).hasMessage("not now");
        assertThat(cluster.describe("t").isInSync()).isFalse();
        cluster.deleteTopic("t");
        assertThat(cluster.topics()).isEmpty();
    }

    @Test
    void a_closed_cluster_takes_no_more_calls_and_one_without_control_has_none() {
        cluster.close();
        cluster.close();

        assertThat(cluster.isClosed()).isTrue();
        assertThat(cluster.calls()).containsExactly("close");
        assertThatThrownBy(() -> topic("t")).isInstanceOf(ClusterException.class);
        assertThat(FakeCluster.withoutControl().control()).isEmpty();
    }
}
