package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.TopicState;
import io.producerbench.cluster.TopicState.PartitionState;
import io.producerbench.latency.ReplicaChange;
import io.producerbench.latency.ReplicaChange.WhatChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplicaWatchTest {
    private static final Instant MADE = Instant.parse("2026-11-23T16:44:00Z");
    private static final List<Integer> REPLICAS = List.of(1, 2, 3);

    private final ReplicaWatch watch = new ReplicaWatch(MADE);

    @Test
    void nothing_happened_while_all_is_as_it_was_made() {
        look(1, partition(1, 1, 2, 3), partition(1, 1, 2, 3));
        look(2, partition(1, 1, 2, 3), partition(1, 1, 2, 3));

        assertThat(watch.changes()).isEmpty();
        assertThat(watch.leaderMoves()).hasValue(0);
    }

    @Test
    void a_change_before_the_first_look_was_since_the_topic_was_made() {
        look(1, partition(2, 2, 3), partition(1, 1, 2, 3));

        assertThat(watch.changes())
                .containsExactly(
                        new ReplicaChange(WhatChanged.ISR_SHRINK, MADE, answered(1), 1),
                        new ReplicaChange(WhatChanged.LEADER_CHANGE, MADE, answered(1), 1));
    }

    @Test
    void a_change_between_looks_is_since_the_one_before_was_asked_for() {
        look(1, partition(1, 1, 2, 3), partition(1, 1, 2, 3));
        look(2, partition(1, 1, 2), partition(1, 1, 3));
        look(3, partition(1, 1, 2, 3), partition(1, 1, 3));

        assertThat(watch.changes())
                .containsExactly(
                        new ReplicaChange(WhatChanged.ISR_SHRINK, asked(1), answered(2), 2),
                        new ReplicaChange(WhatChanged.ISR_EXPAND, asked(2), answered(3), 1));
    }

    @Test
    void one_replica_for_another_is_both() {
        look(1, partition(1, 1, 2));
        look(2, partition(1, 1, 3));

        assertThat(watch.changes())
                .filteredOn(change -> change.to().equals(answered(2)))
                .extracting(ReplicaChange::kind)
                .containsExactly(WhatChanged.ISR_SHRINK, WhatChanged.ISR_EXPAND);
    }

    private void look(int second, PartitionState... partitions) {
        Map<Integer, PartitionState> state = new TreeMap<>();
        for (PartitionState partition : partitions) {
            state.put(state.size(), partition);
        }
        watch.seen(asked(second), answered(second), new TopicState(state));
    }

    private static PartitionState partition(int leader, Integer... isr) {
        return new PartitionState(leader, Set.of(isr), REPLICAS);
    }

    private static Instant asked(int second) {
        return MADE.plusSeconds(second);
    }

    private static Instant answered(int second) {
        return asked(second).plusMillis(10);
    }
}
