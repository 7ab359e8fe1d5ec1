package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.TopicState.PartitionState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicStateTest {

    private static final Map<Integer, List<Integer>> WANTED = Map.of(0, List.of(1, 2), 1, List.of(2, 1));
    private static final PartitionState FIRST = new PartitionState(1, Set.of(1, 2), List.of(1, 2));
    private static final PartitionState SECOND = new PartitionState(2, Set.of(1, 2), List.of(2, 1));

    @Test
    void matches_when_every_partition_has_its_preferred_leader_and_all_replicas_in_sync() {
        assertThat(new TopicState(Map.of(0, FIRST, 1, SECOND)).matches(WANTED)).isTrue();
    }

    @Test
    void does_not_match_while_a_partition_is_missing() {
        assertThat(new TopicState(Map.of(0, FIRST)).matches(WANTED)).isFalse();
    }

    @Test
    void does_not_match_while_another_replica_leads() {
        PartitionState moved = new PartitionState(1, Set.of(1, 2), List.of(2, 1));

        assertThat(new TopicState(Map.of(0, FIRST, 1, moved)).matches(WANTED)).isFalse();
    }

    @Test
    void does_not_match_while_a_replica_is_out_of_sync() {
        PartitionState shrunk = new PartitionState(2, Set.of(2), List.of(2, 1));

        assertThat(new TopicState(Map.of(0, FIRST, 1, shrunk)).matches(WANTED)).isFalse();
    }

    @Test
    void the_smallest_isr_is_that_of_the_worst_partition() {
        PartitionState shrunk = new PartitionState(2, Set.of(2), List.of(2, 1));

        assertThat(new TopicState(Map.of(0, FIRST, 1, shrunk)).smallestIsr()).isEqualTo(1);
    }
}
