package io.producerbench.latency;

import java.io.Serializable;

/**
 * What the producers say about themselves at the end of an iteration, from Kafka's own metrics.
 * Several producers' averages are averaged. NaN where the client has no value.
 *
 * @param batchSizeAvgBytes since the start
 * @param throttleMillis how long the brokers told all producers together to wait, in the iteration
 * @param batchSplits batches that the brokers refused as too large, since the start
 * @param recordRetries records sent again since the start, by all producers together
 * @param recordErrors records given up since the start, by all producers together
 */
public record ClientMetrics(
        double batchSizeAvgBytes, double throttleMillis, double batchSplits, double recordRetries, double recordErrors)
        implements Serializable {

    public static final ClientMetrics NONE = new ClientMetrics(Double.NaN, 0, 0, 0, 0);

    /** Returns these metrics with the throttling of an earlier iteration added. */
    ClientMetrics after(ClientMetrics earlier) {
        return new ClientMetrics(
                batchSizeAvgBytes, earlier.throttleMillis + throttleMillis, batchSplits, recordRetries, recordErrors);
    }
}
