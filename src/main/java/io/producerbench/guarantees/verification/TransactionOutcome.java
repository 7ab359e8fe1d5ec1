package io.producerbench.guarantees.verification;

/** The outcome of a transaction, as far as its producer knows. */
public enum TransactionOutcome {
    COMMITTED,
    ABORTED,
    /** Its end was requested and not confirmed. Still all or nothing. */
    UNKNOWN,
    /**
     * Its end was never requested. It may still be open or have timed out, but it is not committed.
     */
    OPEN;

    /** True if a read_committed consumer must see none of its records. */
    boolean isCertainlyNotCommitted() {
        return this == ABORTED || this == OPEN;
    }
}
