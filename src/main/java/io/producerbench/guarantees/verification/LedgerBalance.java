package io.producerbench.guarantees.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The state after all entries of a ledger so far. */
final class LedgerBalance {
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<Integer, TransactionOutcome> transactions = new TreeMap<>();
    private OptionalLong run = OptionalLong.empty();

    void opened(long ofRun) {
        run = OptionalLong.of(ofRun);
    }

    void attempted(int number, RecordId id, int transaction) {
        if (number != attempts.size()) {
            throw new IllegalArgumentException("expected attempt " + attempts.size() + ", got: " + number);
        }
        attempts.add(new Attempt(id, transaction, AttemptOutcome.NEVER_SENT, Attempt.NO_OFFSET));
    }

    void settled(int number, AttemptOutcome outcome, long offset) {
        if (number >= attempts.size()) {
            throw new IllegalArgumentException("expected one of " + attempts.size() + " attempts, got: " + number);
        }
        Attempt attempt = attempts.get(number);
        attempts.set(number, new Attempt(attempt.id(), attempt.transaction(), outcome, offset));
    }

    void begun(int transaction) {
        transactions.put(transaction, TransactionOutcome.OPEN);
    }

    void ended(int transaction, TransactionOutcome outcome) {
        if (transactions.replace(transaction, outcome) == null) {
            throw new IllegalArgumentException(
                    "expected one of " + transactions.size() + " transactions, got: " + transaction);
        }
    }

    /** Returns the run number, empty before the first entry. */
    OptionalLong run() {
        return run;
    }

    int attemptCount() {
        return attempts.size();
    }

    int transactionCount() {
        return transactions.size();
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    Map<Integer, TransactionOutcome> transactions() {
        return new TreeMap<>(transactions);
    }
}
