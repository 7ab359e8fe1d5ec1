package io.producerbench.stats;

/**
 * Something measured.
 *
 * @param name that of its column in {@code samples.csv}
 * @param unit as people write it, for instance {@code records/s}
 */
public record Metric(String name, String unit, Direction better, Margin margin) {
    public static final Metric RECORDS_PER_S =
            new Metric("records_per_s", "records/s", Direction.HIGHER, Margin.OF_RATE);

    /** For {@code acks=0}, where nobody acknowledges: what arrived in the logs. */
    public static final Metric LOG_END_RECORDS_PER_S =
            new Metric("log_end_records_per_s", "records/s", Direction.HIGHER, Margin.OF_RATE);

    /** From when a record was due to its acknowledgement. */
    public static final Metric ACK_P99_US = new Metric("ack_p99_us", "us", Direction.LOWER, Margin.OF_P99);

    public static final Metric CLIENT_CPU_US_PER_RECORD =
            new Metric("client_cpu_us_per_record", "us/record", Direction.LOWER, Margin.OF_RATE);
}
