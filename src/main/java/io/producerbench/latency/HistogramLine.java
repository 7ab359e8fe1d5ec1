package io.producerbench.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * A line of a histogram log.
 *
 * @param tag a label of {@link Latency}, {@link #GC} or the tag of a {@link ReplicaChange}
 * @param start when the first value could be recorded
 * @param histogram in nanoseconds
 */
public record HistogramLine(String tag, Instant start, Instant end, Histogram histogram) {
    /** The tag of a collection of the fork's heap: its line is as long as it took. */
    public static final String GC = "gc";

    static final Comparator<HistogramLine> BY_TIME =
            Comparator.comparing(HistogramLine::start).thenComparing(HistogramLine::tag);

    /** Returns one line for each kind of latency, from the beginning to the end. */
    public static List<HistogramLine> whole(Instant start, Duration length, Map<Latency, Histogram> histograms) {
        List<HistogramLine> lines = new ArrayList<>();
        histograms.forEach((latency, histogram) ->
                lines.add(new HistogramLine(latency.label(), start, start.plus(length), histogram)));
        return lines;
    }

    /** Returns the line of a collection. */
    public static HistogramLine of(GcPause pause) {
        Histogram histogram = LatencyRecorder.empty();
        histogram.recordValue(pause.length().toNanos());
        return new HistogramLine(GC, pause.start(), pause.start().plus(pause.length()), histogram);
    }

    /**
     * Returns the line of what happened to replicas: as long as the time between the two looks,
     * which is also its value, once for each partition.
     */
    public static HistogramLine of(ReplicaChange change) {
        Histogram histogram = LatencyRecorder.empty();
        long nanos = Duration.between(change.from(), change.to()).toNanos();
        histogram.recordValueWithCount(
                Math.max(0, Math.min(nanos, LatencyRecorder.HIGHEST_NANOS)), change.partitions());
        return new HistogramLine(change.kind().tag(), change.from(), change.to(), histogram);
    }

    /**
     * Returns a line for each interval. Intervals of several producers that are of the same time are
     * one line.
     *
     * @param opened when the first window opened
     * @param openedNanos the same by {@link System#nanoTime}
     */
    public static List<HistogramLine> of(
            Instant opened, long openedNanos, Map<Latency, List<LatencyInterval>> intervals) {
        List<HistogramLine> lines = new ArrayList<>();
        intervals.forEach((latency, all) -> sums(all)
                .forEach((bounds, sum) -> lines.add(new HistogramLine(
                        latency.label(),
                        opened.plusNanos(bounds.start - openedNanos),
                        opened.plusNanos(bounds.end - openedNanos),
                        sum))));
        return lines;
    }

    private record Bounds(long start, long end) {
        static final Comparator<Bounds> IN_ORDER =
                Comparator.comparingLong(Bounds::start).thenComparingLong(Bounds::end);
    }

    private static Map<Bounds, Histogram> sums(List<LatencyInterval> intervals) {
        Map<Bounds, Histogram> sums = new TreeMap<>(Bounds.IN_ORDER);
        intervals.forEach(interval -> sums.computeIfAbsent(
                        new Bounds(interval.startNanos(), interval.endNanos()), unused -> LatencyRecorder.empty())
                .add(interval.histogram()));
        return sums;
    }
}
