package io.producerbench.latency;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The histograms of one producer. Each has one writing thread, which itself ends an interval, so the
 * hot path needs no phaser.
 *
 * <p>Values are nanoseconds from 1 to {@link #HIGHEST_NANOS} with three significant digits. Values
 * out of range are counted and never clipped, and a count in {@link #outOfRange} makes the sample
 * invalid.
 */
public final class LatencyRecorder {
    /** An hour, because no record takes longer than JMH's own time-out of an iteration. */
    public static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private static final int SIGNIFICANT_DIGITS = 3;

    private final Map<Latency, IntervalRecorder> recorders = new EnumMap<>(Latency.class);
    // The hot path uses these fields; all other code uses the map.
    private final IntervalRecorder ack = recorder(Latency.ACK);
    private final IntervalRecorder service = recorder(Latency.SERVICE);
    private final IntervalRecorder sendBlocked = recorder(Latency.SEND_BLOCKED);
    private final IntervalRecorder sendLag = recorder(Latency.SEND_LAG);
    private final IntervalRecorder commit = recorder(Latency.COMMIT);
    private final IntervalRecorder committed = recorder(Latency.COMMITTED);
    private long outOfRangeByNetworkThread;
    private long outOfRangeBySender;
    /**
     * Volatile, and written after {@code windowStart}, because records of the lead-in may still be
     * in flight.
     */
    private volatile boolean windowOpen;

    private long windowStart;
    private volatile long windowEnd;

    private IntervalRecorder recorder(Latency latency) {
        IntervalRecorder recorder = new IntervalRecorder();
        recorders.put(latency, recorder);
        return recorder;
    }

    static Histogram empty() {
        return new Histogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
    }

    /**
     * Starts recording. Records sent (closed loop) or due (open loop) from {@code nanos} on count;
     * earlier ones do not.
     */
    public void startWindow(long nanos) {
        recorders.values().forEach(recorder -> recorder.start(nanos));
        windowStart = nanos;
        windowEnd = nanos + HIGHEST_NANOS;
        windowOpen = true;
    }

    /**
     * Ends recording. Records sent or due after {@code nanos} do not count; those before do,
     * whenever they complete.
     */
    public void endWindow(long nanos) {
        windowEnd = nanos;
    }

    /** To be called by the network thread, for a record with a due time. */
    public void acknowledgedFromDue(long dueNanos, long sentNanos, long nowNanos) {
        if (inWindow(dueNanos)) {
            outOfRangeByNetworkThread +=
                    record(ack, nowNanos - dueNanos, nowNanos) + record(service, nowNanos - sentNanos, nowNanos);
        }
    }

    /** To be called by the network thread, for a record without a due time. */
    public void acknowledged(long sentNanos, long nowNanos) {
        if (inWindow(sentNanos)) {
            outOfRangeByNetworkThread += record(service, nowNanos - sentNanos, nowNanos);
        }
    }

    /** To be called by the sending thread. */
    public void sentFromDue(long dueNanos, long sentNanos, long blockedNanos) {
        if (inWindow(dueNanos)) {
            long nowNanos = sentNanos + blockedNanos;
            outOfRangeBySender +=
                    record(sendLag, sentNanos - dueNanos, nowNanos) + record(sendBlocked, blockedNanos, nowNanos);
        }
    }

    /** To be called by the sending thread. */
    public void sent(long sentNanos, long blockedNanos) {
        if (inWindow(sentNanos)) {
            outOfRangeBySender += record(sendBlocked, blockedNanos, sentNanos + blockedNanos);
        }
    }

    /** To be called by the sending thread. */
    public void commit(long startNanos, long nanos) {
        if (inWindow(startNanos)) {
            outOfRangeBySender += record(commit, nanos, startNanos + nanos);
        }
    }

    /** To be called by the sending thread. */
    public void committedFromDue(long dueNanos, long nowNanos) {
        if (inWindow(dueNanos)) {
            outOfRangeBySender += record(committed, nowNanos - dueNanos, nowNanos);
        }
    }

    private boolean inWindow(long nanos) {
        return windowOpen && nanos - windowStart >= 0 && nanos - windowEnd <= 0;
    }

    /**
     * Returns 1 if the value is out of range. HdrHistogram's own exception would cost a stack trace
     * for each record.
     */
    private static int record(IntervalRecorder recorder, long nanos, long nowNanos) {
        if (nanos < 0 || nanos > HIGHEST_NANOS) {
            return 1;
        }
        recorder.record(nanos, nowNanos);
        return 0;
    }

    /** Takes the finished intervals. To be called by one thread, which does not record. */
    void takeIntervals(ByteBuffer buffer) {
        recorders.values().forEach(recorder -> recorder.take(buffer));
    }

    /**
     * Returns the intervals of each kind of latency, and resets. To be called only when nothing is
     * in flight and no collector is at work.
     */
    public Map<Latency, List<LatencyInterval>> drain() {
        ByteBuffer buffer = LatencyInterval.buffer();
        Map<Latency, List<LatencyInterval>> intervals = new EnumMap<>(Latency.class);
        recorders.forEach((latency, recorder) -> intervals.put(latency, recorder.drain(buffer)));
        windowOpen = false;
        return intervals;
    }

    /**
     * Returns how many values no histogram could hold so far. To be called only when nothing is in
     * flight.
     */
    public long outOfRange() {
        return outOfRangeByNetworkThread + outOfRangeBySender;
    }
}
