package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.FakeCluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.failure.FailedStepException;
import io.producerbench.latency.ReplicaChange;
import io.producerbench.latency.ReplicaChange.WhatChanged;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostSamplerTest {
    private static final String TOPIC = "bench";

    private final FakeCluster cluster = FakeCluster.ofThree();
    private final HostSampler sampler;

    HostSamplerTest() {
        cluster.createTopic(new TopicSpec(TOPIC, 3, 3, Map.of()));
        sampler = HostSampler.start(cluster, TOPIC, Instant.now(), () -> 0);
    }

    @AfterEach
    void close() {
        sampler.close();
    }

    @Test
    void while_nobody_looked_nothing_is_known_of_the_replicas() {
        assertThat(sampler.smallestIsr()).isEmpty();
        assertThat(sampler.leaderMoves()).isEmpty();
    }

    @Test
    void a_healthy_topic_has_all_replicas_in_sync_and_its_first_leaders() {
        sampler.look();

        assertThat(sampler.smallestIsr()).hasValue(3);
        assertThat(sampler.leaderMoves()).hasValue(0);
    }

    @Test
    void the_smallest_number_in_sync_is_kept_after_it_has_grown_again() {
        cluster.partition(TOPIC, 0, leaderOf(0), Set.of(leaderOf(0)));
        sampler.look();
        cluster.partition(TOPIC, 0, leaderOf(0), Set.of(1, 2, 3));
        sampler.look();

        assertThat(sampler.smallestIsr()).hasValue(1);
    }

    @Test
    void a_leader_that_goes_and_comes_back_has_moved_twice() {
        int preferred = leaderOf(1);
        int other = preferred % 3 + 1;
        cluster.partition(TOPIC, 1, other, Set.of(1, 2, 3));
        sampler.look();
        cluster.partition(TOPIC, 1, preferred, Set.of(1, 2, 3));
        sampler.look();

        assertThat(sampler.leaderMoves()).hasValue(2);
    }

    @Test
    void what_happened_to_replicas_is_between_two_looks() {
        sampler.look();
        Instant before = Instant.now();
        cluster.partition(TOPIC, 1, leaderOf(1) % 3 + 1, Set.of(1, 2));
        sampler.look();
        sampler.look();

        assertThat(sampler.replicaChanges())
                .extracting(ReplicaChange::kind)
                .containsExactly(WhatChanged.ISR_SHRINK, WhatChanged.LEADER_CHANGE);
        assertThat(sampler.replicaChanges()).allSatisfy(change -> {
            assertThat(change.from()).isBeforeOrEqualTo(before);
            assertThat(change.to()).isAfterOrEqualTo(before);
        });
    }

    @Test
    void a_look_that_fails_says_so_to_whom_asks_for_it() {
        cluster.refuse("describe", new ClusterException("no broker answers"));

        Assertions.assertThatThrownBy(sampler::look).isInstanceOf(FailedStepException.class);
        assertThat(sampler.smallestIsr()).isEmpty();
    }

    private int leaderOf(int partition) {
        return cluster.describe(TOPIC).partitions().get(partition).leader();
    }
}
