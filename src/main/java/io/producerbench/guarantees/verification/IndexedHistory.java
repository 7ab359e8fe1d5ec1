package io.producerbench.guarantees.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A history with what all rules ask of it: who tried what, and what is there in the end. */
final class IndexedHistory {
    private static final Comparator<Stored> BY_PLACE =
            Comparator.comparingInt(Stored::partition).thenComparingLong(Stored::offset);

    private final RecordedHistory history;
    private final Map<RecordId, Tries> tries = new LinkedHashMap<>();
    private final List<Stored> log;
    private final Map<RecordId, List<Stored>> copies;

    /** The attempts of one record, and their places among all attempts. */
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
                .distinct() // at one place more than once is an affair of that place
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

    /** Every record that was attempted, in the order of the first attempts. */
    Map<RecordId, Tries> tries() {
        return Collections.unmodifiableMap(tries);
    }

    /**
     * What is there: plain records as read_uncommitted sees them, those of transactions as read_committed does, by place.
     * Without records that nobody attempted, and those that read_committed must not see.
     */
    List<Stored> log() {
        return log;
    }

    /** {@link #log} by record. */
    Map<RecordId, List<Stored>> copies() {
        return copies;
    }

    boolean isThere(RecordId id) {
        return copies.containsKey(id);
    }

    /** Whether the record is there in the transaction of this attempt. */
    boolean isThere(Attempt attempt) {
        return copies.getOrDefault(attempt.id(), List.of()).stream()
                .anyMatch(copy -> copy.transaction() == attempt.transaction());
    }

    /** Whether this record was attempted in this transaction. */
    boolean isAttempted(Stored stored) {
        return stored.id()
                .map(tries::get)
                .filter(all -> all.inTransaction(stored.transaction()))
                .isPresent();
    }

    TransactionOutcome outcome(int transaction) {
        return history.transactions().getOrDefault(transaction, TransactionOutcome.OPEN);
    }

    /** Whether the record is of a transaction, and that may be committed. */
    private boolean mayBeCommitted(Stored stored) {
        return stored.transaction() != 0 && !outcome(stored.transaction()).isCertainlyNotCommitted();
    }

    /** Whether the record would have been read if it were there. */
    boolean wasLookedFor(Attempt attempt) {
        ReadBack readBack = attempt.transaction() == 0 ? history.uncommitted() : history.committed();
        return !readBack.incomplete().contains(attempt.id().partition());
    }

    /** An acknowledged attempt whose record must be there, of every record that is not. */
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

    /** Whether disks were looked at, and had nothing of it. */
    boolean isOnNoDisk(RecordId id) {
        return history.onDisk().filter(ids -> !ids.contains(id)).isPresent();
    }
}
