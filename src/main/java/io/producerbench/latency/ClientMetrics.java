package io.producerbench.latency;

import java.io.Serializable;

/**
 * The producers' own metrics at the end of an iteration, under Kafka's names. Averages cover
 * Kafka's sliding window (two of 30 s), which is most of a sample. Several producers' averages are
 * averaged. NaN where the client has no value.
 *
 * @param recordRetries records sent again since the start, by all producers together
 * @param recordErrors records given up since the start, by all producers together
 */
public record ClientMetrics(
        double batchSizeAvgBytes, double recordsPerRequestAvg, double recordRetries, double recordErrors)
        implements Serializable {}
