package io.producerbench.sweep.degraded;

import io.producerbench.load.LatencySink;

/**
 * Watches acknowledgements for the pause that a leader's death causes. All times are of
 * {@link System#nanoTime}.
 */
final class AckWatch implements LatencySink {
    private static final long NONE = Long.MIN_VALUE;

    private long count;
    private long last = NONE;
    private long longestPause = NONE;
    private boolean watching;
    private long died = NONE;
    private long firstAfterDeath = NONE;

    @Override
    public synchronized void acknowledged(long sequence, long dueNanos, long sentNanos, long nowNanos) {
        count++;
        if (watching && last != NONE) {
            longestPause = Math.max(longestPause, nowNanos - last);
        }
        last = nowNanos;
        if (died != NONE && firstAfterDeath == NONE && dueNanos - died > 0) {
            firstAfterDeath = nowNanos;
        }
    }

    synchronized void watchPauses() {
        watching = true;
    }

    synchronized void died(long nanos) {
        died = nanos;
    }

    synchronized long count() {
        return count;
    }

    synchronized boolean isAcknowledgedAgain() {
        return firstAfterDeath != NONE;
    }

    synchronized long longestPauseNanos() {
        return longestPause;
    }

    synchronized long firstAckNanos() {
        return firstAfterDeath - died;
    }
}
