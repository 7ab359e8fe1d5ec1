package io.producerbench.guarantees.verification;

/** The consumer's {@code isolation.level}. */
public enum Isolation {
    READ_UNCOMMITTED("read_uncommitted"),
    READ_COMMITTED("read_committed");

    private final String kafkaValue;

    Isolation(String kafkaValue) {
        this.kafkaValue = kafkaValue;
    }

    /** Returns Kafka's spelling, as {@code isolation.level} takes it. */
    public String kafkaValue() {
        return kafkaValue;
    }
}
