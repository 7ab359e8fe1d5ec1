package io.producerbench.benchmarks;

import io.producerbench.latency.ClientMetrics;
import java.util.List;
import java.util.stream.DoubleStream;

/** Reads Kafka's own metrics from all producers of a fork. */
final class ProducerMetrics {
    private static final String GROUP = "producer-metrics";

    private ProducerMetrics() {}

    /** @param throttledBefore what {@link #throttleMillis} was when the iteration began */
    static ClientMetrics read(List<RecordedProducer> producers, double throttledBefore) {
        return new ClientMetrics(
                values(producers, "batch-size-avg").average().orElse(Double.NaN),
                Math.max(0, throttleMillis(producers) - throttledBefore),
                values(producers, "batch-split-total").sum(),
                values(producers, "record-retry-total").sum(),
                values(producers, "record-error-total").sum());
    }

    /**
     * Returns how many requests were sent since the start. Kafka's request-rate is wrong until its
     * whole window has passed.
     */
    static long requests(List<RecordedProducer> producers) {
        return Math.round(values(producers, "request-total").sum());
    }

    /**
     * Returns how long the brokers told the producers to wait since the start. Kafka has no total;
     * its average is over all responses since the start, because {@code ProducerSettings} sets
     * {@code metrics.sample.window.ms}.
     */
    static double throttleMillis(List<RecordedProducer> producers) {
        return producers.stream()
                .map(List::of)
                .mapToDouble(producer ->
                        values(producer, "produce-throttle-time-avg").sum()
                                * values(producer, "response-total").sum())
                .sum();
    }

    private static DoubleStream values(List<RecordedProducer> producers, String name) {
        return producers.stream()
                .flatMap(producer -> producer.paced().producer().metrics().values().stream())
                .filter(metric -> metric.metricName().group().equals(GROUP)
                        && metric.metricName().name().equals(name))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .filter(Double::isFinite);
    }
}
