package io.producerbench.guarantees.verification;

/** What became of a transaction, as far as its producer was told. */
public enum TransactionOutcome {
    COMMITTED,
    ABORTED,
    /** Its end was asked for, and nobody said whether it came. Still all or nothing. */
    UNKNOWN,
    /** Its end was never asked for: whether it is open still or was aborted for its age, it is not committed. */
    OPEN;

    /** Whether no record of it may be seen by a read_committed consumer. */
    boolean isCertainlyNotCommitted() {
        return this == ABORTED || this == OPEN;
    }
}
