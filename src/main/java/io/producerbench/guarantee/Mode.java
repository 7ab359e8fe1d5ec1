package io.producerbench.guarantee;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The five of the twelve combinations of {@code acks}, {@code enable.idempotence} and transactions
 * that Kafka accepts, from the one that promises least to the one that promises most.
 */
public enum Mode {
    ACKS_0("acks=0", Acks.NONE, false, false),
    ACKS_1("acks=1", Acks.LEADER, false, false),
    ACKS_ALL("acks=all", Acks.ALL, false, false),
    IDEMPOTENT("idempotent", Acks.ALL, true, false),
    TRANSACTIONAL("transactional", Acks.ALL, true, true);

    private final String label;
    private final Acks acks;
    private final boolean enableIdempotence;
    private final boolean transactional;

    Mode(String label, Acks acks, boolean enableIdempotence, boolean transactional) {
        this.label = label;
        this.acks = acks;
        this.enableIdempotence = enableIdempotence;
        this.transactional = transactional;
    }

    /** Returns the mode of these three settings; empty if Kafka refuses them together. */
    public static Optional<Mode> of(Acks acks, boolean enableIdempotence, boolean transactional) {
        return Arrays.stream(values())
                .filter(mode -> mode.acks == acks
                        && mode.enableIdempotence == enableIdempotence
                        && mode.transactional == transactional)
                .findFirst();
    }

    /** Returns the mode of this label; empty if there is none. */
    public static Optional<Mode> named(String label) {
        return Arrays.stream(values()).filter(mode -> mode.label.equals(label)).findFirst();
    }

    /** Returns all labels, joined by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "));
    }

    /** Returns the name used in files, tables and messages. */
    public String label() {
        return label;
    }

    /**
     * True if brokers check the topic's {@code min.insync.replicas} before they acknowledge a
     * record.
     */
    public boolean consultsMinInsyncReplicas() {
        return acks == Acks.ALL;
    }

    /** Returns the guarantee of this mode on a topic with this {@code min.insync.replicas}. */
    public Guarantee with(int minInsyncReplicas) {
        return new Guarantee(acks, enableIdempotence, transactional, minInsyncReplicas);
    }

    @Override
    public String toString() {
        return label;
    }
}
