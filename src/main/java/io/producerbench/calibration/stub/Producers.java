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

/** The identities of idempotent producers, and the open transactions. Nobody is ever fenced. */
final class Producers {
    private final Map<String, Set<PartitionLog>> openTransactions = new HashMap<>();
    private long nextId;

    /** An identity, and how many control records it took to abort what the same transactional id had left open. */
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

    /** The transaction has written there; brokers with {@code transaction.version=2} need not be told first. */
    void wrote(String transactionalId, PartitionLog partition) {
        openTransactions.computeIfAbsent(transactionalId, id -> new HashSet<>()).add(partition);
    }

    /** Appends the control records of the end of a transaction; how many these were. */
    int end(String transactionalId) {
        Set<PartitionLog> partitions = openTransactions.remove(transactionalId);
        if (partitions == null) {
            return 0;
        }
        partitions.forEach(PartitionLog::appendControlRecord);
        return partitions.size();
    }

    /** With {@code transaction.version=2} every transaction has an epoch of its own, and when they run out a new id. */
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
