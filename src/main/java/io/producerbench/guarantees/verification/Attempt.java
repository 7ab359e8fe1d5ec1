package io.producerbench.guarantees.verification;

/**
 * One attempt to send a record. A record that is sent again has one attempt more.
 *
 * @param transaction the number of the transaction, 0 without one
 * @param offset the record's offset by the broker's answer, -1 without one (acks=0, or not
 *     acknowledged)
 */
public record Attempt(RecordId id, int transaction, AttemptOutcome outcome, long offset) {
    /** The offset of an attempt for which no broker returned an offset. */
    public static final long NO_OFFSET = -1;
}
