package io.producerbench.latency;

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

    /** @param histogram nanoseconds; not to be changed afterwards */
    public LatencyResult(Latency latency, Histogram histogram) {
        super(ResultRole.SECONDARY, latency.label(), new HistogramStatistics(histogram), "us", AggregationPolicy.AVG);
        this.latency = latency;
    }

    /** Returns one result for each kind of latency that has a value, and resets the recorders. */
    public static List<LatencyResult> drained(Stream<LatencyRecorder> recorders) {
        Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
        recorders.forEach(recorder -> recorder.drainTo(histograms));
        return histograms.entrySet().stream()
                .filter(entry -> entry.getValue().getTotalCount() > 0)
                .map(entry -> new LatencyResult(entry.getKey(), entry.getValue()))
                .toList();
    }

    public Latency latency() {
        return latency;
    }

    /** Returns the recorded values, in nanoseconds. */
    public Histogram histogram() {
        return ((HistogramStatistics) statistics).histogram();
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
        return new LatencyResult(results.iterator().next().latency, sum);
    }
}
