package io.producerbench.guarantees.experiments;

import io.producerbench.cluster.TopicState.PartitionState;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantees.clients.Reader;
import io.producerbench.guarantees.clients.Writer;
import io.producerbench.guarantees.verification.Isolation;
import io.producerbench.guarantees.verification.ReadBack;
import io.producerbench.process.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * One trial while it runs: its producers, its topic, the states it can wait for, and its evidence.
 */
final class Trial {
    /** The leader of every topic's first partition. The next brokers lead the next partitions. */
    static final int LEADER = 1;

    static final List<Integer> FOLLOWERS = List.of(2, 3);

    private static final Polling GATE = new Polling(Duration.ofSeconds(30));
    private static final Duration READING = Duration.ofSeconds(20);

    private final TrialCluster on;
    private final TrialCell cell;
    private final String topic;
    private final Writers writers;
    private final List<ReadBack> looks = new ArrayList<>();
    private final TrialEvidence evidence = new TrialEvidence();

    Trial(TrialCluster on, TrialCell cell, String topic, Writers writers) {
        this.on = on;
        this.cell = cell;
        this.topic = topic;
        this.writers = writers;
    }

    Guarantee guarantee() {
        return cell.guarantee();
    }

    String variant() {
        return cell.variant();
    }

    TrialEvidence evidence() {
        return evidence;
    }

    /** Opens a new producer session with the cell's guarantee. */
    Writer writer(Map<String, String> overrides) {
        return writer(guarantee(), overrides);
    }

    /** Opens a new producer session with another guarantee. */
    Writer writer(Guarantee other, Map<String, String> overrides) {
        return writers.open(bootstrapServers(), topic, other, overrides);
    }

    String topic() {
        return topic;
    }

    private String bootstrapServers() {
        return on.cluster().bootstrapServers();
    }

    /**
     * Waits until the condition holds.
     *
     * @throws GateException if it does not hold in time, which makes the trial INVALID
     */
    void await(String what, BooleanSupplier condition) {
        if (!GATE.await(condition)) {
            throw new GateException("waited " + GATE.limit().toSeconds() + " s in vain for: " + what);
        }
    }

    /** Waits until {@code broker} sees partition 0 in such a state. */
    void awaitSeenBy(int broker, String what, Predicate<PartitionState> wanted) {
        await(
                what,
                () -> on.cluster()
                        .seenBy(broker, topic)
                        .map(state -> state.partitions().get(0))
                        .filter(wanted)
                        .isPresent());
    }

    /** Waits until a follower sees another leader of partition 0 than the one that died. */
    void awaitOtherLeader(String what) {
        awaitSeenBy(FOLLOWERS.get(0), what, state -> state.leader() > 0 && state.leader() != LEADER);
    }

    /**
     * Returns how many records the log holds, as clients see it. Control records and barriers
     * count.
     */
    long stored() {
        return on.cluster().logEndOffsetSum(topic);
    }

    /** Waits until the log, as clients see it, holds so many records. */
    void awaitStored(long records) {
        await(records + " records to be stored", () -> stored() >= records);
    }

    /**
     * Requires that all replicas of partition 0 are in sync now.
     *
     * @throws GateException if they are not, because then something else was done than intended
     */
    void requireFullIsr(int seenBy) {
        Set<Integer> isr = on.cluster()
                .seenBy(seenBy, topic)
                .map(state -> state.partitions().get(0).isr())
                .orElse(Set.of());
        if (isr.size() != on.cluster().brokers().size()) {
            throw new GateException("expected all replicas in sync at this moment, got " + isr);
        }
    }

    /** When this returns, every acknowledged record is on every in-sync replica. */
    void barrier() {
        writers.barrier(bootstrapServers(), topic);
    }

    /**
     * Waits until the leader refuses records with {@code acks=all}. The leader tells that a replica
     * is out of sync a moment before it acts on it. A record that is sent in that moment times out.
     */
    void awaitRefusal() {
        await("the leader to refuse a record", () -> writers.isRefused(bootstrapServers(), topic));
    }

    /** When this returns, every replica is in sync again. */
    void awaitHealed() {
        await(
                "every replica in sync after healing",
                () -> on.cluster().brokers().stream()
                        .allMatch(broker -> on.cluster()
                                .seenBy(broker, topic)
                                .filter(state -> state.smallestIsr()
                                        == on.cluster().brokers().size())
                                .isPresent()));
    }

    /** Reads what consumers of this isolation can see now. */
    ReadBack look(Isolation isolation) {
        ReadBack look = Reader.look(bootstrapServers(), topic, writers.partitions(), isolation, READING);
        looks.add(look);
        return look;
    }

    List<ReadBack> looks() {
        return looks;
    }
}
