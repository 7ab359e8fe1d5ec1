package io.producerbench.results;

import io.producerbench.latency.Latency;

/** What is given relative to {@code acks=1}, and the benchmark that measures it. */
public enum RelativeMetric {
    RATE("rate", SampleKeys.RECORDS_PER_S, "MaxRate"),
    ACK_P99("ack_p99", SampleKeys.latency(Latency.ACK, "p99"), "FixedRate"),
    /** In open loop this is mostly the waiting for due times, so it is a cost in closed loop. */
    CLIENT_CPU("client_cpu", SampleKeys.CLIENT_CPU_US_PER_RECORD, "MaxRate"),
    BROKER_CPU("broker_cpu", SampleKeys.BROKER_CPU_US_PER_RECORD, "MaxRate");

    private final ColumnKey key;
    private final ColumnKey measured;
    private final String benchmark;

    RelativeMetric(String name, ColumnKey measured, String benchmark) {
        this.key = new ColumnKey(name + "_vs_acks1");
        this.measured = measured;
        this.benchmark = benchmark;
    }

    /** Returns the column of {@code summary.csv}: the median of the ratios. */
    public ColumnKey key() {
        return key;
    }

    /** Returns the column of {@code samples.csv} whose values are divided. */
    public ColumnKey measured() {
        return measured;
    }

    /** Returns the benchmark whose rows have it. */
    public String benchmark() {
        return benchmark;
    }
}
