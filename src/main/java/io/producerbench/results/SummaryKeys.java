package io.producerbench.results;

import io.producerbench.latency.Latency;

/** The columns of the two summaries that {@link SampleKeys} and {@link TrialKeys} do not have. */
public final class SummaryKeys {
    public static final ColumnKey BLOCKS = new ColumnKey("blocks");
    public static final ColumnKey VALID = new ColumnKey("valid");
    public static final ColumnKey TAKEN_AGAIN = new ColumnKey("taken_again");
    public static final ColumnKey DRIFT = new ColumnKey("drift");
    public static final ColumnKey DRIFT_SHARE = new ColumnKey("drift_share");
    public static final ColumnKey WARNINGS = new ColumnKey("warnings");
    public static final ColumnKey TRIALS = new ColumnKey("trials");
    public static final ColumnKey INVALID = new ColumnKey("invalid");
    public static final ColumnKey AS_EXPECTED_TRIALS = new ColumnKey("as_expected_trials");
    public static final ColumnKey BOUND = new ColumnKey("bound");
    public static final ColumnKey FIRST_COUNT = new ColumnKey("first_count");

    public static final ColumnKey ACK_P50_US = pooled(Latency.ACK, "p50");
    public static final ColumnKey ACK_P99_US = pooled(Latency.ACK, "p99");
    public static final ColumnKey COMMIT_P50_US = pooled(Latency.COMMIT, "p50");
    public static final ColumnKey COMMIT_P99_US = pooled(Latency.COMMIT, "p99");

    private SummaryKeys() {}

    /** Returns the key of a statistic of a latency over all blocks, in microseconds. */
    public static ColumnKey pooled(Latency latency, String statistic) {
        return new ColumnKey(latency.label() + "_pooled_" + statistic + "_us");
    }
}
