package io.producerbench.guarantees.verification;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All attempts, written down before they are sent, and their outcomes. Thread-safe. Writers that
 * share a ledger share its transaction numbers. A producer's sequences continue where its last
 * session ended.
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
     * Opens a ledger in a new file.
     *
     * @param run the run number of all its records; no two trials may share one
     */
    public static Ledger open(Path file, long run) {
        Ledger ledger = new Ledger(run, LedgerFile.create(file));
        ledger.enter(new LedgerEntry.Opened(run));
        return ledger;
    }

    /**
     * Reads a ledger's file, whether its writer is alive or dead.
     *
     * @throws LedgerException if a line is damaged; only an incomplete last line is ignored
     */
    public static Recorded read(Path file) {
        LedgerBalance balance = LedgerFile.read(file);
        long run =
                balance.run().orElseThrow(() -> new LedgerException("expected a ledger that was opened, got: " + file));
        return new Recorded(run, balance.attempts(), balance.transactions());
    }

    /** The content of a ledger's file: see {@link #attempts} and {@link #transactions}. */
    public record Recorded(long run, List<Attempt> attempts, Map<Integer, TransactionOutcome> transactions) {}

    public long run() {
        return run;
    }

    /** Returns all attempts so far, in their order. */
    public synchronized List<Attempt> attempts() {
        return balance.attempts();
    }

    /** Returns all transactions so far, by their numbers. */
    public synchronized Map<Integer, TransactionOutcome> transactions() {
        return balance.transactions();
    }

    /** Returns the id of a producer's next new record in a partition. */
    public synchronized RecordId next(int producer, int partition) {
        long sequence = nextSequences.merge(List.of(producer, partition), 1L, Long::sum) - 1;
        return new RecordId(run, producer, partition, sequence);
    }

    /** Writes the attempt to the file as not sent, and returns its number. */
    public synchronized int attempted(RecordId id, int transaction) {
        int number = balance.attemptCount();
        enter(new LedgerEntry.Attempted(number, id, transaction));
        return number;
    }

    /**
     * Writes the attempt to the file as of unknown outcome. When this returns, the record may be
     * sent.
     */
    public synchronized void entered(int attempt) {
        enter(new LedgerEntry.Entered(attempt));
    }

    public synchronized void settled(int attempt, AttemptOutcome outcome, long offset) {
        enter(new LedgerEntry.Settled(attempt, outcome, offset));
    }

    /** Writes a transaction to the file as open, and returns its number. Numbers count from 1. */
    public synchronized int begun() {
        int transaction = balance.transactionCount() + 1;
        enter(new LedgerEntry.Begun(transaction));
        return transaction;
    }

    public synchronized void ended(int transaction, TransactionOutcome outcome) {
        enter(new LedgerEntry.Ended(transaction, outcome));
    }

    /**
     * Writes to the file before the memory, because this process must never know more than the file
     * that outlives it.
     */
    private synchronized void enter(LedgerEntry entry) {
        file.append(entry);
        entry.addTo(balance);
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
