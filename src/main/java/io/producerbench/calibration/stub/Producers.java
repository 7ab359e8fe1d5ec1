package io.producerbench.calibration.stub;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.message.EndTxnResponseData;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.record.internal.RecordBatch;

/** The ids of idempotent producers, and the open transactions. No producer is ever fenced. */
final class Producers {
    private final Map<String, Set<PartitionLog>> openTransactions = new HashMap<>();
    private long nextId;

    /**
     * A producer id, and the number of control records that aborted the open transaction of the
     * same transactional id.
     */
    record Start(InitProducerIdResponseData response, int controlRecords) {}

    Start start(InitProducerIdRequestData request) {
        InitProducerIdResponseData response = new InitProducerIdResponseData();
        if (request.producerId() == RecordBatch.NO_PRODUCER_ID || isLast(request.producerEpoch())) {
            response.setProducerId(nextId++).setProducerEpoch((short) 0);
        } else {
            response.setProducerId(request.producerId()).setProducerEpoch((short) (request.producerEpoch() + 1));
        }
        return new Start(response, request.transactionalId() == null ? 0 : end(request.transactionalId()));
    }

    /**
     * Notes that the transaction has written to the partition. With {@code transaction.version=2}
     * there is no request before that.
     */
    void wrote(String transactionalId, PartitionLog partition) {
        openTransactions.computeIfAbsent(transactionalId, id -> new HashSet<>()).add(partition);
    }

    /** Appends the control records that end a transaction, and returns their number. */
    int end(String transactionalId) {
        Set<PartitionLog> partitions = openTransactions.remove(transactionalId);
        if (partitions == null) {
            return 0;
        }
        partitions.forEach(PartitionLog::appendControlRecord);
        return partitions.size();
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
