package io.producerbench.duet;

import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.SampleRow;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.stats.Metric;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A metric that pairs are compared by, and how it is read from a sample. */
public enum ComparedMetric {
    RECORDS_PER_S(
            SampleMetrics.RECORDS_PER_S, sample -> sample.recordsPerSecond().orElse(Double.NaN)),
    ACK_P99_US(SampleMetrics.ACK_P99_US, ComparedMetric::ackP99),
    CLIENT_CPU_US_PER_RECORD(SampleMetrics.CLIENT_CPU_US_PER_RECORD, ComparedMetric::cpuPerRecord);

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double TAIL_PERCENT = 99;

    private final Metric metric;
    private final ToDoubleFunction<SampleRow> value;

    ComparedMetric(Metric metric, ToDoubleFunction<SampleRow> value) {
        this.metric = metric;
        this.value = value;
    }

    /**
     * Returns what a scenario is judged by: the rate in closed loop, the tail of the latency in
     * open loop.
     */
    public static ComparedMetric decisive(Scenario scenario) {
        return decisive(scenario.pacing() instanceof ClosedLoop ? "MaxRate" : "FixedRate");
    }

    /** Returns what a scenario of this benchmark is judged by. */
    static ComparedMetric decisive(String benchmark) {
        return benchmark.equals("MaxRate") ? RECORDS_PER_S : ACK_P99_US;
    }

    Metric metric() {
        return metric;
    }

    /** Returns the sample's value; empty if it is not known or not above 0. */
    OptionalDouble of(SampleRow sample) {
        double known = value.applyAsDouble(sample);
        return Double.isFinite(known) && known > 0 ? OptionalDouble.of(known) : OptionalDouble.empty();
    }

    private static double ackP99(SampleRow sample) {
        return sample.fork()
                .flatMap(fork -> fork.latency(Latency.ACK))
                .map(histogram -> histogram.getValueAtPercentile(TAIL_PERCENT) / NANOS_PER_MICRO)
                .orElse(Double.NaN);
    }

    private static double cpuPerRecord(SampleRow sample) {
        return sample.fork()
                .map(fork -> fork.counts().windows().stream()
                                .mapToLong(MeasuredWindow::cpuNanos)
                                .sum()
                        / NANOS_PER_MICRO
                        / fork.succeeded())
                .orElse(Double.NaN);
    }
}
