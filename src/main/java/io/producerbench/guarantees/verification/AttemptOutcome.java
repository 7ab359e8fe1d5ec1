package io.producerbench.guarantees.verification;

/** The outcome of one attempt to send a record. */
public enum AttemptOutcome {
    /**
     * The callback had no exception. With {@code acks=0} this only means that the bytes have left.
     */
    ACKNOWLEDGED,
    /** It is certain that no broker stored it. */
    REJECTED,
    /** It may be in the log or not. Both are correct. */
    UNKNOWN,
    /** It was about to be sent, but {@code send()} was never entered. */
    NEVER_SENT
}
