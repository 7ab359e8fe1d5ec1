package io.producerbench.scenario;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Contradiction;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Pacing.OpenLoop;
import java.util.EnumMap;
import java.util.Map;

/**
 * One point to measure, which is one cell of a grid: the guarantee, the records, their pacing, and
 * how many brokers live.
 *
 * @param brokersDown how many of the {@value Workload#REPLICATION_FACTOR} brokers are dead
 *     meanwhile
 * @param readers who reads the records meanwhile; only in open loop
 */
public record Scenario(Guarantee guarantee, Workload workload, Pacing pacing, int brokersDown, Readers readers) {
    /** The value of {@link Axis#RATE} in closed loop, which has no rate. */
    public static final String UNPACED = "max";

    /**
     * The value of {@link Axis#RECORDS_PER_TRANSACTION} where there are no transactions, or where they
     * end by time.
     */
    static final String NO_TRANSACTIONS = "0";

    /**
     * The value of {@link Axis#LATENCY_SAMPLING} with which every record is timed. Open loop always
     * has it.
     */
    public static final String EVERY_RECORD = "1";

    private static final int SAMPLED_STRIDE = 16;

    /** Returns a value for every axis; the inverse of {@link #of}. */
    public Map<Axis, String> values() {
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        values.put(Axis.ACKS, guarantee.acks().kafkaValue());
        values.put(Axis.ENABLE_IDEMPOTENCE, Boolean.toString(guarantee.enableIdempotence()));
        values.put(Axis.TRANSACTIONAL, Boolean.toString(guarantee.transactional()));
        values.put(Axis.MIN_INSYNC_REPLICAS, Integer.toString(guarantee.minInsyncReplicas()));
        values.put(Axis.RECORD_SIZE, Integer.toString(workload.recordSize()));
        values.put(Axis.PARTITIONS, Integer.toString(workload.partitions()));
        values.put(Axis.PRODUCERS, Integer.toString(workload.producers()));
        values.put(Axis.LINGER_MS, Integer.toString(workload.lingerMs()));
        values.put(Axis.BATCH_SIZE, Integer.toString(workload.batchSize()));
        values.put(Axis.MAX_IN_FLIGHT, Integer.toString(workload.maxInFlight()));
        values.put(Axis.BUFFER_MEMORY, Long.toString(workload.bufferMemory()));
        values.put(Axis.COMPRESSION, workload.compression());
        values.put(Axis.RECORDS_PER_TRANSACTION, Integer.toString(workload.recordsPerTransaction()));
        values.put(Axis.TRANSACTION_MS, Integer.toString(workload.transactionMs()));
        values.put(Axis.ABORT_RATE, Values.Share.text(workload.abortRate()));
        values.put(Axis.OPEN_TRANSACTION_MS, Integer.toString(workload.openTransactionMs()));
        values.put(Axis.RATE, pacing instanceof OpenLoop open ? Integer.toString(open.recordsPerSecond()) : UNPACED);
        values.put(Axis.KEYS, workload.keyed() ? "uniform" : "none");
        values.put(Axis.LATENCY_SAMPLING, Integer.toString(workload.samplingStride()));
        values.put(Axis.BROKERS_DOWN, Integer.toString(brokersDown));
        return values;
    }

    /**
     * Returns the scenario that these values describe, without readers; the inverse of
     * {@link #values}.
     *
     * @throws IllegalArgumentException if a value is malformed, or the settings contradict each
     *     other
     */
    public static Scenario of(Map<Axis, String> values) {
        for (Axis axis : Axis.values()) {
            if (applies(axis, values.get(axis))) {
                axis.canonical(values.get(axis));
            }
        }
        String rate = values.get(Axis.RATE);
        Pacing pacing = rate.equals(UNPACED) ? new ClosedLoop() : new OpenLoop(Integer.parseInt(rate));
        return new Scenario(
                guarantee(values), workload(values, pacing), pacing, number(values, Axis.BROKERS_DOWN), Readers.NONE);
    }

