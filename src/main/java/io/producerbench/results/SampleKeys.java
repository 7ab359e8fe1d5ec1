package io.producerbench.results;

import io.producerbench.latency.Latency;

/**
 * The columns of {@code samples.csv} that the program reads back or that other files have as well.
 */
public final class SampleKeys {
    public static final ColumnKey BLOCK = new ColumnKey("block");
    public static final ColumnKey ORDER_IN_BLOCK = new ColumnKey("order_in_block");
    public static final ColumnKey ATTEMPT = new ColumnKey("attempt");
    public static final ColumnKey FIRST = new ColumnKey("first");
    public static final ColumnKey STATUS = new ColumnKey("status");
    public static final ColumnKey STATUS_REASON = new ColumnKey("status_reason");
    public static final ColumnKey STATUS_CAUSE = new ColumnKey("status_cause");
    public static final ColumnKey LIMITED_BY = new ColumnKey("limited_by");
    public static final ColumnKey ACKNOWLEDGED = new ColumnKey("acknowledged");
    public static final ColumnKey UNKNOWN = new ColumnKey("unknown");
    public static final ColumnKey LOG_END_DELTA = new ColumnKey("log_end_delta");
    public static final ColumnKey RECORDS_PER_S = new ColumnKey("records_per_s");
    public static final ColumnKey MB_PER_S = new ColumnKey("mb_per_s");
    public static final ColumnKey LOG_END_RECORDS_PER_S = new ColumnKey("log_end_records_per_s");
    public static final ColumnKey CLIENT_CPU_US_PER_RECORD = new ColumnKey("client_cpu_us_per_record");
    public static final ColumnKey BROKER_CPU_US_PER_RECORD = new ColumnKey("broker_cpu_us_per_record");
    public static final ColumnKey CLIENT_ALLOC_BYTES_PER_RECORD = new ColumnKey("client_alloc_bytes_per_record");
    public static final ColumnKey BATCH_SIZE_AVG_BYTES = new ColumnKey("batch_size_avg_bytes");
    public static final ColumnKey RECORDS_PER_REQUEST_AVG = new ColumnKey("records_per_request_avg");
    public static final ColumnKey GC_MS = new ColumnKey("gc_ms");
    public static final ColumnKey MACHINE_BUSY_SHARE = new ColumnKey("machine_busy_share");
    public static final ColumnKey STEAL_SHARE = new ColumnKey("steal_share");
    public static final ColumnKey OTHERS_CPU_SHARE = new ColumnKey("others_cpu_share");
    public static final ColumnKey BROKER_JIT_SHARE = new ColumnKey("broker_jit_share");
    public static final ColumnKey CLIENT_JIT_SHARE = new ColumnKey("client_jit_share");
    public static final ColumnKey CPU_PRESSURE_SHARE = new ColumnKey("cpu_pressure_share");
    public static final ColumnKey COLD = new ColumnKey("cold");
    public static final ColumnKey STOOD_STILL_MS = new ColumnKey("stood_still_ms");
    public static final ColumnKey RETRIES = new ColumnKey("retries");
    public static final ColumnKey HISTOGRAM_FILE = new ColumnKey("histogram_file");
    public static final ColumnKey UNAVAILABLE_MS = new ColumnKey("unavailable_ms");
    public static final ColumnKey FIRST_ACK_MS = new ColumnKey("first_ack_ms");
    public static final ColumnKey INVISIBLE_UNTIL_HEAL = new ColumnKey("invisible_until_heal");
    public static final ColumnKey REFUSED_WITH = new ColumnKey("refused_with");
    public static final ColumnKey REFUSED_P50_MS = new ColumnKey("refused_p50_ms");
    public static final ColumnKey EXPIRED_WITH = new ColumnKey("expired_with");
    public static final ColumnKey EXPIRED_P50_MS = new ColumnKey("expired_p50_ms");
    public static final ColumnKey DELIVERY_TIMEOUT_MS = new ColumnKey("delivery_timeout_ms");

    public static final ColumnKey AT_RISK_RECORDS = new ColumnKey("at_risk_records");

    public static final ColumnKey ACK_P50_US = latency(Latency.ACK, "p50");
    public static final ColumnKey ACK_P99_US = latency(Latency.ACK, "p99");
    public static final ColumnKey COMMIT_P50_US = latency(Latency.COMMIT, "p50");
    public static final ColumnKey COMMIT_P99_US = latency(Latency.COMMIT, "p99");

    private SampleKeys() {}

    /**
     * Returns the key of a statistic of a latency, in microseconds.
     *
     * @param statistic by its name in column names, for instance {@code p99_9}
     */
    public static ColumnKey latency(Latency latency, String statistic) {
        return new ColumnKey(latency.label() + "_" + statistic + "_us");
    }
}
