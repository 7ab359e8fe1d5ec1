package io.producerbench.calibration.stub;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.message.EndTxnResponseData;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.RecordBatch;

/** The ids of idempotent producers, and the open transactions. No producer is ever fenced. */
final class Producers {
    private final Map<String, OpenTransaction> openTransactions = new HashMap<>();
    private long nextId;

    /** The producer of an open transaction, and the partitions that it wrote to. */
    private record OpenTransaction(long producerId, Set<PartitionLog> partitions) {}

    /**
     * A producer id, and the number of control records that aborted the open transaction of the
     * same transactional id.
     */
    record Start(InitProducerIdResponseData response, int controlRecords) {}

    Start start(InitProducerIdRequestData request, long nowNanos) {
        InitProducerIdResponseData response = new InitProducerIdResponseData();
        if (request.producerId() == RecordBatch.NO_PRODUCER_ID || isLast(request.producerEpoch())) {
            response.setProducerId(nextId++).setProducerEpoch((short) 0);
        } else {
            response.setProducerId(request.producerId()).setProducerEpoch((short) (request.producerEpoch() + 1));
        }
        int controlRecords = request.transactionalId() == null
                ? 0
                : end(request.transactionalId(), ControlRecordType.ABORT, nowNanos);
        return new Start(response, controlRecords);
    }

    /**
     * Notes that the transaction has written to the partition. With {@code transaction.version=2}
     * there is no request before that.
     */
    void wrote(String transactionalId, long producerId, PartitionLog partition) {
        openTransactions
                .computeIfAbsent(transactionalId, id -> new OpenTransaction(producerId, new HashSet<>()))
                .partitions()
                .add(partition);
    }

    /**
     * Appends the control records that end a transaction, and returns their number.
     *
     * @param acknowledgedNanos when the end of the transaction is answered
     */
    int end(String transactionalId, ControlRecordType type, long acknowledgedNanos) {
        OpenTransaction open = openTransactions.remove(transactionalId);
        if (open == null) {
            return 0;
        }
        open.partitions()
                .forEach(partition -> partition.appendControlRecord(type, open.producerId(), acknowledgedNanos));
        return open.partitions().size();
    }

    /**
     * Returns the producer's next epoch, or a new id after the last epoch. With
     * {@code transaction.version=2} each transaction has its own epoch.
     */
    EndTxnResponseData ended(EndTxnRequestData request) {
        return isLast(request.producerEpoch())
                ? new EndTxnResponseData().setProducerId(nextId++).setProducerEpoch((short) 0)
                : new EndTxnResponseData().setProducerId(request.producerId()).setProducerEpoch((short)
                        (request.producerEpoch() + 1));
    }

    private static boolean isLast(short epoch) {
        return epoch >= Short.MAX_VALUE - 1;
    }
}
