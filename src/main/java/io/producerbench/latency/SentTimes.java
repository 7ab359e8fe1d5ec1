package io.producerbench.latency;

import java.util.Arrays;

/**
 * When each record of one producer was due and when it was acknowledged, from a moment on, in arrays
 * that are made before it. Times are of {@link System#nanoTime}.
 *
 * <p>The sending thread calls {@link #sent} and {@link #aborted}, and the producer's network thread
 * {@link #acknowledged}. Everything else is to be called while nothing is in flight.
 */
public final class SentTimes {
    /** The time of what did not happen. */
    static final long NEVER = Long.MIN_VALUE;

    private final long[] due;
    private final long[] acknowledged;
    private final boolean[] aborted;
    private long untracked;
    private volatile long first = Long.MAX_VALUE;

    /** @param capacity how many records it holds; any further one is counted and not timed */
    public SentTimes(int capacity) {
        due = new long[capacity];
        acknowledged = new long[capacity];
        aborted = new boolean[capacity];
    }

    /** Forgets all records. Those from {@code sequence} on are timed. */
    public void begin(long sequence) {
        Arrays.fill(due, NEVER);
        Arrays.fill(acknowledged, NEVER);
        Arrays.fill(aborted, false);
        untracked = 0;
        first = sequence;
    }

    /** The record with this number was handed to the client. */
    public void sent(long sequence, long dueNanos) {
        long index = sequence - first;
        if (index >= due.length) {
            untracked++;
        } else if (index >= 0) {
            due[(int) index] = dueNanos;
        }
    }

    /** The record with this number was acknowledged. */
    public void acknowledged(long sequence, long nanos) {
        long index = sequence - first;
        if (index >= 0 && index < due.length) {
            acknowledged[(int) index] = nanos;
        }
    }

    /** The transaction of the records from {@code from} on, up to but without {@code end}, was aborted. */
    public void aborted(long from, long end) {
        int start = (int) Math.max(0, Math.min(due.length, from - first));
        Arrays.fill(aborted, start, (int) Math.max(start, Math.min(due.length, end - first)), true);
    }

    int capacity() {
        return due.length;
    }

    /** Returns how many records were sent that there was no room for. */
    long untracked() {
        return untracked;
    }

    boolean isSent(int index) {
        return due[index] != NEVER;
    }

    boolean isAcknowledged(int index) {
        return acknowledged[index] != NEVER;
    }

    boolean isAborted(int index) {
        return aborted[index];
    }

    long dueNanos(int index) {
        return due[index];
    }

    long acknowledgedNanos(int index) {
        return acknowledged[index];
    }
}
