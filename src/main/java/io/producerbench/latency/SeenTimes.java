package io.producerbench.latency;

import java.util.Arrays;

/**
 * When one consumer saw each record of one producer, from a moment on, in an array that is made before
 * it. Times are of {@link System#nanoTime}.
 *
 * <p>The consumer's thread calls {@link #see} and {@link #publish}. {@link #begin} is to be called
 * while no record is on its way.
 */
public final class SeenTimes {
    private final long[] seen;
    private long doubled;
    private long strays;
    private long all;
    private volatile long published;
    private volatile long first = Long.MAX_VALUE;

    /** @param capacity how many records it holds, as many as the producer's {@link SentTimes} */
    public SeenTimes(int capacity) {
        seen = new long[capacity];
    }

    /** Forgets all records. Those from {@code sequence} on are timed, and any other one is a stray. */
    public void begin(long sequence) {
        Arrays.fill(seen, SentTimes.NEVER);
        doubled = 0;
        strays = 0;
        first = sequence;
    }

    /** The consumer has the record with this number. */
    public void see(long sequence, long nanos) {
        all++;
        long index = sequence - first;
        if (index < 0) {
            strays++;
        } else if (index < seen.length) {
            if (seen[(int) index] == SentTimes.NEVER) {
                seen[(int) index] = nanos;
            } else {
                doubled++;
            }
        }
    }

    /** Shows other threads what was seen. */
    public void publish() {
        published = all;
    }

    /** Returns how many records were seen and published since the beginning, whatever their number. */
    public long published() {
        return published;
    }

    boolean isSeen(int index) {
        return seen[index] != SentTimes.NEVER;
    }

    long seenNanos(int index) {
        return seen[index];
    }

    /** Returns how often a record was seen that had been seen before. */
    long doubled() {
        return doubled;
    }

    /** Returns how many records were seen that are older than the first one. */
    long strays() {
        return strays;
    }
}
