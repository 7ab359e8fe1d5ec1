package io.producerbench.load;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortedException;

/** The reason why a record was not acknowledged, as far as the callback's exception tells. */
public enum FailureKind {
    /**
     * The request or the record's delivery time ran out. It is not known whether the leader has the
     * record.
     */
    TIMEOUT(TimeoutException.class, true),
    NOT_ENOUGH_REPLICAS(NotEnoughReplicasException.class, false),
    /** The leader has the record and may still replicate it. */
    NOT_ENOUGH_REPLICAS_AFTER_APPEND(NotEnoughReplicasAfterAppendException.class, true),
    /** Brokers also say this of a record that was appended before the leader lost its partition. */
    NOT_LEADER(NotLeaderOrFollowerException.class, true),
    NETWORK(NetworkException.class, true),
    RECORD_TOO_LARGE(RecordTooLargeException.class, false),
    INVALID_RECORD(InvalidRecordException.class, false),
    NOT_AUTHORIZED(AuthorizationException.class, false),
    FENCED(ProducerFencedException.class, false),
    INVALID_EPOCH(InvalidProducerEpochException.class, false),
    OUT_OF_ORDER_SEQUENCE(OutOfOrderSequenceException.class, false),
    TRANSACTION_ABORTED(TransactionAbortedException.class, false),
    /** {@code send()} threw and no callback came, because the transaction had failed before. */
    NOT_TAKEN(KafkaException.class, false),
    OTHER(Exception.class, true);

    private static final FailureKind[] KINDS = values();

    private final Class<? extends Exception> type;
    private final boolean leavesUnknown;

    FailureKind(Class<? extends Exception> type, boolean leavesUnknown) {
        this.type = type;
        this.leavesUnknown = leavesUnknown;
    }

    /**
     * True if the record may be in the log nevertheless, provided that it was handed to the
     * network.
     */
    public boolean leavesUnknown() {
        return leavesUnknown;
    }

    /**
     * Returns the first kind to which this exception belongs; {@link #OTHER} if it belongs to none.
     */
    public static FailureKind of(Exception exception) {
        for (FailureKind kind : KINDS) {
            if (kind != NOT_TAKEN && kind.type.isInstance(exception)) {
                return kind;
            }
        }
        return OTHER;
    }
}
