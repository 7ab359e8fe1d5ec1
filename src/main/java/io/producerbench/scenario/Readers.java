package io.producerbench.scenario;

/** Who reads a sample's records while they are written. */
public enum Readers {
    /** No consumer, as in every scenario that measures the producer alone. */
    NONE,
    /**
     * Two consumers in the producer's process, one with {@code read_uncommitted} and one with
     * {@code read_committed}. They measure when a record can be seen.
     */
    BOTH_ISOLATION_LEVELS;

    /**
     * How long a broker holds a fetch for which it has nothing. It is Kafka's own default. A record
     * ends the wait, because {@code fetch.min.bytes} is 1.
     */
    public static final int FETCH_MAX_WAIT_MILLIS = 500;

    /** The {@code group.protocol} of the consumers, which is Kafka's own default. */
    public static final String GROUP_PROTOCOL = "classic";
}
