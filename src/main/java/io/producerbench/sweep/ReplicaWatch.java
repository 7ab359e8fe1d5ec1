package io.producerbench.sweep;

import io.producerbench.cluster.TopicState;
import io.producerbench.cluster.TopicState.PartitionState;
import io.producerbench.latency.ReplicaChange;
import io.producerbench.latency.ReplicaChange.WhatChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What several looks at a new topic tell about its replicas. */
final class ReplicaWatch {
    private final Map<Integer, PartitionState> last = new HashMap<>();
    private final List<ReplicaChange> changes = new ArrayList<>();
    private Instant lastAsked;
    private OptionalInt smallestIsr = OptionalInt.empty();
    private OptionalInt leaderMoves = OptionalInt.empty();

    /** @param since when the topic was whole: before that nothing can have changed */
    ReplicaWatch(Instant since) {
        lastAsked = since;
    }

    /**
     * Adds a look.
     *
     * @param asked when it was asked for; what changes later may be in the answer or not
     * @param answered when the answer was there
     */
    void seen(Instant asked, Instant answered, TopicState state) {
        int isr = state.smallestIsr();
        smallestIsr = OptionalInt.of(Math.min(isr, smallestIsr.orElse(isr)));
        Map<WhatChanged, Integer> partitions = new EnumMap<>(WhatChanged.class);
        state.partitions().forEach((number, now) -> {
            PartitionState before = last.put(number, now);
            kinds(before == null ? whole(now) : before, now).forEach(kind -> partitions.merge(kind, 1, Integer::sum));
        });
        partitions.forEach((kind, count) -> changes.add(new ReplicaChange(kind, lastAsked, answered, count)));
        leaderMoves = OptionalInt.of(leaderMoves.orElse(0) + partitions.getOrDefault(WhatChanged.LEADER_CHANGE, 0));
        lastAsked = asked;
    }

    /** A new topic is led by the first of its replicas, and all are in sync. */
    private static PartitionState whole(PartitionState now) {
        return new PartitionState(now.replicas().get(0), Set.copyOf(now.replicas()), now.replicas());
    }

    private static List<WhatChanged> kinds(PartitionState before, PartitionState now) {
        List<WhatChanged> kinds = new ArrayList<>();
        if (!now.isr().containsAll(before.isr())) {
            kinds.add(WhatChanged.ISR_SHRINK);
        }
        if (!before.isr().containsAll(now.isr())) {
            kinds.add(WhatChanged.ISR_EXPAND);
        }
        if (now.leader() != before.leader()) {
            kinds.add(WhatChanged.LEADER_CHANGE);
        }
        return kinds;
    }

    /** Returns the smallest number of in-sync replicas that any look saw; empty without a look. */
    OptionalInt smallestIsr() {
        return smallestIsr;
    }

    /** Returns how often a partition had another leader than at the look before; empty without a look. */
    OptionalInt leaderMoves() {
        return leaderMoves;
    }

    /** Returns what happened, in the order of time. */
    List<ReplicaChange> changes() {
        return List.copyOf(changes);
    }
}
