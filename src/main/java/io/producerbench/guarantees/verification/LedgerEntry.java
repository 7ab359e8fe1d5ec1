package io.producerbench.guarantees.verification;

/** One event in a ledger, written as one line of its file. */
sealed interface LedgerEntry {
    /** Returns the words of its line. */
    String text();

    /** Adds this entry to the state after the entries before it. */
    void addTo(LedgerBalance balance);

    /** The first entry of every ledger. */
    record Opened(long run) implements LedgerEntry {
        @Override
        public String text() {
            return "opened " + run;
        }

        @Override
        public void addTo(LedgerBalance balance) {
            balance.opened(run);
        }
    }

    /** An attempt is about to be made. */
    record Attempted(int number, RecordId id, int transaction) implements LedgerEntry {
        @Override
        public String text() {
            return "attempted " + number + " " + id.run() + " " + id.producer() + " " + id.partition() + " "
                    + id.sequence() + " " + transaction;
        }

        @Override
        public void addTo(LedgerBalance balance) {
            balance.attempted(number, id, transaction);
        }
    }

    /** The attempt is inside {@code send()}. From here on the record may be in the log. */
    record Entered(int number) implements LedgerEntry {
        @Override
        public String text() {
            return "entered " + number;
        }

        @Override
        public void addTo(LedgerBalance balance) {
            balance.settled(number, AttemptOutcome.UNKNOWN, Attempt.NO_OFFSET);
        }
    }

    /** The producer reported the outcome of an attempt. */
    record Settled(int number, AttemptOutcome outcome, long offset) implements LedgerEntry {
        @Override
        public String text() {
            return "settled " + number + " " + outcome + " " + offset;
        }

        @Override
        public void addTo(LedgerBalance balance) {
            balance.settled(number, outcome, offset);
        }
    }

    /** A transaction is about to begin. */
    record Begun(int transaction) implements LedgerEntry {
        @Override
        public String text() {
            return "begun " + transaction;
        }

        @Override
        public void addTo(LedgerBalance balance) {
            balance.begun(transaction);
        }
    }

    /** The producer reported the outcome of a transaction. */
    record Ended(int transaction, TransactionOutcome outcome) implements LedgerEntry {
        @Override
        public String text() {
            return "ended " + transaction + " " + outcome;
        }

        @Override
        public void addTo(LedgerBalance balance) {
            balance.ended(transaction, outcome);
        }
    }

    /**
     * Parses what {@link #text} returns.
     *
     * @throws IllegalArgumentException if no entry has this text
     */
    static LedgerEntry parse(String text) {
        String[] words = text.split(" ");
        try {
            return switch (words[0]) {
                case "opened" -> new Opened(Long.parseLong(words[1]));
                case "attempted" -> attempted(words);
                case "entered" -> new Entered(Integer.parseInt(words[1]));
                case "settled" ->
                    new Settled(Integer.parseInt(words[1]), AttemptOutcome.valueOf(words[2]), Long.parseLong(words[3]));
                case "begun" -> new Begun(Integer.parseInt(words[1]));
                case "ended" -> new Ended(Integer.parseInt(words[1]), TransactionOutcome.valueOf(words[2]));
                default -> throw new IllegalArgumentException("expected an entry of a ledger, got: " + text);
            };
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("expected an entry with all its words, got: " + text, e);
        }
    }

    private static Attempted attempted(String[] words) {
        RecordId id = new RecordId(
                Long.parseLong(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Long.parseLong(words[5]));
        return new Attempted(Integer.parseInt(words[1]), id, Integer.parseInt(words[6]));
    }
}
