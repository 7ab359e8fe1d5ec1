package io.producerbench.latency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;

/**
 * A histogram as a JMH result, so that JMH brings it from the fork. It merges by adding. The score
 * is the mean in microseconds, and the percentiles are the histogram's.
 */
public final class LatencyResult extends Result<LatencyResult> {
    private static final long serialVersionUID = 1L;

    private final Latency latency;
    /** Null in what a fork of an older commit sends. */
    private final ArrayList<LatencyInterval> intervals;

    /** @param histogram nanoseconds; not to be changed afterwards */
    public LatencyResult(Latency latency, Histogram histogram) {
        this(latency, histogram, List.of());
    }

    private LatencyResult(Latency latency, Histogram histogram, List<LatencyInterval> intervals) {
        super(ResultRole.SECONDARY, latency.label(), new HistogramStatistics(histogram), "us", AggregationPolicy.AVG);
        this.latency = latency;
        this.intervals = new ArrayList<>(intervals);
    }

    /** Returns the result of intervals, which are not empty, and of their sum. */
    static LatencyResult of(Latency latency, List<LatencyInterval> intervals) {
        Histogram sum = LatencyRecorder.empty();
        intervals.forEach(interval -> sum.add(interval.histogram()));
        return new LatencyResult(latency, sum, intervals);
    }

    /** Returns one result for each kind of latency that has a value, and resets the recorders. */
    public static List<LatencyResult> drained(Stream<LatencyRecorder> recorders) {
        Map<Latency, List<LatencyInterval>> all = new EnumMap<>(Latency.class);
        recorders.forEach(recorder -> recorder.drain()
                .forEach((latency, intervals) -> all.computeIfAbsent(latency, unused -> new ArrayList<>())
                        .addAll(intervals)));
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    public Latency latency() {
        return latency;
    }

    /** Returns the recorded values, in nanoseconds. */
    public Histogram histogram() {
        return ((HistogramStatistics) statistics).histogram();
    }

    /** Returns the parts of {@link #histogram}; none if a fork of an older commit reported it. */
    public List<LatencyInterval> intervals() {
        return intervals == null ? List.of() : List.copyOf(intervals);
    }

    @Override
    protected Aggregator<LatencyResult> getThreadAggregator() {
        return LatencyResult::merge;
    }

    @Override
    protected Aggregator<LatencyResult> getIterationAggregator() {
        return LatencyResult::merge;
    }

    static LatencyResult merge(Collection<LatencyResult> results) {
        Histogram sum = LatencyRecorder.empty();
        results.forEach(result -> sum.add(result.histogram()));
        return new LatencyResult(
                results.iterator().next().latency,
                sum,
                results.stream().flatMap(result -> result.intervals().stream()).toList());
    }
}
