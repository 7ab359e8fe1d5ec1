package io.producerbench.results;

import io.producerbench.scenario.Axis;

/**
 * The columns that say what was measured. Those of a sweep's axes have the names that {@link Axis}
 * gives them.
 */
public final class ScenarioKeys {
    public static final ColumnKey BENCHMARK = new ColumnKey("benchmark");

    /** The value of {@link #BENCHMARK} in a row whose records were read by consumers. */
    public static final String VISIBLE = "Visible";

    public static final ColumnKey ACKS = of(Axis.ACKS);
    public static final ColumnKey ENABLE_IDEMPOTENCE = of(Axis.ENABLE_IDEMPOTENCE);
    public static final ColumnKey TRANSACTIONAL = of(Axis.TRANSACTIONAL);
    public static final ColumnKey MIN_INSYNC_REPLICAS = of(Axis.MIN_INSYNC_REPLICAS);
    public static final ColumnKey RECORD_SIZE = of(Axis.RECORD_SIZE);
    public static final ColumnKey REPLICATION_FACTOR = new ColumnKey("replication.factor");
    public static final ColumnKey PARTITIONS = of(Axis.PARTITIONS);
    public static final ColumnKey PRODUCERS = of(Axis.PRODUCERS);
    public static final ColumnKey LINGER_MS = of(Axis.LINGER_MS);
    public static final ColumnKey BATCH_SIZE = of(Axis.BATCH_SIZE);
    public static final ColumnKey MAX_IN_FLIGHT = of(Axis.MAX_IN_FLIGHT);
    public static final ColumnKey COMPRESSION = of(Axis.COMPRESSION);
    public static final ColumnKey BUFFER_MEMORY = of(Axis.BUFFER_MEMORY);
    public static final ColumnKey RECORDS_PER_TRANSACTION = of(Axis.RECORDS_PER_TRANSACTION);
    public static final ColumnKey TRANSACTION_MS = of(Axis.TRANSACTION_MS);
    public static final ColumnKey ABORT_RATE = of(Axis.ABORT_RATE);
    public static final ColumnKey OPEN_TRANSACTION_MS = of(Axis.OPEN_TRANSACTION_MS);
    public static final ColumnKey KEYS = of(Axis.KEYS);
    public static final ColumnKey TARGET_RATE = of(Axis.RATE);
    public static final ColumnKey LATENCY_SAMPLING = of(Axis.LATENCY_SAMPLING);
    public static final ColumnKey BROKERS_DOWN = of(Axis.BROKERS_DOWN);

    private ScenarioKeys() {}

    /** Returns the key of an axis. */
    public static ColumnKey of(Axis axis) {
        return new ColumnKey(axis.column());
    }
}
