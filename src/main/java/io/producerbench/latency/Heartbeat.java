package io.producerbench.latency;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that wakes a hundred times a second and remembers the longest gap between two wakings.
 * A gap tells that this JVM stood still: it was stopped, the machine slept, or a collector or
 * another process kept every processor. It allocates nothing while it runs.
 */
public final class Heartbeat implements AutoCloseable {
    private static final long PERIOD_NANOS = 10_000_000;

    private final Thread thread = new Thread(this::beat, "heartbeat");
    private final GcPauses pauses = GcPauses.start();
    private long lastBeat = System.nanoTime();
    private long longestGap;
    private volatile boolean closed;

    private Heartbeat() {}

    /** Returns a heartbeat that has begun. */
    public static Heartbeat start() {
        Heartbeat heartbeat = new Heartbeat();
        heartbeat.thread.setDaemon(true);
        heartbeat.thread.start();
        return heartbeat;
    }

    private void beat() {
        while (!closed) {
            LockSupport.parkNanos(PERIOD_NANOS);
            see(System.nanoTime());
        }
    }

    private synchronized void see(long now) {
        longestGap = Math.max(longestGap, now - lastBeat - PERIOD_NANOS);
        lastBeat = now;
    }

    /**
     * Returns by how much the longest gap since the last call exceeded the period, in nanoseconds.
     * A gap that has not ended yet counts as long as it is by now.
     */
    synchronized long takeLongestGap() {
        see(System.nanoTime());
        long longest = Math.max(0, longestGap);
        longestGap = 0;
        return longest;
    }

    /** Returns the collections since the last call. */
    List<GcPause> takePauses() {
        return pauses.take();
    }

    boolean isBeating() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        pauses.close();
    }
}
