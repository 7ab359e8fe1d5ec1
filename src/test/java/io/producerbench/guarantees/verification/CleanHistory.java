package io.producerbench.guarantees.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws a random history of a correct cluster, with several producers and partitions and every
 * legal event.
 */
final class CleanHistory {
    private static final int MARKER = 1;

    private enum Mode {
        ACKS_0,
        PLAIN,
        TRANSACTIONAL
    }

    private final Random random;
    private final boolean leavesUncommitted;
    private final AHistory history = new AHistory();
    private final long[] ends;
    private final Mode[] modes;
    private final Map<List<Integer>, Long> sequences = new HashMap<>();
    /** The transaction that each producer has open. */
    private final Map<Integer, Integer> open = new HashMap<>();

    private CleanHistory(Random random, boolean leavesUncommitted) {
        this.random = random;
        this.leavesUncommitted = leavesUncommitted;
        this.ends = new long[1 + random.nextInt(4)];
        this.modes = random.ints(1 + random.nextInt(3), 0, Mode.values().length)
                .mapToObj(mode -> Mode.values()[mode])
                .toArray(Mode[]::new);
    }

    /** Draws a history in which records of aborted and open transactions may be in the log. */
    static AHistory draw(Random random) {
        return new CleanHistory(random, true).draw();
    }

    /** Draws a history in which no record of an aborted or open transaction is in the log. */
    static AHistory drawWithoutUncommitted(Random random) {
        return new CleanHistory(random, false).draw();
    }

    private AHistory draw() {
        int steps = 5 + random.nextInt(30);
        for (int step = 0; step < steps; step++) {
            int producer = random.nextInt(modes.length);
            if (modes[producer] == Mode.TRANSACTIONAL) {
                stepInTransaction(producer);
            } else {
                send(producer, 0, anyOutcome(), true);
            }
        }
        open.values().forEach(this::mark);
        lookAround();
        return history;
    }

    private void stepInTransaction(int producer) {
        int transaction = open.computeIfAbsent(producer, ignored -> begin());
        TransactionOutcome outcome = history.transactions.get(transaction);
        boolean committing = outcome == TransactionOutcome.COMMITTED || outcome == TransactionOutcome.UNKNOWN;
        // A transaction in which a record failed cannot be committed, nor can it be tried.
        send(
                producer,
                transaction,
                committing ? AttemptOutcome.ACKNOWLEDGED : anyOutcome(),
                committing || leavesUncommitted);
        if (random.nextInt(4) == 0) {
            open.remove(producer);
            mark(transaction);
        }
    }

    private int begin() {
        int transaction = history.transactions.size() + 1;
        history.transaction(
                transaction, TransactionOutcome.values()[random.nextInt(TransactionOutcome.values().length)]);
        return transaction;
    }

    /** Ends a transaction on the brokers, whatever its producer knows of it. */
    private void mark(int transaction) {
        List<Stored> records = history.log.stream()
                .filter(stored -> stored.transaction() == transaction)
                .toList();
        records.stream().map(Stored::partition).distinct().forEach(partition -> ends[partition] += MARKER);
        if (history.transactions.get(transaction) == TransactionOutcome.UNKNOWN && random.nextBoolean()) {
            records.forEach(stored -> history.hidden(stored.id().orElseThrow()));
        }
    }

    private AttemptOutcome anyOutcome() {
        return random.nextInt(3) > 0
                ? AttemptOutcome.ACKNOWLEDGED
                : AttemptOutcome.values()[random.nextInt(AttemptOutcome.values().length)];
    }

    private void send(int producer, int transaction, AttemptOutcome drawn, boolean stores) {
        int partition = random.nextInt(ends.length);
        long sequence = sequences.merge(List.of(producer, partition), 1L, Long::sum) - 1;
        RecordId id = new RecordId(AHistory.RUN, producer, partition, sequence);
        AttemptOutcome outcome = drawn == AttemptOutcome.ACKNOWLEDGED && !stores ? AttemptOutcome.UNKNOWN : drawn;
        boolean isThere = outcome == AttemptOutcome.ACKNOWLEDGED
                || outcome == AttemptOutcome.UNKNOWN && stores && random.nextBoolean();
        boolean told = outcome == AttemptOutcome.ACKNOWLEDGED && modes[producer] != Mode.ACKS_0;
        history.attempted(transaction, id, outcome, told ? ends[partition] : Attempt.NO_OFFSET);
        if (isThere) {
            history.stored(transaction, ends[partition]++, id);
        }
    }

    private void lookAround() {
        if (random.nextInt(3) == 0) {
            history.looks.add(history.history().uncommitted());
            history.looks.add(history.history().committed());
        }
        if (random.nextBoolean()) {
            Set<RecordId> ids = history.log.stream()
                    .map(Stored::id)
                    .map(Optional::orElseThrow)
                    .collect(Collectors.toSet());
            history.onDisk = Optional.of(ids);
        }
    }
}
