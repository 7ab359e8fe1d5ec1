package io.producerbench.load;

/**
 * Where a lane reports what it timed. All times are of {@link System#nanoTime}; nothing here may allocate, lock or log.
 *
 * <p>{@link #acknowledged} is called by the producer's network thread, the others by the sending thread.
 */
public interface LatencySink {
    /** The due time of a record that has none, in closed loop. */
    long NO_DUE_TIME = Long.MIN_VALUE;

    void acknowledged(long dueNanos, long sentNanos, long nowNanos);

    /** {@code send()} was called at {@code sentNanos} for a record due at {@code dueNanos} and returned after {@code blockedNanos}. */
    void sent(long dueNanos, long sentNanos, long blockedNanos);

    /** {@code commitTransaction()} was called at {@code startNanos} and took {@code nanos}. */
    void commit(long startNanos, long nanos);

    /** The record due at {@code dueNanos} was in a transaction whose commit returned at {@code nowNanos}. */
    void committed(long dueNanos, long nowNanos);
}
