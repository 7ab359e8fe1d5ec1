package io.producerbench.results;

import io.producerbench.latency.Latency;
import io.producerbench.stats.Direction;
import io.producerbench.stats.Margin;
import io.producerbench.stats.Metric;

/** The columns of {@code samples.csv} by which runs are compared. */
public final class SampleMetrics {
    public static final Metric RECORDS_PER_S =
            metric(SampleKeys.RECORDS_PER_S, "records/s", Direction.HIGHER, Margin.OF_RATE);

    /**
     * The rate with {@code acks=0}, which acknowledges nothing: the records that arrived in the
     * logs.
     */
    public static final Metric LOG_END_RECORDS_PER_S =
            metric(SampleKeys.LOG_END_RECORDS_PER_S, "records/s", Direction.HIGHER, Margin.OF_RATE);

    /** The time from when a record was due to its acknowledgement. */
    public static final Metric ACK_P99_US =
            metric(SampleKeys.latency(Latency.ACK, "p99"), "us", Direction.LOWER, Margin.OF_P99);

    public static final Metric ACK_P50_US =
            metric(SampleKeys.latency(Latency.ACK, "p50"), "us", Direction.LOWER, Margin.OF_P99);

    public static final Metric BROKER_CPU_US_PER_RECORD =
            metric(SampleKeys.BROKER_CPU_US_PER_RECORD, "us/record", Direction.LOWER, Margin.OF_RATE);

    public static final Metric CLIENT_CPU_US_PER_RECORD =
            metric(SampleKeys.CLIENT_CPU_US_PER_RECORD, "us/record", Direction.LOWER, Margin.OF_RATE);

    private SampleMetrics() {}

    private static Metric metric(ColumnKey column, String unit, Direction better, Margin margin) {
        return new Metric(column.name(), unit, better, margin);
    }

    /** Returns the key of the column that holds a metric. */
    public static ColumnKey column(Metric metric) {
        return new ColumnKey(metric.name());
    }
}
