package io.producerbench.guarantees.verification;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was attempted, written down before it was sent, and what became of it. Thread-safe; writers that share a ledger share
 * its numbers of transactions, and a producer's sequences go on where its last session left them.
 */
public final class Ledger implements AutoCloseable {
    private final long run;
    private final LedgerFile file;
    private final LedgerBalance balance = new LedgerBalance();
    private final Map<List<Integer>, Long> nextSequences = new HashMap<>();

    private Ledger(long run, LedgerFile file) {
        this.run = run;
        this.file = file;
    }

    /**
     * A ledger in a new file.
     *
     * @param run of all its records; no two trials may share it
     */
    public static Ledger open(Path file, long run) {
        Ledger ledger = new Ledger(run, LedgerFile.create(file));
        ledger.enter(new LedgerEntry.Opened(run));
        return ledger;
    }

    /**
     * What a ledger's file says, be its writer alive or dead.
     *
     * @throws LedgerException if any line but a torn last one is damaged
     */
    public static Recorded read(Path file) {
        LedgerBalance balance = LedgerFile.read(file);
        long run =
                balance.run().orElseThrow(() -> new LedgerException("expected a ledger that was opened, got: " + file));
        return new Recorded(run, balance.attempts(), balance.transactions());
    }

    /** What a ledger's file says: see {@link #attempts} and {@link #transactions}. */
    public record Recorded(long run, List<Attempt> attempts, Map<Integer, TransactionOutcome> transactions) {}

    public long run() {
        return run;
    }

    /** All attempts so far, in their order. */
    public synchronized List<Attempt> attempts() {
        return balance.attempts();
    }

    /** All transactions so far, by their numbers. */
    public synchronized Map<Integer, TransactionOutcome> transactions() {
        return balance.transactions();
    }

    /** The id of a producer's next new record in a partition. */
    synchronized RecordId next(int producer, int partition) {
        long sequence = nextSequences.merge(List.of(producer, partition), 1L, Long::sum) - 1;
        return new RecordId(run, producer, partition, sequence);
    }

    /** When this returns, the attempt is on file as not sent; its number is returned. */
    synchronized int attempted(RecordId id, int transaction) {
        int number = balance.attemptCount();
        enter(new LedgerEntry.Attempted(number, id, transaction));
        return number;
    }

    /** When this returns, the attempt is on file as of unknown outcome, and the record may be sent. */
    synchronized void entered(int attempt) {
        enter(new LedgerEntry.Entered(attempt));
    }

    synchronized void settled(int attempt, AttemptOutcome outcome, long offset) {
        enter(new LedgerEntry.Settled(attempt, outcome, offset));
    }

    /** When this returns, the transaction is on file as open; its number is returned. They count from 1. */
    synchronized int begun() {
        int transaction = balance.transactionCount() + 1;
        enter(new LedgerEntry.Begun(transaction));
        return transaction;
    }

    synchronized void ended(int transaction, TransactionOutcome outcome) {
        enter(new LedgerEntry.Ended(transaction, outcome));
    }

    /** On file before in memory: what this process knows must never be more than what outlives it. */
    private synchronized void enter(LedgerEntry entry) {
        file.append(entry);
        entry.addTo(balance);
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