    /**
     * Returns the scenario whose axes have their first default, except for the values in
     * {@code chosen}.
     */
    public static Scenario ofDefaults(Map<Axis, String> chosen) {
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            values.put(axis, axis.defaults().get(0));
        }
        values.putAll(chosen);
        return of(values);
    }

    /**
     * Returns this scenario with another value on one axis.
     *
     * @throws IllegalArgumentException if the value is malformed, or contradicts the other settings
     */
    public Scenario with(Axis axis, String value) {
        return with(Map.of(axis, value));
    }

    /** Returns this scenario with these values, as {@link #with(Axis, String)} does for one. */
    public Scenario with(Map<Axis, String> changes) {
        Map<Axis, String> values = values();
        values.putAll(changes);
        return of(values).with(readers);
    }

    /** Returns this scenario with these readers. */
    public Scenario with(Readers other) {
        return new Scenario(guarantee, workload, pacing, brokersDown, other);
    }

    /** True if consumers read the records and measure when these can be seen. */
    public boolean isRead() {
        return readers != Readers.NONE;
    }

    /**
     * Returns how many replicas of each partition are alive. They are in sync once the brokers have
     * settled.
     */
    public int liveReplicas() {
        return Workload.REPLICATION_FACTOR - brokersDown;
    }

    /**
     * True if the brokers refuse every record, because fewer replicas live than
     * {@code min.insync.replicas} requires. Such a scenario has no rate and no latency.
     */
    public boolean isRefused() {
        return guarantee.acks() == Acks.ALL && isBelowMinimum();
    }

    /**
     * True if records are acknowledged (or, with {@code acks=0}, taken as sent) but no consumer
     * sees them. With {@code acks} 0 and 1 the leader does not check the minimum, but below it the
     * high watermark stands still (KIP-966, strict min ISR).
     */
    public boolean isInvisible() {
        return guarantee.acks() != Acks.ALL && isBelowMinimum();
    }

    private boolean isBelowMinimum() {
        return liveReplicas() < guarantee.minInsyncReplicas();
    }

    private static Guarantee guarantee(Map<Axis, String> values) {
        Guarantee guarantee = new Guarantee(
                Acks.parse(values.get(Axis.ACKS)),
                Boolean.parseBoolean(values.get(Axis.ENABLE_IDEMPOTENCE)),
                Boolean.parseBoolean(values.get(Axis.TRANSACTIONAL)),
                number(values, Axis.MIN_INSYNC_REPLICAS));
        Contradiction.between(
                        guarantee.acks(),
                        guarantee.enableIdempotence(),
                        guarantee.transactional(),
                        number(values, Axis.MAX_IN_FLIGHT))
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason);
                });
        return guarantee;
    }

    private static Workload workload(Map<Axis, String> values, Pacing pacing) {
        boolean transactional = Boolean.parseBoolean(values.get(Axis.TRANSACTIONAL));
        int transactionMs = transactional ? number(values, Axis.TRANSACTION_MS) : 0;
        boolean everyRecord = pacing instanceof OpenLoop
                || Axis.LATENCY_SAMPLING
                        .canonical(values.get(Axis.LATENCY_SAMPLING))
                        .equals(EVERY_RECORD);
        return new Workload(
                number(values, Axis.RECORD_SIZE),
                number(values, Axis.PARTITIONS),
                number(values, Axis.PRODUCERS),
                number(values, Axis.LINGER_MS),
                number(values, Axis.BATCH_SIZE),
                number(values, Axis.MAX_IN_FLIGHT),
                number(values, Axis.BUFFER_MEMORY),
                values.get(Axis.COMPRESSION),
                transactional && transactionMs == 0 ? number(values, Axis.RECORDS_PER_TRANSACTION) : 0,
                transactionMs,
                Double.parseDouble(values.get(Axis.ABORT_RATE)),
                number(values, Axis.OPEN_TRANSACTION_MS),
                values.get(Axis.KEYS).equals("uniform"),
                everyRecord ? 1 : SAMPLED_STRIDE);
    }

    /**
     * Returns a short name without separators that files or histogram tags forbid; unique within
     * any one grid.
     */
    public String name() {
        return ScenarioName.of(this);
    }

    /** True if a scenario that has this value on this axis depends on the axis. */
    public static boolean applies(Axis axis, String value) {
        return !(axis == Axis.RATE && value.equals(UNPACED))
                && !(axis == Axis.RECORDS_PER_TRANSACTION && value.equals(NO_TRANSACTIONS));
    }

    private static int number(Map<Axis, String> values, Axis axis) {
        return Integer.parseInt(values.get(axis));
    }
}
