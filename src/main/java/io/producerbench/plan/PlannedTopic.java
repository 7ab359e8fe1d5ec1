package io.producerbench.plan;

import io.producerbench.failure.UsageException;

/**
 * How it is kept and read.
 *
 * @param minInsyncReplicas how many replicas must be in sync for a record to be accepted with
 *     {@code acks=all}
 * @param fanout how many consumer groups read every record
 * @param survive how many brokers may be down while all the load goes on
 */
public record PlannedTopic(int replicationFactor, int minInsyncReplicas, int fanout, int survive) {
    /** @throws UsageException if these contradict each other */
    public PlannedTopic {
        if (minInsyncReplicas > replicationFactor) {
            throw new UsageException("plan: --min-insync " + minInsyncReplicas + ": expected at most --rf "
                    + replicationFactor + ", because no more replicas can be in sync");
        }
        if (survive >= replicationFactor) {
            throw new UsageException("plan: --survive " + survive + ": expected less than --rf " + replicationFactor
                    + ", because with so many brokers down some partitions have no replica left");
        }
    }

    /** Returns how many replicas of a partition may be left. */
    int replicasLeft() {
        return replicationFactor - survive;
    }
}
