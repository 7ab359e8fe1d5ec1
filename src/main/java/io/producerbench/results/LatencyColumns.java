package io.producerbench.results;

import io.producerbench.latency.Latency;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The columns of {@code samples.csv} that give a statistic of a latency. */
final class LatencyColumns {
    /** The percentiles of histograms, by their names in column names. */
    static final Map<String, Double> PERCENTS =
            Map.of("p50", 50.0, "p90", 90.0, "p99", 99.0, "p99_9", 99.9, "p99_99", 99.99, "max", 100.0);

    private static final String[] WHOLE = {"mean", "p50", "p90", "p99", "p99_9", "p99_99", "max"};
    private static final double NANOS_PER_MICRO = 1e3;

    static final List<Column<SampleRow>> ALL = Stream.of(
                    of(Latency.ACK, WHOLE),
                    of(Latency.SERVICE, WHOLE),
                    of(Latency.SEND_BLOCKED, "p99", "max"),
                    of(Latency.COMMIT, "p50", "p99", "max"),
                    of(Latency.COMMITTED, "p50", "p99", "p99_9", "max"),
                    of(Latency.SEND_LAG, "p99"))
            .flatMap(columns -> columns)
            .toList();

    private LatencyColumns() {}

    static Stream<Column<SampleRow>> of(Latency latency, String... statistics) {
        return Stream.of(statistics)
                .map(statistic -> Column.number(
                        SampleKeys.latency(latency, statistic),
                        3,
                        row -> row.fork()
                                .flatMap(fork -> fork.latency(latency))
                                .map(histogram -> OptionalDouble.of(micros(histogram, statistic)))
                                .orElse(OptionalDouble.empty())));
    }

    /** Returns a statistic of a histogram of nanoseconds, in microseconds. */
    static double micros(Histogram histogram, String statistic) {
        return (statistic.equals("mean")
                        ? histogram.getMean()
                        : histogram.getValueAtPercentile(PERCENTS.get(statistic)))
                / NANOS_PER_MICRO;
    }
}
