package io.producerbench.guarantees.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts by the same rules as the checker, in quadratic time and as simply as possible. The checker
 * must agree with it.
 */
final class NaiveChecker {
    private final RecordedHistory history;
    private final List<Stored> there;

    NaiveChecker(RecordedHistory history) {
        this.history = history;
        Set<Stored> records = new LinkedHashSet<>();
        history.uncommitted().records().stream()
                .filter(stored -> stored.transaction() == 0)
                .forEach(records::add);
        history.committed().records().stream()
                .filter(stored -> stored.transaction() != 0 && !isUncommitted(stored.transaction()))
                .forEach(records::add);
        records.removeIf(stored -> !isAttempted(stored));
        there = new ArrayList<>(records);
        there.sort(Comparator.comparingInt(Stored::partition).thenComparingLong(Stored::offset));
    }

    RecordCounts counts() {
        return new RecordCounts(
                Arrays.stream(RecordCount.values()).collect(Collectors.toMap(Function.identity(), this::count)));
    }

    private long count(RecordCount count) {
        return switch (count) {
            case ATTEMPTED -> history.attempts().size();
            case ACKNOWLEDGED -> attempts(attempt -> attempt.outcome() == AttemptOutcome.ACKNOWLEDGED);
            case REJECTED -> attempts(attempt -> attempt.outcome() == AttemptOutcome.REJECTED);
            case UNKNOWN -> attempts(attempt -> attempt.outcome() == AttemptOutcome.UNKNOWN);
            case NEVER_SENT -> attempts(attempt -> attempt.outcome() == AttemptOutcome.NEVER_SENT);
            case UNKNOWN_PRESENT ->
                attempts(attempt -> attempt.outcome() == AttemptOutcome.UNKNOWN && isThere(attempt));
            case LOST -> ids(this::isLost);
            case LOST_ON_DISK ->
                ids(id -> isLost(id)
                        && history.onDisk().isPresent()
                        && !history.onDisk().get().contains(id));
            case DUPLICATE_IDS -> ids(id -> copies(id) > 1);
            case EXTRA_COPIES ->
                ids().stream().mapToLong(id -> Math.max(0, copies(id) - 1)).sum();
            case INVERSIONS -> backwards(firstCopies(), this::wereSentInOrder);
            case REGRESSIONS -> backwards(inTheirPartition(), (before, after) -> true);
            case INVISIBLE_UNTIL_HEAL -> ids(this::isInvisibleUntilHeal);
            case UNCOMMITTED_VISIBLE -> ids(id -> isSeenUncommitted(id, history.uncommitted()));
            case DIRTY_VISIBLE -> ids(id -> isSeenUncommitted(id, history.committed()));
            case TORN ->
                history.transactions().keySet().stream().filter(this::isTorn).count();
        };
    }

    private boolean isLost(RecordId id) {
        return copies(id) == 0 && attempts(attempt -> attempt.id().equals(id) && mustBeThere(attempt)) > 0;
    }

    private boolean mustBeThere(Attempt attempt) {
        return attempt.outcome() == AttemptOutcome.ACKNOWLEDGED
                && isRead(attempt)
                && (attempt.transaction() == 0
                        || history.transactions().get(attempt.transaction()) == TransactionOutcome.COMMITTED);
    }

    private boolean isTorn(int transaction) {
        Predicate<Attempt> acknowledged = attempt -> attempt.transaction() == transaction
                && attempt.outcome() == AttemptOutcome.ACKNOWLEDGED
                && isRead(attempt);
        return !isUncommitted(transaction)
                && attempts(acknowledged.and(this::isThere)) > 0
                && attempts(acknowledged.and(attempt -> !isThere(attempt))) > 0;
    }

    private boolean isRead(Attempt attempt) {
        ReadBack readBack = attempt.transaction() == 0 ? history.uncommitted() : history.committed();
        return !readBack.incomplete().contains(attempt.id().partition());
    }

    private boolean isInvisibleUntilHeal(RecordId id) {
        return copies(id) > 0
                && attempts(attempt -> attempt.id().equals(id) && attempt.outcome() == AttemptOutcome.ACKNOWLEDGED) > 0
                && history.looks().stream()
                        .anyMatch(look -> look.isolation() == Isolation.READ_UNCOMMITTED
                                && !look.incomplete().contains(id.partition())
                                && look.records().stream()
                                        .noneMatch(stored -> stored.id().equals(Optional.of(id))));
    }

    private boolean isSeenUncommitted(RecordId id, ReadBack readBack) {
        return Stream.concat(Stream.of(readBack), history.looks().stream())
                .filter(look -> look.isolation() == readBack.isolation())
                .flatMap(look -> look.records().stream())
                .anyMatch(stored -> stored.id().equals(Optional.of(id))
                        && isAttempted(stored)
                        && stored.transaction() != 0
                        && isUncommitted(stored.transaction()));
    }

    /**
     * Counts neighbours of one producer in one partition whose sequence goes down, if the filter
     * takes the earlier and the later copy.
     */
    private long backwards(List<Stored> copies, BiPredicate<Stored, Stored> filter) {
        return IntStream.range(0, copies.size())
                .filter(after -> {
                    int before = after - 1;
                    while (before >= 0 && !haveSameProducerAndPartition(copies.get(before), copies.get(after))) {
                        before--;
                    }
                    return before >= 0
                            && id(copies.get(after)).sequence()
                                    < id(copies.get(before)).sequence()
                            && filter.test(copies.get(before), copies.get(after));
                })
                .count();
    }

    /**
     * True if every attempt of the later copy's record came before any attempt of the earlier
     * copy's record.
     */
    private boolean wereSentInOrder(Stored before, Stored after) {
        List<RecordId> order = history.attempts().stream().map(Attempt::id).toList();
        return order.lastIndexOf(id(after)) < order.indexOf(id(before));
    }

    private static boolean haveSameProducerAndPartition(Stored one, Stored other) {
        return one.partition() == other.partition()
                && id(one).producer() == id(other).producer();
    }

    private List<Stored> inTheirPartition() {
        return there.stream()
                .filter(stored -> stored.partition() == id(stored).partition())
                .toList();
    }

    private List<Stored> firstCopies() {
        Set<RecordId> seen = new HashSet<>();
        return inTheirPartition().stream()
                .filter(stored -> seen.add(id(stored)))
                .toList();
    }

    private boolean isThere(Attempt attempt) {
        return there.stream()
                .anyMatch(stored -> id(stored).equals(attempt.id()) && stored.transaction() == attempt.transaction());
    }

    private long copies(RecordId id) {
        return there.stream().filter(stored -> id(stored).equals(id)).count();
    }

    private boolean isUncommitted(int transaction) {
        TransactionOutcome outcome = history.transactions().get(transaction);
        return outcome != TransactionOutcome.COMMITTED && outcome != TransactionOutcome.UNKNOWN;
    }

    private boolean isAttempted(Stored stored) {
        return history.attempts().stream()
                .anyMatch(attempt ->
                        stored.id().equals(Optional.of(attempt.id())) && stored.transaction() == attempt.transaction());
    }

    private long attempts(Predicate<Attempt> filter) {
        return history.attempts().stream().filter(filter).count();
    }

    private long ids(Predicate<RecordId> filter) {
        return ids().stream().filter(filter).count();
    }

    private Set<RecordId> ids() {
        Set<RecordId> ids = new HashSet<>();
        history.attempts().forEach(attempt -> ids.add(attempt.id()));
        return ids;
    }

    private static RecordId id(Stored stored) {
        return stored.id().orElseThrow();
    }
}
