package io.producerbench.guarantees.experiments;

import io.producerbench.cluster.TopicState.PartitionState;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantees.verification.Isolation;
import io.producerbench.guarantees.verification.ReadBack;
import io.producerbench.guarantees.verification.Reader;
import io.producerbench.guarantees.verification.Writer;
import io.producerbench.process.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One trial while it runs: what a recipe may use, do and note down. */
final class Trial {
    /** Every topic's first partition is led by it; the next ones by the next brokers. */
    static final int LEADER = 1;

    static final List<Integer> FOLLOWERS = List.of(2, 3);

    private static final Polling GATE = new Polling(Duration.ofSeconds(30));
    private static final Duration READING = Duration.ofSeconds(20);

    private final TrialCluster on;
    private final TrialCell cell;
    private final String topic;
    private final Writers writers;
    private final List<ReadBack> looks = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> deviations = new ArrayList<>();
    private long faultHits;
    private OptionalLong unavailableMs = OptionalLong.empty();
    private Optional<String> invalid = Optional.empty();

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

    /** A new producer session with the cell's guarantee. */
    Writer writer(Map<String, String> overrides) {
        return writers.open(bootstrapServers(), topic, guarantee(), overrides);
    }

    /** The same with another guarantee. */
    Writer writer(Guarantee other, Map<String, String> overrides) {
        return writers.open(bootstrapServers(), topic, other, overrides);
    }

    String topic() {
        return topic;
    }

    private String bootstrapServers() {
        return on.cluster().bootstrapServers();
    }

    /** When this returns, the condition was seen to hold; a trial that waits in vain is INVALID. */
    void await(String what, BooleanSupplier condition) {
        if (!GATE.await(condition)) {
            throw new GateException("waited " + GATE.limit().toSeconds() + " s in vain for: " + what);
        }
    }

    /** Waits until {@code broker} sees partition 0 like this. */
    void awaitSeenBy(int broker, String what, Predicate<PartitionState> wanted) {
        await(
                what,
                () -> on.cluster()
                        .seenBy(broker, topic)
                        .map(state -> state.partitions().get(0))
                        .filter(wanted)
                        .isPresent());
    }

    /** Waits until the log, as clients see it, holds so many records. */
    void awaitStored(long records) {
        await(records + " records to be stored", () -> on.cluster().logEndOffsetSum(topic) >= records);
    }

    /** All replicas of partition 0 must be in sync now, or what was done so far was something else than intended. */
    void requireFullIsr(int seenBy) {
        Set<Integer> isr = on.cluster()
                .seenBy(seenBy, topic)
                .map(state -> state.partitions().get(0).isr())
                .orElse(Set.of());
        if (isr.size() != on.cluster().brokers().size()) {
            throw new GateException("expected all replicas in sync at this moment, got " + isr);
        }
    }

    /** When this returns, all that was acknowledged is on every in-sync replica. */
    void barrier() {
        writers.barrier(bootstrapServers(), topic);
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

    /** The partitions took writes again so long after the fault. */
    void unavailable(Duration duration) {
        unavailableMs = OptionalLong.of(duration.toMillis());
    }

    /** What can be seen now. */
    ReadBack look(Isolation isolation) {
        ReadBack look = Reader.look(bootstrapServers(), topic, writers.partitions(), isolation, READING);
        looks.add(look);
        return look;
    }

    /** A fault did this much; for evidence. */
    void hit(long hits) {
        faultHits += hits;
    }

    /** What was done says nothing unless it hit something. */
    void requireHit() {
        if (faultHits == 0) {
            invalidate("the fault hit nothing");
        }
    }

    /** What was done was something else than intended, or nothing. */
    void invalidate(String reason) {
        invalid = Optional.of(reason);
    }

    /** Why this trial says nothing; empty if it does. */
    Optional<String> invalid() {
        return invalid;
    }

    /** Something that was seen, for the reader of the results. */
    void note(String what, Object got) {
        facts.put(what, String.valueOf(got));
    }

    /** Something that must have been seen. */
    void expect(String what, Object expected, Object got) {
        note(what, got);
        if (!String.valueOf(expected).equals(String.valueOf(got))) {
            deviations.add(what + ": expected " + expected + ", got " + got);
        }
    }

    /** Something that must have been seen more than {@code bound} times. */
    void expectMore(String what, long bound, long got) {
        note(what, got);
        if (got <= bound) {
            deviations.add(what + ": expected more than " + bound + ", got " + got);
        }
    }

    List<ReadBack> looks() {
        return looks;
    }

    Map<String, String> facts() {
        return facts;
    }

    List<String> deviations() {
        return deviations;
    }

    long faultHits() {
        return faultHits;
    }

    OptionalLong unavailableMs() {
        return unavailableMs;
    }
}
