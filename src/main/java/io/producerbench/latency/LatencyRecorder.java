package io.producerbench.latency;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The histograms of one producer. Plain ones: each has one writing thread, and they are read only when nothing is in
 * flight, so no phaser is needed on the hot path.
 *
 * <p>Values are nanoseconds from 1 to {@link #HIGHEST_NANOS} with three significant digits. What lies beyond is counted, never
 * clipped: {@link #outOfRange} makes the sample invalid.
 */
public final class LatencyRecorder {
    /** An hour: no record outlives JMH's own time-out of an iteration. */
    public static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);

    public static final int SIGNIFICANT_DIGITS = 3;

    private final Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
    // The fields the hot path uses; the map is for everyone else.
    private final Histogram ack = histogram(Latency.ACK);
    private final Histogram service = histogram(Latency.SERVICE);
    private final Histogram sendBlocked = histogram(Latency.SEND_BLOCKED);
    private final Histogram sendLag = histogram(Latency.SEND_LAG);
    private final Histogram commit = histogram(Latency.COMMIT);
    private final Histogram committed = histogram(Latency.COMMITTED);
    private long outOfRangeByNetworkThread;
    private long outOfRangeBySender;
    /** Volatile, and written after {@code windowStart}: records of the lead-in may still be in flight. */
    private volatile boolean windowOpen;

    private long windowStart;
    private volatile long windowEnd;

    private Histogram histogram(Latency latency) {
        Histogram histogram = empty();
        histograms.put(latency, histogram);
        return histogram;
    }

    static Histogram empty() {
        return new Histogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
    }

    /** Starts recording: records sent (closed loop) or due (open loop) from {@code nanos} on count, earlier ones do not. */
    public void startWindow(long nanos) {
        windowStart = nanos;
        windowEnd = nanos + HIGHEST_NANOS;
        windowOpen = true;
    }

    /** Ends recording: records sent or due after {@code nanos} do not count; those before do, whenever they complete. */
    public void endWindow(long nanos) {
        windowEnd = nanos;
    }

    /** To be called by the network thread, for a record with a due time. */
    public void acknowledgedFromDue(long dueNanos, long sentNanos, long nowNanos) {
        if (inWindow(dueNanos)) {
            outOfRangeByNetworkThread += record(ack, nowNanos - dueNanos) + record(service, nowNanos - sentNanos);
        }
    }

    /** To be called by the network thread, for a record without a due time. */
    public void acknowledged(long sentNanos, long nowNanos) {
        if (inWindow(sentNanos)) {
            outOfRangeByNetworkThread += record(service, nowNanos - sentNanos);
        }
    }

    /** To be called by the sending thread. */
    public void sentFromDue(long dueNanos, long sentNanos, long blockedNanos) {
        if (inWindow(dueNanos)) {
            outOfRangeBySender += record(sendLag, sentNanos - dueNanos) + record(sendBlocked, blockedNanos);
        }
    }

    /** To be called by the sending thread. */
    public void sent(long sentNanos, long blockedNanos) {
        if (inWindow(sentNanos)) {
            outOfRangeBySender += record(sendBlocked, blockedNanos);
        }
    }

    /** To be called by the sending thread. */
    public void commit(long startNanos, long nanos) {
        if (inWindow(startNanos)) {
            outOfRangeBySender += record(commit, nanos);
        }
    }

    /** To be called by the sending thread. */
    public void committedFromDue(long dueNanos, long nowNanos) {
        if (inWindow(dueNanos)) {
            outOfRangeBySender += record(committed, nowNanos - dueNanos);
        }
    }

    private boolean inWindow(long nanos) {
        return windowOpen && nanos - windowStart >= 0 && nanos - windowEnd <= 0;
    }

    /** 1 if the value is out of range. Not an exception: HdrHistogram's own would cost a stack trace per record. */
    private static int record(Histogram histogram, long nanos) {
        if (nanos < 0 || nanos > HIGHEST_NANOS) {
            return 1;
        }
        histogram.recordValue(nanos);
        return 0;
    }

    /** Adds what was recorded to {@code sums} and starts anew. Only when nothing is in flight. */
    public void drainTo(Map<Latency, Histogram> sums) {
        histograms.forEach((latency, histogram) -> {
            sums.computeIfAbsent(latency, unused -> empty()).add(histogram);
            histogram.reset();
        });
        windowOpen = false;
    }

    /** Values so far that no histogram could hold. Only when nothing is in flight. */
    public long outOfRange() {
        return outOfRangeByNetworkThread + outOfRangeBySender;
    }
}
