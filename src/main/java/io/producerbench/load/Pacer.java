package io.producerbench.load;

import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a due time: parks while it is far away, and spins for the rest.
 *
 * <p>{@code parkNanos} returns some 50 µs late on Linux (timer slack), so it spins for the last
 * {@value #SPIN_NANOS} ns. It spins no longer, because on a small host a spinning client takes CPU
 * from the brokers it measures.
 */
final class Pacer {
    private static final long SPIN_NANOS = 60_000;

    private Pacer() {}

    /**
     * Waits until {@code dueNanos}, or not at all if that is past; never returns early. Returns the
     * time at the end.
     */
    static long awaitDue(long dueNanos) {
        long now = System.nanoTime();
        while (now - dueNanos < 0) {
            long left = dueNanos - now;
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
            now = System.nanoTime();
        }
        return now;
    }
}
