package io.producerbench.latency;

import java.io.Serializable;

/**
 * The producer's own metrics at the end of an iteration, Kafka's names. Averages are over Kafka's sliding window (two of
 * 30 s), so over most of a sample; of several producers the mean. NaN where the client has no value.
 *
 * @param recordRetries records sent again, all producers together, since the start
 * @param recordErrors records given up, likewise
 */
public record ClientMetrics(
        double batchSizeAvgBytes, double recordsPerRequestAvg, double recordRetries, double recordErrors)
        implements Serializable {}
