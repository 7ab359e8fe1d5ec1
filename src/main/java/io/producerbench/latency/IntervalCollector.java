package io.producerbench.latency;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that takes finished intervals from recorders while a window is open. It wakes several
 * times in each interval, so that a recorder seldom has to wait for it.
 */
public final class IntervalCollector implements AutoCloseable {
    private static final long PERIOD_NANOS = IntervalRecorder.NANOS / 5;

    private final List<LatencyRecorder> recorders;
    private final Thread thread = new Thread(this::collect, "interval-collector");
    private volatile boolean closed;

    private IntervalCollector(List<LatencyRecorder> recorders) {
        this.recorders = recorders;
    }

    /** Returns a collector that has begun. To be closed before the recorders are drained. */
    public static IntervalCollector start(List<LatencyRecorder> recorders) {
        IntervalCollector collector = new IntervalCollector(List.copyOf(recorders));
        collector.thread.setDaemon(true);
        collector.thread.start();
        return collector;
    }

    private void collect() {
        ByteBuffer buffer = LatencyInterval.buffer();
        while (!closed) {
            recorders.forEach(recorder -> recorder.takeIntervals(buffer));
            LockSupport.parkNanos(this, PERIOD_NANOS);
        }
    }

    /** Ends the thread. When this method returns, it takes nothing any more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        ThreadEnd.await(thread);
    }
}
