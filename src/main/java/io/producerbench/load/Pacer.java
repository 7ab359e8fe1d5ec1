package io.producerbench.load;

import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a due time: parks while it is far, spins for the rest.
 *
 * <p>{@code parkNanos} comes back some 50 µs late on Linux (timer slack), so the last {@value #SPIN_NANOS} ns are spun.
 * Not more than that: on a small host a spinning client takes CPU from the brokers it measures.
 */
final class Pacer {
    private static final long SPIN_NANOS = 60_000;

    private Pacer() {}

    /** Returns at once if late, else when due; never early. The result is the time at which it returned. */
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
