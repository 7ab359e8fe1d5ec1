package io.producerbench.guarantee;

import java.util.Arrays;
import java.util.Optional;

/** The producer's {@code acks}: which replicas must confirm a record. */
public enum Acks {
    /** None. The producer reports success once the bytes have left, and no offset comes back. */
    NONE("0"),
    /** Only the partition's leader. */
    LEADER("1"),
    /** The leader, once every in-sync replica has the record. */
    ALL("all");

    private final String kafkaValue;

    Acks(String kafkaValue) {
        this.kafkaValue = kafkaValue;
    }

    /** Returns Kafka's own spelling, as {@code acks} takes it. */
    public String kafkaValue() {
        return kafkaValue;
    }

    /** True if a broker confirms records, so that an acknowledged count exists. */
    public boolean confirms() {
        return this != NONE;
    }

    /**
     * Reads Kafka's spelling; {@code -1} is Kafka's other name for {@code all}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Acks parse(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException("expected 0, 1 or all, got: " + text));
    }

    /** Reads Kafka's spelling as {@link #parse} does; empty for anything else. */
    public static Optional<Acks> of(String text) {
        return Arrays.stream(values())
                .filter(acks -> acks.kafkaValue.equals(text) || (acks == ALL && text.equals("-1")))
                .findFirst();
    }
}
