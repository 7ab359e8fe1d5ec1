package io.producerbench.latency;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The histograms of one producer. Each has one writing thread, and they are read only when nothing
 * is in flight, so the hot path needs no phaser.
 *
 * <p>Values are nanoseconds from 1 to {@link #HIGHEST_NANOS} with three significant digits. Values
 * out of range are counted and never clipped, and a count in {@link #outOfRange} makes the sample
 * invalid.
 */
public final class LatencyRecorder {
    /** An hour, because no record takes longer than JMH's own time-out of an iteration. */
    public static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private static final int SIGNIFICANT_DIGITS = 3;

    private final Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
    // The hot path uses these fields; all other code uses the map.
    private final Histogram ack = histogram(Latency.ACK);
    private final Histogram service = histogram(Latency.SERVICE);
    private final Histogram sendBlocked = histogram(Latency.SEND_BLOCKED);
    private final Histogram sendLag = histogram(Latency.SEND_LAG);
    private final Histogram commit = histogram(Latency.COMMIT);
    private final Histogram committed = histogram(Latency.COMMITTED);
    private long outOfRangeByNetworkThread;
    private long outOfRangeBySender;
    /**
     * Volatile, and written after {@code windowStart}, because records of the lead-in may still be
     * in flight.
     */
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

    /**
     * Starts recording. Records sent (closed loop) or due (open loop) from {@code nanos} on count;
     * earlier ones do not.
     */
    public void startWindow(long nanos) {
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

    /**
     * Returns 1 if the value is out of range. HdrHistogram's own exception would cost a stack trace
     * for each record.
     */
    private static int record(Histogram histogram, long nanos) {
        if (nanos < 0 || nanos > HIGHEST_NANOS) {
            return 1;
        }
        histogram.recordValue(nanos);
        return 0;
    }

    /**
     * Adds the recorded values to {@code sums} and resets. To be called only when nothing is in
     * flight.
     */
    public void drainTo(Map<Latency, Histogram> sums) {
        histograms.forEach((latency, histogram) -> {
            sums.computeIfAbsent(latency, unused -> empty()).add(histogram);
            histogram.reset();
        });
        windowOpen = false;
    }

    /**
     * Returns how many values no histogram could hold so far. To be called only when nothing is in
     * flight.
     */
    public long outOfRange() {
        return outOfRangeByNetworkThread + outOfRangeBySender;
    }
}
