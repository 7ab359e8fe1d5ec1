package io.producerbench.results;

/** The columns of {@code guarantees.csv} and {@code settings.csv} that the program reads back. */
public final class TrialKeys {
    public static final ColumnKey EXPERIMENT = new ColumnKey("experiment");
    public static final ColumnKey FAULT = new ColumnKey("fault");
    public static final ColumnKey VARIANT = new ColumnKey("variant");
    public static final ColumnKey MODE = new ColumnKey("mode");
    public static final ColumnKey ENABLE_IDEMPOTENCE = new ColumnKey("enable_idempotence");
    public static final ColumnKey MIN_INSYNC_REPLICAS = new ColumnKey("min_insync_replicas");
    public static final ColumnKey MAX_IN_FLIGHT = new ColumnKey("max_in_flight");
    public static final ColumnKey WATCHED = new ColumnKey("watched");
    public static final ColumnKey EXPECTED = new ColumnKey("expected");
    public static final ColumnKey VERDICT = new ColumnKey("verdict");
    public static final ColumnKey AS_EXPECTED = new ColumnKey("as_expected");
    public static final ColumnKey REASON = new ColumnKey("reason");
    public static final ColumnKey OUTCOME = new ColumnKey("outcome");
    public static final ColumnKey LOST = new ColumnKey("lost");
    public static final ColumnKey DUPLICATE_IDS = new ColumnKey("duplicate_ids");
    public static final ColumnKey EXTRA_COPIES = new ColumnKey("extra_copies");
    public static final ColumnKey INVERSIONS = new ColumnKey("inversions");
    public static final ColumnKey REGRESSIONS = new ColumnKey("regressions");
    public static final ColumnKey UNCOMMITTED_VISIBLE = new ColumnKey("uncommitted_visible");
    public static final ColumnKey DIRTY_VISIBLE = new ColumnKey("dirty_visible");
    public static final ColumnKey TORN = new ColumnKey("torn");
    public static final ColumnKey FAULT_HITS = new ColumnKey("fault_hits");
    public static final ColumnKey FACTS = new ColumnKey("facts");

    private TrialKeys() {}

    /** Returns the key of the value that Kafka's client uses for a setting. */
    public static ColumnKey effective(ColumnKey setting) {
        return setting.of("effective");
    }
}
