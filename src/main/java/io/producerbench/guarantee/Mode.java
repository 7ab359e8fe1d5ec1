package io.producerbench.guarantee;

/** The five of the twelve combinations of {@code acks}, {@code enable.idempotence} and transactions that Kafka accepts. */
public enum Mode {
    ACKS_0(Acks.NONE, false, false),
    ACKS_1(Acks.LEADER, false, false),
    ACKS_ALL(Acks.ALL, false, false),
    IDEMPOTENT(Acks.ALL, true, false),
    TRANSACTIONAL(Acks.ALL, true, true);

    private final Acks acks;
    private final boolean enableIdempotence;
    private final boolean transactional;

    Mode(Acks acks, boolean enableIdempotence, boolean transactional) {
        this.acks = acks;
        this.enableIdempotence = enableIdempotence;
        this.transactional = transactional;
    }

    /** What this mode promises for a topic with this {@code min.insync.replicas}. */
    public Guarantee with(int minInsyncReplicas) {
        return new Guarantee(acks, enableIdempotence, transactional, minInsyncReplicas);
    }
}
