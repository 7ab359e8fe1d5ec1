package io.producerbench.benchmarks;

import io.producerbench.latency.ClientMetrics;
import java.util.List;
import java.util.stream.DoubleStream;

/** Kafka's own producer metrics, read from all producers of a fork. */
final class ProducerMetrics {
    private static final String GROUP = "producer-metrics";

    private ProducerMetrics() {}

    static ClientMetrics read(List<RecordedProducer> lines) {
        return new ClientMetrics(
                values(lines, "batch-size-avg").average().orElse(Double.NaN),
                values(lines, "records-per-request-avg").average().orElse(Double.NaN),
                values(lines, "record-retry-total").sum(),
                values(lines, "record-error-total").sum());
    }

    /** Requests sent since the start. Kafka's own request-rate of a young producer is divided by a window it has not lived. */
    static long requests(List<RecordedProducer> lines) {
        return Math.round(values(lines, "request-total").sum());
    }

    private static DoubleStream values(List<RecordedProducer> lines, String name) {
        return lines.stream()
                .flatMap(line -> line.lane().producer().metrics().values().stream())
                .filter(metric -> metric.metricName().group().equals(GROUP)
                        && metric.metricName().name().equals(name))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .filter(Double::isFinite);
    }
}
