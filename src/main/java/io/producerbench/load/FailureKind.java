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

/** Why a record was not acknowledged, as far as the callback's exception tells. */
public enum FailureKind {
    /** Of a request, or of the record's own delivery time: whether the leader has it is not known. */
    TIMEOUT(TimeoutException.class, true),
    NOT_ENOUGH_REPLICAS(NotEnoughReplicasException.class, false),
    /** The leader has it, and may yet replicate it. */
    NOT_ENOUGH_REPLICAS_AFTER_APPEND(NotEnoughReplicasAfterAppendException.class, true),
    /** Also said of a record that was appended before the leader was deposed. */
    NOT_LEADER(NotLeaderOrFollowerException.class, true),
    NETWORK(NetworkException.class, true),
    RECORD_TOO_LARGE(RecordTooLargeException.class, false),
    INVALID_RECORD(InvalidRecordException.class, false),
    NOT_AUTHORIZED(AuthorizationException.class, false),
    FENCED(ProducerFencedException.class, false),
    INVALID_EPOCH(InvalidProducerEpochException.class, false),
    OUT_OF_ORDER_SEQUENCE(OutOfOrderSequenceException.class, false),
    TRANSACTION_ABORTED(TransactionAbortedException.class, false),
    /** {@code send()} threw and there never was a callback: the transaction had failed before. */
    NOT_TAKEN(KafkaException.class, false),
    OTHER(Exception.class, true);

    private static final FailureKind[] KINDS = values();

    private final Class<? extends Exception> type;
    private final boolean leavesUnknown;

    FailureKind(Class<? extends Exception> type, boolean leavesUnknown) {
        this.type = type;
        this.leavesUnknown = leavesUnknown;
    }

    /** Whether the record may be in the log all the same, if it had been handed to the network. */
    public boolean leavesUnknown() {
        return leavesUnknown;
    }

    /** The first kind whose exception this is; {@link #OTHER} if none of the named ones. */
    public static FailureKind of(Exception exception) {
        for (FailureKind kind : KINDS) {
            if (kind != NOT_TAKEN && kind.type.isInstance(exception)) {
                return kind;
            }
        }
        return OTHER;
    }
}
