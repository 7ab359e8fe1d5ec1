package io.producerbench.latency;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Records one kind of latency in intervals of {@link #NANOS}, whose sum is exactly what was
 * recorded. One thread writes, and one other thread takes what is finished.
 *
 * <p>There are two histograms. The writer changes over to the empty one at the first value after an
 * interval, so it needs no lock and allocates nothing; a value costs one comparison more. If the
 * other thread is late there is no empty one, and the interval is longer.
 */
final class IntervalRecorder {
    /** Short enough to show a stall, and long enough for a percentile. */
    static final long NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private Histogram active = LatencyRecorder.empty();
    private long windowStart;
    private long start;
    private long end;
    /** The empty histogram, handed to the writer; null while there is none. */
    private volatile Histogram spare = LatencyRecorder.empty();
    /** A histogram with a finished interval, handed to the other thread; null if there is none. */
    private volatile Histogram finished;

    private final List<LatencyInterval> taken = new ArrayList<>();

    /** To be called before the writer sees that the window is open. */
    void start(long nanos) {
        windowStart = nanos;
        start = nanos;
        end = nanos + NANOS;
    }

    /** To be called by the writer. */
    void record(long value, long now) {
        if (now - end >= 0) {
            endInterval(now);
        }
        active.recordValue(value);
    }

    private void endInterval(long now) {
        long boundary = windowStart + (now - windowStart) / NANOS * NANOS;
        Histogram empty = spare;
        if (active.getTotalCount() == 0) {
            start = boundary;
        } else if (empty != null) {
            spare = null;
            active.setStartTimeStamp(start);
            active.setEndTimeStamp(end);
            Histogram full = active;
            active = empty;
            finished = full;
            start = boundary;
        }
        end = boundary + NANOS;
    }

    /** To be called by the other thread: takes a finished interval, if there is one. */
    void take(ByteBuffer buffer) {
        Histogram full = finished;
        if (full != null) {
            finished = null;
            taken.add(LatencyInterval.of(full, full.getStartTimeStamp(), full.getEndTimeStamp(), buffer));
            full.reset();
            spare = full;
        }
    }

    /**
     * Returns all intervals that have a value, and resets. To be called when nothing is in flight
     * and no other thread takes anything.
     */
    List<LatencyInterval> drain(ByteBuffer buffer) {
        take(buffer);
        if (active.getTotalCount() > 0) {
            taken.add(LatencyInterval.of(active, start, end, buffer));
            active.reset();
        }
        List<LatencyInterval> all = List.copyOf(taken);
        taken.clear();
        return all;
    }
}
