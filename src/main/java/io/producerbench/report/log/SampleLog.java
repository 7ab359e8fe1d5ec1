package io.producerbench.report.log;

import io.producerbench.latency.Latency;
import io.producerbench.report.drawing.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What pictures need of a sample's histograms.
 *
 * @param sums of all lines of a kind
 * @param timeline the p99 of each line until the acknowledgement, in milliseconds, by the seconds
 *     since the first one began; empty with fewer than two lines
 * @param events what happened meanwhile; none without a timeline
 */
public record SampleLog(Map<Latency, Histogram> sums, List<Place> timeline, List<TimelineEvent> events) {
    public static final SampleLog EMPTY = new SampleLog(Map.of(), List.of(), List.of());

    /** Returns the sums of both; the course over time is that of the first that has one. */
    public SampleLog with(SampleLog next) {
        Map<Latency, Histogram> both = new EnumMap<>(Latency.class);
        both.putAll(sums);
        next.sums.forEach((latency, histogram) -> both.merge(latency, histogram, SampleLog::sum));
        SampleLog course = timeline.isEmpty() ? next : this;
        return new SampleLog(both, course.timeline, course.events);
    }

    /** Returns both together. A new histogram, because the others may be read again. */
    public static Histogram sum(Histogram first, Histogram second) {
        Histogram sum = first.copy();
        sum.setAutoResize(true);
        sum.add(second);
        return sum;
    }
}
