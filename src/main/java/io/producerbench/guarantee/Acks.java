package io.producerbench.guarantee;

import java.util.Arrays;
import java.util.Optional;

/** The producer's {@code acks}: whose confirmation a record waits for. */
public enum Acks {
    /** Nobody's: the producer reports success once the bytes have left, and no offset comes back. */
    NONE("0"),
    /** The partition leader's alone. */
    LEADER("1"),
    /** The leader's, once every in-sync replica has the record. */
    ALL("all");

    private final String kafkaValue;

    Acks(String kafkaValue) {
        this.kafkaValue = kafkaValue;
    }

    /** Kafka's own spelling, as {@code acks} takes it. */
    public String kafkaValue() {
        return kafkaValue;
    }

    /** Whether a broker confirms anything at all, so that an acknowledged count exists. */
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
