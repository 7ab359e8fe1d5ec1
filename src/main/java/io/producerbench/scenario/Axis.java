package io.producerbench.scenario;

import io.producerbench.scenario.Values.OneOf;
import io.producerbench.scenario.Values.WholeNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything a sweep can vary: its name on the command line ({@code -p}), its CSV column, what it accepts, and the values
 * it takes when nothing is said. The only place where a default is written.
 */
public enum Axis {
    ACKS("acks", "acks", OneOf.of("0", "1", "all"), "0", "1", "all"),
    ENABLE_IDEMPOTENCE("enableIdempotence", "enable.idempotence", OneOf.of("false", "true"), "false", "true"),
    TRANSACTIONAL("transactional", "transactional", OneOf.of("false", "true"), "false", "true"),
    MIN_INSYNC_REPLICAS("minInsyncReplicas", "min.insync.replicas", new WholeNumber(1, 3), "1", "2", "3"),
    /** Bytes of a record's value. */
    RECORD_SIZE("recordSize", "record_size", new WholeNumber(1, 1_000_000), "100", "1024"),
    /** Two for each of three brokers, so that each broker leads more than one partition. */
    PARTITIONS("partitions", "partitions", new WholeNumber(1, 1000), "6"),
    /** Producers at work at the same time, each with a thread of its own. */
    PRODUCERS("producers", "producers", new WholeNumber(1, 64), "1"),
    /** Kafka's own default since 4.0; pinned, because it was 0 before and moves every latency. */
    LINGER_MS("lingerMs", "linger.ms", new WholeNumber(0, 10_000), "5"),
    BATCH_SIZE("batchSize", "batch.size", new WholeNumber(0, 16_777_216), "16384"),
    MAX_IN_FLIGHT("maxInFlight", "max.in.flight.requests.per.connection", new WholeNumber(1, 1000), "5"),
    /** Kafka's own default, in bytes; pinned, because {@code send()} blocks when it is full. */
    BUFFER_MEMORY("bufferMemory", "buffer.memory", new WholeNumber(1, 1_073_741_824), "33554432"),
    COMPRESSION("compression", "compression.type", OneOf.of("none", "gzip", "snappy", "lz4", "zstd"), "none"),
    /** At the default rate two commits a second; a commit costs tens of milliseconds, so 100 would not keep up. */
    RECORDS_PER_TRANSACTION("recordsPerTransaction", "records_per_transaction", new WholeNumber(1, 1_000_000), "1000"),
    /** Records per second offered at fixed rate, over all producers; low enough for every mode on two cores. */
    RATE("rate", "target_rate", new WholeNumber(1, 100_000_000), "2000"),
    KEYS("keys", "keys", OneOf.of("none", "uniform"), "none"),
    /** Which records the clock is read for in closed loop; in open loop it is always every one. */
    LATENCY_SAMPLING("latencySampling", "latency_sampling", OneOf.of("1/1", "1/16"), "1/16"),
    /** Brokers that are killed before the sample and stay dead while it is taken. */
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

    /** The name after {@code -p}, and of the {@code @Param} field. */
    public String param() {
        return param;
    }

    /** The CSV column: Kafka's name where Kafka has one. */
    public String column() {
        return column;
    }

    /** The values of a sweep that says nothing about this axis. */
    public List<String> defaults() {
        return defaults;
    }

    /**
     * The canonical spelling of one value.
     *
     * @throws IllegalArgumentException naming the axis, what was expected and what was got
     */
    public String canonical(String text) {
        try {
            return accepted.canonical(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-p " + param + ": " + e.getMessage(), e);
        }
    }

    /** The axis with this {@code -p} name, if there is one. */
    public static Optional<Axis> named(String param) {
        return Arrays.stream(values()).filter(axis -> axis.param.equals(param)).findFirst();
    }
}
