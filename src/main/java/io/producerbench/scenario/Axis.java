package io.producerbench.scenario;

import io.producerbench.scenario.Values.OneOf;
import io.producerbench.scenario.Values.Share;
import io.producerbench.scenario.Values.WholeNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything a sweep can vary: its name on the command line ({@code -p}), its CSV column, the
 * values it accepts, and its default values. Defaults are written here and nowhere else.
 */
public enum Axis {
    ACKS("acks", "acks", OneOf.of("0", "1", "all").withSynonym("-1", "all"), "0", "1", "all"),
    ENABLE_IDEMPOTENCE(
            "enableIdempotence", "enable.idempotence", OneOf.of("false", "true").inAnyCase(), "false", "true"),
    TRANSACTIONAL("transactional", "transactional", OneOf.of("false", "true").inAnyCase(), "false", "true"),
    MIN_INSYNC_REPLICAS("minInsyncReplicas", "min.insync.replicas", new WholeNumber(1, 3), "1", "2", "3"),
    /** Bytes in a record's value. */
    RECORD_SIZE("recordSize", "record_size", new WholeNumber(1, 1_000_000), "100", "1024"),
    /**
     * The default is two for each of three brokers, so that each broker leads more than one
     * partition.
     */
    PARTITIONS("partitions", "partitions", new WholeNumber(1, 1000), "6"),
    /** Producers at work at the same time, each with a thread of its own. */
    PRODUCERS("producers", "producers", new WholeNumber(1, 64), "1"),
    /**
     * Kafka's own default since 4.0. It is pinned because it was 0 before, and it changes every
     * latency.
     */
    LINGER_MS("lingerMs", "linger.ms", new WholeNumber(0, 10_000), "5"),
    BATCH_SIZE("batchSize", "batch.size", new WholeNumber(0, 16_777_216), "16384"),
    MAX_IN_FLIGHT("maxInFlight", "max.in.flight.requests.per.connection", new WholeNumber(1, 1000), "5"),
    /**
     * Kafka's own default, in bytes. It is pinned because {@code send()} blocks when the memory is
     * full.
     */
    BUFFER_MEMORY("bufferMemory", "buffer.memory", new WholeNumber(1, 1_073_741_824), "33554432"),
    COMPRESSION("compression", "compression.type", OneOf.of("none", "gzip", "snappy", "lz4", "zstd"), "none"),
    /**
     * The default means two commits a second at the default rate. A commit costs tens of ms, so 100
     * would not keep up.
     */
    RECORDS_PER_TRANSACTION("recordsPerTransaction", "records_per_transaction", new WholeNumber(1, 1_000_000), "1000"),
    /**
     * Milliseconds from the first record of a transaction to its commit; 0 if records are counted
     * instead. An application that commits by time, as Kafka Streams and Flink do, has transactions of
     * this kind.
     */
    TRANSACTION_MS(
            "transactionMs",
            "transaction_ms",
            new WholeNumber(0, 30_000, "brokers abort a transaction after a minute, and its commit takes time too"),
            "0"),
    /** The share of transactions that the producer aborts instead of committing, drawn by the run's seed. */
    ABORT_RATE(
            "abortRate",
            "abort_rate",
            new Share(0.9, "with every transaction aborted there would be no record to be seen with read_committed"),
            "0"),
    /**
     * Milliseconds for which another producer keeps each of its transactions open on every partition,
     * one after the other; 0 if there is no such producer.
     */
    OPEN_TRANSACTION_MS(
            "openTransactionMs",
            "open_transaction_ms",
            new WholeNumber(0, 30_000, "brokers abort a transaction after a minute, and its commit takes time too"),
            "0"),
    /**
     * Records per second at fixed rate, over all producers. Every mode keeps up with the default on
     * two cores.
     */
    RATE("rate", "target_rate", new WholeNumber(1, 100_000_000), "2000"),
    KEYS("keys", "keys", OneOf.of("none", "uniform"), "none"),
    /**
     * Of how many records one is timed in closed loop. In open loop every record is timed. A
     * fraction, as it was written before, is a date to a spreadsheet.
     */
    LATENCY_SAMPLING(
            "latencySampling",
            "latency_sampling",
            OneOf.of("1", "16").withSynonym("1/1", "1").withSynonym("1/16", "16"),
            "16"),
    /** How many brokers are killed before the sample and stay dead while it is taken. */
    BROKERS_DOWN(
            "brokersDown",
            "brokers_down",
            new WholeNumber(0, 1, "with two of three dead no transaction could begin, whatever the topic's minimum"),
            "0");

    private final String param;
    private final String column;
    private final Values accepted;
    private final List<String> defaults;

    Axis(String param, String column, Values accepted, String... defaults) {
        this.param = param;
        this.column = column;
        this.accepted = accepted;
        this.defaults = List.of(defaults);
    }

    /** Returns the name after {@code -p}, which is also that of the {@code @Param} field. */
    public String param() {
        return param;
    }

    /** Returns the CSV column: Kafka's name where Kafka has one. */
    public String column() {
        return column;
    }

    /** Returns the values of a sweep for which no value was chosen on this axis. */
    public List<String> defaults() {
        return defaults;
    }

    /**
     * Returns the canonical spelling of one value.
     *
     * @throws IllegalArgumentException that names the axis, the accepted values and the one that
     *     was given
     */
    public String canonical(String text) {
        try {
            return accepted.canonical(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-p " + param + ": " + e.getMessage(), e);
        }
    }

    /** Returns the axis with this {@code -p} name; empty if there is none. */
    public static Optional<Axis> named(String param) {
        return Arrays.stream(values()).filter(axis -> axis.param.equals(param)).findFirst();
    }
}
