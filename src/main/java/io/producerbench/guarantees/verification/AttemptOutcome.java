package io.producerbench.guarantees.verification;

/** What became of one attempt to send a record. */
public enum AttemptOutcome {
    /** The callback had no exception. With {@code acks=0} that only means that the bytes have left. */
    ACKNOWLEDGED,
    /** It is certain that no broker stored it. */
    REJECTED,
    /** It may be in the log or not, and either is right. */
    UNKNOWN,
    /** It was about to be sent, but {@code send()} was never entered. */
    NEVER_SENT
}
