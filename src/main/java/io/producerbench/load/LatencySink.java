package io.producerbench.load;

/**
 * Receives the times that a {@link PacedProducer} takes, all of {@link System#nanoTime}. Each is
 * ignored unless it is overridden. An implementation for a measurement may not allocate, lock or
 * log.
 *
 * <p>The producer's network thread calls {@link #acknowledged}, and the sending thread calls the
 * other methods.
 */
public interface LatencySink {
    /** The due time of a record in closed loop, which has none. */
    long NO_DUE_TIME = Long.MIN_VALUE;

    /**
     * The record due at {@code dueNanos} and sent at {@code sentNanos} was acknowledged at
     * {@code nowNanos}.
     *
     * @param sequence the record's number among all that the producer sent, from 0
     */
    default void acknowledged(long sequence, long dueNanos, long sentNanos, long nowNanos) {}

    /**
     * {@code send()} was called at {@code sentNanos} for the record due at {@code dueNanos}, and
     * took {@code blockedNanos}.
     *
     * @param sequence the record's number among all that the producer sent, from 0
     */
    default void sent(long sequence, long dueNanos, long sentNanos, long blockedNanos) {}

    /** {@code commitTransaction()} was called at {@code startNanos} and took {@code nanos}. */
    default void commit(long startNanos, long nanos) {}

    /**
     * The record due at {@code dueNanos} was in a transaction whose commit returned at
     * {@code nowNanos}.
     */
    default void committed(long dueNanos, long nowNanos) {}

    /**
     * The transaction of the records from {@code first} on, up to but without {@code end}, was
     * aborted.
     */
    default void aborted(long first, long end) {}
}
