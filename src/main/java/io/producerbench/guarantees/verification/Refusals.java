package io.producerbench.guarantees.verification;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Which failures prove that a record is not in any log. A short list on purpose: whatever is not on it leaves the outcome
 * unknown. Stricter than what the load counts as failed, because here a wrong "not stored" becomes a false finding.
 */
final class Refusals {
    private Refusals() {}

    /** Of a failure that {@code send()} itself raised, on the thread that called it. */
    static AttemptOutcome bySend(Exception failure) {
        boolean beforeAnythingLeft = failure instanceof SerializationException
                || failure instanceof RecordTooLargeException
                || failure instanceof AuthorizationException
                || failure instanceof TimeoutException; // max.block.ms: of the metadata, or of room in the buffer
        return beforeAnythingLeft ? AttemptOutcome.REJECTED : AttemptOutcome.UNKNOWN;
    }

    /**
     * Of a failure that came back on the network thread.
     *
     * @param retried whether the producer has retried anything so far: a second try may be refused after a first was stored
     * @param idempotent whether the producer is: a fatal error of one batch is then reported for all that are in flight
     */
    static AttemptOutcome byBroker(Exception failure, boolean retried, boolean idempotent) {
        boolean beforeTheAppend = failure instanceof NotEnoughReplicasException
                || failure instanceof RecordTooLargeException
                || (failure instanceof AuthorizationException && !idempotent);
        return beforeTheAppend && !retried ? AttemptOutcome.REJECTED : AttemptOutcome.UNKNOWN;
    }
}
