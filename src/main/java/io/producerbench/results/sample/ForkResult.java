package io.producerbench.results.sample;

import io.producerbench.guarantee.Acks;
import io.producerbench.latency.CountsResult;
import io.producerbench.latency.HistogramLine;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyInterval;
import io.producerbench.latency.LatencyResult;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.VisibilityCounts;
import io.producerbench.latency.VisibilityResult;
import io.producerbench.scenario.Axis;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of one fork.
 *
 * @param latencies in nanoseconds; only those that have a value
 * @param intervals the parts of the latencies; none if the fork was of an older commit
 * @param visibility counts what the consumers saw; empty in a sample without consumers
 * @param hosts how many load hosts gave it together
 * @param jmhScore as JMH reports it, in {@code jmhScoreUnit}
 * @param unscoredSeconds how much of the windows' time JMH did not count, because load hosts close
 *     their windows together
 */
public record ForkResult(
        IterationCounts counts,
        Map<Latency, Histogram> latencies,
        Map<Latency, List<LatencyInterval>> intervals,
        Optional<VisibilityCounts> visibility,
        int hosts,
        double jmhScore,
        String jmhScoreUnit,
        double unscoredSeconds) {
    /** The label, among JMH's secondary results, of the seconds that its score leaves out. */
    public static final String UNSCORED = "unscored";

    /**
     * Reads a fork's results. With {@code acks=0} it leaves out the latencies of the callback,
     * because the callback then tells
     * when the client handed the record over, not when a broker acknowledged it.
     *
     * @throws IllegalArgumentException if the fork reported no counts
     */
    public static ForkResult from(RunResult result, Acks acks) {
        Map<Latency, Histogram> latencies = new EnumMap<>(Latency.class);
        Map<Latency, List<LatencyInterval>> intervals = new EnumMap<>(Latency.class);
        IterationCounts counts = null;
        Optional<VisibilityCounts> visibility = Optional.empty();
        for (Result<?> secondary : result.getSecondaryResults().values()) {
            if (secondary instanceof LatencyResult latency) {
                latencies.put(latency.latency(), latency.histogram());
                intervals.put(latency.latency(), latency.intervals());
            } else if (secondary instanceof CountsResult reported) {
                counts = reported.counts();
            } else if (secondary instanceof VisibilityResult seen) {
                visibility = Optional.of(seen.counts());
            }
        }
        if (counts == null) {
            throw new IllegalArgumentException("expected the fork to report its counts, got only "
                    + result.getSecondaryResults().keySet());
        }
        if (!acks.confirms()) {
            latencies.remove(Latency.ACK);
            latencies.remove(Latency.SERVICE);
            intervals.keySet().retainAll(latencies.keySet());
        }
        return new ForkResult(
                counts,
                latencies,
                intervals,
                visibility,
                hosts(result.getParams()),
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreUnit(),
                unscoredSeconds(result));
    }

    private static double unscoredSeconds(RunResult result) {
        Result<?> unscored = result.getSecondaryResults().get(UNSCORED);
        return unscored == null ? 0 : unscored.getScore();
    }

    /** Each host has one thread for each of its producers. */
    private static int hosts(BenchmarkParams params) {
        String producers = params == null ? null : params.getParam(Axis.PRODUCERS.param());
        return producers == null ? 1 : params.getThreads() / Integer.parseInt(producers);
    }

    /**
     * Returns the lines of the sample's histogram log: those of each latency, whose sum is the
     * latency, and one for each collection of the fork's heap in a window.
     */
    public List<HistogramLine> lines() {
        Stream<HistogramLine> pauses = counts.windows().stream()
                .flatMap(window -> window.jvm().pauses().stream())
                .map(HistogramLine::of);
        return Stream.concat(latencyLines().stream(), pauses).toList();
    }

    private List<HistogramLine> latencyLines() {
        boolean hasIntervals = intervals.values().stream().noneMatch(List::isEmpty)
                && intervals.keySet().equals(latencies.keySet());
        return hasIntervals
                ? HistogramLine.of(counts.opened(), counts.windows().get(0).startNanos(), intervals)
                : HistogramLine.whole(counts.opened(), counts.span(), latencies);
    }

    public Optional<Histogram> latency(Latency latency) {
        return Optional.ofNullable(latencies.get(latency));
    }

    /**
     * Returns a percentile in nanoseconds, as HdrHistogram defines it.
     *
     * @param percent from 0 to 100
     * @throws IllegalArgumentException if there is no such latency
     */
    public long percentileNanos(Latency latency, double percent) {
        return latency(latency)
                .map(histogram -> histogram.getValueAtPercentile(percent))
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected " + latency + " to have been measured, got only " + latencies.keySet()));
    }

    public double seconds() {
        return counts.nanos() * 1e-9;
    }

    /** Returns the number of successful callbacks within the windows. */
    public long succeeded() {
        return counts.windows().stream().mapToLong(MeasuredWindow::succeeded).sum();
    }

    /**
     * Returns the records in a request. Kafka's own average also counts the times when its sender
     * found nothing that it might send.
     */
    public double recordsPerRequest() {
        return (double) succeeded()
                / counts.windows().stream().mapToLong(MeasuredWindow::requests).sum();
    }

    public long sentInWindows() {
        return counts.windows().stream().mapToLong(MeasuredWindow::sent).sum();
    }

    /** Returns the number of records whose due time was within the windows; 0 in closed loop. */
    public long dueInWindows() {
        return counts.windows().stream().mapToLong(MeasuredWindow::due).sum();
    }

    /**
     * Returns how many records that were due in the windows were not acknowledged within so many
     * nanoseconds of their due time. A record that failed, or that was never sent, is one of them.
     */
    public long late(long nanos) {
        long inTime = latency(Latency.ACK)
                .map(acknowledged -> acknowledged.getCountBetweenValues(0, nanos))
                .orElse(0L);
        return Math.max(0, dueInWindows() - inTime);
    }

    /**
     * Returns the growth of the log per second, without control records, over nearly the same
     * windows.
     */
    public double brokerRecordsPerSecond() {
        return brokers(MeasuredWindow.BrokerCount::records) * 1e9 / brokers(MeasuredWindow.BrokerCount::nanos);
    }

    /** Returns the client's own count per second between the times of the brokers' readings. */
    public double clientRecordsPerSecondBetweenReadings() {
        return brokers(MeasuredWindow.BrokerCount::succeeded) * 1e9 / brokers(MeasuredWindow.BrokerCount::nanos);
    }

    /**
     * Returns how far the two rates above may differ because the readings took time, as a share.
     */
    public double readingUncertainty() {
        return (double) brokers(MeasuredWindow.BrokerCount::uncertainNanos)
                / brokers(MeasuredWindow.BrokerCount::nanos);
    }

    private long brokers(ToLongFunction<MeasuredWindow.BrokerCount> value) {
        return counts.windows().stream()
                .map(MeasuredWindow::brokers)
                .mapToLong(value)
                .sum();
    }

    /** Returns the share of one core that the busiest of the client's threads used. */
    public double busiestThreadShare() {
        return (double) counts.windows().stream()
                        .mapToLong(MeasuredWindow::busiestThreadNanos)
                        .sum()
                / counts.nanos();
    }
}
