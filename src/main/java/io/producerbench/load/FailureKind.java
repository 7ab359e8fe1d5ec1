package io.producerbench.load;

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

/** Why a record was not acknowledged, as far as the callback's exception tells. */
public enum FailureKind {
    TIMEOUT(TimeoutException.class),
    NOT_ENOUGH_REPLICAS(NotEnoughReplicasException.class),
    NOT_ENOUGH_REPLICAS_AFTER_APPEND(NotEnoughReplicasAfterAppendException.class),
    NOT_LEADER(NotLeaderOrFollowerException.class),
    NETWORK(NetworkException.class),
    RECORD_TOO_LARGE(RecordTooLargeException.class),
    FENCED(ProducerFencedException.class),
    INVALID_EPOCH(InvalidProducerEpochException.class),
    OUT_OF_ORDER_SEQUENCE(OutOfOrderSequenceException.class),
    TRANSACTION_ABORTED(TransactionAbortedException.class),
    OTHER(Exception.class);

    private static final FailureKind[] KINDS = values();

    private final Class<? extends Exception> type;

    FailureKind(Class<? extends Exception> type) {
        this.type = type;
    }

    /** The first kind whose exception this is; {@link #OTHER} if none of the named ones. */
    static FailureKind of(Exception exception) {
        for (FailureKind kind : KINDS) {
            if (kind.type.isInstance(exception)) {
                return kind;
            }
        }
        return OTHER;
    }
}
