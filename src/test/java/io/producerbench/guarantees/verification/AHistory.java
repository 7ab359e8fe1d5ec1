package io.producerbench.guarantees.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A history in the making: a ledger, and a log from which both read-backs are taken unless
 * something is hidden or shown.
 */
final class AHistory {
    static final long RUN = 7;

    final List<Attempt> attempts = new ArrayList<>();
    final Map<Integer, TransactionOutcome> transactions = new TreeMap<>();
    /** All records of all partitions, by place. */
    final List<Stored> log = new ArrayList<>();
    /** Seen by read_committed, though not committed. */
    final List<Stored> shown = new ArrayList<>();
    /** Not seen by read_committed, though committed. */
    final Set<RecordId> hidden = new HashSet<>();

    final Set<Integer> incompleteUncommitted = new TreeSet<>();
    final Set<Integer> incompleteCommitted = new TreeSet<>();
    final List<ReadBack> looks = new ArrayList<>();
    Optional<Set<RecordId>> onDisk = Optional.empty();

    /** Of producer 0 in partition 0. */
    static RecordId id(long sequence) {
        return id(0, sequence);
    }

    static RecordId id(int partition, long sequence) {
        return new RecordId(RUN, 0, partition, sequence);
    }

    static Stored at(long offset, RecordId id) {
        return new Stored(id.partition(), offset, Optional.of(id), 0);
    }

    AHistory copy() {
        AHistory copy = new AHistory();
        copy.attempts.addAll(attempts);
        copy.transactions.putAll(transactions);
        copy.log.addAll(log);
        copy.shown.addAll(shown);
        copy.hidden.addAll(hidden);
        copy.incompleteUncommitted.addAll(incompleteUncommitted);
        copy.incompleteCommitted.addAll(incompleteCommitted);
        copy.looks.addAll(looks);
        copy.onDisk = onDisk;
        return copy;
    }

    AHistory transaction(int number, TransactionOutcome outcome) {
        transactions.put(number, outcome);
        return this;
    }

    AHistory attempted(int transaction, RecordId id, AttemptOutcome outcome, long offset) {
        attempts.add(new Attempt(id, transaction, outcome, offset));
        return this;
    }

    AHistory attempted(RecordId id, AttemptOutcome outcome) {
        return attempted(0, id, outcome, Attempt.NO_OFFSET);
    }

    AHistory acknowledged(long offset, RecordId id) {
        return attempted(0, id, AttemptOutcome.ACKNOWLEDGED, offset);
    }

    AHistory stored(int transaction, long offset, RecordId id) {
        return stored(new Stored(id.partition(), offset, Optional.of(id), transaction));
    }

    AHistory stored(long offset, RecordId id) {
        return stored(0, offset, id);
    }

    AHistory stored(Stored stored) {
        log.add(stored);
        return this;
    }

    /** Acknowledged and there. */
    AHistory kept(int transaction, long offset, RecordId id) {
        return attempted(transaction, id, AttemptOutcome.ACKNOWLEDGED, offset).stored(transaction, offset, id);
    }

    AHistory kept(long offset, RecordId id) {
        return kept(0, offset, id);
    }

    AHistory shown(int transaction, long offset, RecordId id) {
        shown.add(new Stored(id.partition(), offset, Optional.of(id), transaction));
        return this;
    }

    AHistory hidden(RecordId id) {
        hidden.add(id);
        return this;
    }

    AHistory look(Isolation isolation, Stored... seen) {
        return look(isolation, Set.of(), seen);
    }

    AHistory look(Isolation isolation, Set<Integer> incomplete, Stored... seen) {
        looks.add(new ReadBack(isolation, List.of(seen), incomplete));
        return this;
    }

    AHistory onDisk(RecordId... ids) {
        onDisk = Optional.of(Set.of(ids));
        return this;
    }

    RecordedHistory history() {
        List<Stored> committed = new ArrayList<>(log);
        committed.removeIf(stored -> !isSeenByReadCommitted(stored));
        committed.addAll(shown);
        committed.sort(Comparator.comparingInt(Stored::partition).thenComparingLong(Stored::offset));
        return new RecordedHistory(
                attempts,
                transactions,
                new ReadBack(Isolation.READ_UNCOMMITTED, log, incompleteUncommitted),
                new ReadBack(Isolation.READ_COMMITTED, committed, incompleteCommitted),
                looks,
                onDisk);
    }

    private boolean isSeenByReadCommitted(Stored stored) {
        if (stored.id().filter(hidden::contains).isPresent()) {
            return false;
        }
        TransactionOutcome outcome = transactions.get(stored.transaction());
        return stored.transaction() == 0
                || outcome == TransactionOutcome.COMMITTED
                || outcome == TransactionOutcome.UNKNOWN;
    }

    CheckerReport check() {
        return Checker.check(history());
    }
}
