package io.producerbench.guarantees.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A history with indexes for the rules: the attempts of each record, and the copies that are there
 * in the end.
 */
final class IndexedHistory {
    private static final Comparator<Stored> BY_PLACE =
            Comparator.comparingInt(Stored::partition).thenComparingLong(Stored::offset);

    private final RecordedHistory history;
    private final Map<RecordId, Tries> tries = new LinkedHashMap<>();
    private final List<Stored> log;
    private final Map<RecordId, List<Stored>> copies;

    /** The attempts of one record, and their positions among all attempts. */
    record Tries(List<Attempt> attempts, List<Integer> order) {
        int first() {
            return order.get(0);
        }

        int last() {
            return order.get(order.size() - 1);
        }

        boolean inTransaction(int transaction) {
            return attempts.stream().anyMatch(attempt -> attempt.transaction() == transaction);
        }
    }

    IndexedHistory(RecordedHistory history) {
        this.history = history;
        for (int i = 0; i < history.attempts().size(); i++) {
            Attempt attempt = history.attempts().get(i);
            Tries all = tries.computeIfAbsent(attempt.id(), id -> new Tries(new ArrayList<>(), new ArrayList<>()));
            all.attempts().add(attempt);
            all.order().add(i);
        }
        this.log = Stream.concat(
                        history.uncommitted().records().stream().filter(stored -> stored.transaction() == 0),
                        history.committed().records().stream().filter(this::mayBeCommitted))
                .filter(this::isAttempted)
                .sorted(BY_PLACE)
                .distinct() // OffsetRule reports a place that was read twice
                .toList();
        this.copies = log.stream()
                .collect(Collectors.groupingBy(
                        stored -> stored.id().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    }

    RecordedHistory asGiven() {
        return history;
    }

    List<Attempt> attempts() {
        return history.attempts();
    }

    /** Returns the attempts of every record, in the order of the first attempts. */
    Map<RecordId, Tries> tries() {
        return Collections.unmodifiableMap(tries);
    }

    /**
     * Returns the copies that are there, by place: plain records as read_uncommitted sees them,
     * records of transactions as read_committed does. Records that were never attempted, or that
     * read_committed must not see, are left out.
     */
    List<Stored> log() {
        return log;
    }

    /** Returns {@link #log} by record. */
    Map<RecordId, List<Stored>> copies() {
        return copies;
    }

    boolean isThere(RecordId id) {
        return copies.containsKey(id);
    }

    /** True if the record is there in the transaction of this attempt. */
    boolean isThere(Attempt attempt) {
        return copies.getOrDefault(attempt.id(), List.of()).stream()
                .anyMatch(copy -> copy.transaction() == attempt.transaction());
    }

    /** True if this record was attempted in this transaction. */
    boolean isAttempted(Stored stored) {
        return stored.id()
                .map(tries::get)
                .filter(all -> all.inTransaction(stored.transaction()))
                .isPresent();
    }

    TransactionOutcome outcome(int transaction) {
        return history.transactions().getOrDefault(transaction, TransactionOutcome.OPEN);
    }

    /** True if the record belongs to a transaction that may be committed. */
    private boolean mayBeCommitted(Stored stored) {
        return stored.transaction() != 0 && !outcome(stored.transaction()).isCertainlyNotCommitted();
    }

    /** True if the record would have been read if it were there. */
    boolean wasLookedFor(Attempt attempt) {
        ReadBack readBack = attempt.transaction() == 0 ? history.uncommitted() : history.committed();
        return !readBack.incomplete().contains(attempt.id().partition());
    }

    /**
     * Returns, for every lost record, the first acknowledged attempt because of which it must be
     * there.
     */
    List<Attempt> lost() {
        return tries.entrySet().stream()
                .filter(entry -> !isThere(entry.getKey()))
                .flatMap(entry -> entry.getValue().attempts().stream()
                        .filter(this::mustBeThere)
                        .limit(1))
                .toList();
    }

    private boolean mustBeThere(Attempt attempt) {
        return attempt.outcome() == AttemptOutcome.ACKNOWLEDGED
                && wasLookedFor(attempt)
                && (attempt.transaction() == 0 || outcome(attempt.transaction()) == TransactionOutcome.COMMITTED);
    }

    /** True if the disks were read and the record is on none of them. */
    boolean isOnNoDisk(RecordId id) {
        return history.onDisk().filter(ids -> !ids.contains(id)).isPresent();
    }
}
