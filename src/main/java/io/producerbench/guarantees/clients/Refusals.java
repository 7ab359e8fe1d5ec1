package io.producerbench.guarantees.clients;

import io.producerbench.guarantees.verification.AttemptOutcome;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Decides which failures prove that a record is in no log. The list is short on purpose: any other
 * failure leaves the outcome unknown. It is stricter than the load's count of failed records,
 * because here a wrong "not stored" becomes a false finding.
 */
enum Refusals {
    /** Of a producer without idempotence. */
    PLAIN,
    /**
     * Of an idempotent producer, which reports a fatal error of one batch for all batches in
     * flight.
     */
    IDEMPOTENT;

    /**
     * Returns the outcome after a failure that {@code send()} raised itself, on the thread that
     * called it.
     */
    static AttemptOutcome bySend(Exception failure) {
        boolean beforeAnythingLeft = failure instanceof SerializationException
                || failure instanceof RecordTooLargeException
                || failure instanceof AuthorizationException
                || failure instanceof TimeoutException; // max.block.ms: of the metadata, or of room in the buffer
        return beforeAnythingLeft ? AttemptOutcome.REJECTED : AttemptOutcome.UNKNOWN;
    }

    /**
     * Returns the outcome after a failure that came back on the network thread, if the producer has
     * retried nothing so far.
     */
    AttemptOutcome atFirstTry(Exception failure) {
        boolean beforeTheAppend = failure instanceof NotEnoughReplicasException
                || failure instanceof RecordTooLargeException
                || (failure instanceof AuthorizationException && this == PLAIN);
        return beforeTheAppend ? AttemptOutcome.REJECTED : AttemptOutcome.UNKNOWN;
    }

    /**
     * Returns the outcome after any failure once the producer has retried: a second try may be
     * refused after a first was stored.
     */
    AttemptOutcome afterRetries() {
        return AttemptOutcome.UNKNOWN;
    }
}
