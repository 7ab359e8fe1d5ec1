package io.producerbench.latency;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * KnownValues of latencies that are put together after a window, in any order. It makes the same intervals
 * of them that {@link IntervalRecorder} makes while records flow.
 */
final class LatencyValues {
    private static final int FIRST_CAPACITY = 1024;

    private final long windowStart;
    private final Map<Latency, KnownValues> values = new EnumMap<>(Latency.class);
    private long outOfRange;

    LatencyValues(long windowStart) {
        this.windowStart = windowStart;
    }

    private static final class KnownValues {
        private long[] nanos = new long[FIRST_CAPACITY];
        private long[] known = new long[FIRST_CAPACITY];
        private int size;

        void add(long value, long knownNanos) {
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * size);
                known = Arrays.copyOf(known, 2 * size);
            }
            nanos[size] = value;
            known[size++] = knownNanos;
        }
    }

    /** Adds a value. One that no histogram can hold is counted and left out. */
    void add(Latency latency, long nanos, long knownNanos) {
        if (nanos < 0 || nanos > LatencyRecorder.HIGHEST_NANOS) {
            outOfRange++;
        } else {
            values.computeIfAbsent(latency, unused -> new KnownValues()).add(nanos, knownNanos);
        }
    }

    /** Returns how many values no histogram can hold. */
    long outOfRange() {
        return outOfRange;
    }

    /** Returns one result for each kind of latency that has a value. */
    List<LatencyResult> results() {
        List<LatencyResult> results = new ArrayList<>();
        values.forEach((latency, of) -> results.add(LatencyResult.of(latency, intervals(of))));
        return results;
    }

    private List<LatencyInterval> intervals(KnownValues of) {
        Integer[] order = new Integer[of.size];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, (one, other) -> Long.signum(of.known[one] - of.known[other]));
        ByteBuffer buffer = LatencyInterval.buffer();
        Histogram histogram = LatencyRecorder.empty();
        List<LatencyInterval> intervals = new ArrayList<>();
        long current = 0;
        for (int index : order) {
            long interval = Math.floorDiv(of.known[index] - windowStart, IntervalRecorder.NANOS);
            if (interval != current) {
                take(histogram, current, buffer, intervals);
                current = interval;
            }
            histogram.recordValue(of.nanos[index]);
        }
        take(histogram, current, buffer, intervals);
        return intervals;
    }

    private void take(Histogram histogram, long interval, ByteBuffer buffer, List<LatencyInterval> intervals) {
        if (histogram.getTotalCount() > 0) {
            long start = windowStart + interval * IntervalRecorder.NANOS;
            intervals.add(LatencyInterval.of(histogram, start, start + IntervalRecorder.NANOS, buffer));
            histogram.reset();
        }
    }
}
