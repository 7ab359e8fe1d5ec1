package io.producerbench.guarantees.verification;

/**
 * One attempt to send a record; a record that is sent again has another.
 *
 * @param transaction the number of the transaction, 0 without one
 * @param offset where the broker says the record is, -1 if it does not say (acks=0, or not acknowledged)
 */
public record Attempt(RecordId id, int transaction, AttemptOutcome outcome, long offset) {
    /** The offset of an attempt of which no broker said where it is. */
    public static final long NO_OFFSET = -1;
}
