package io.producerbench.guarantees.clients;

import io.producerbench.guarantee.Guarantee;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One Kafka producer, its settings and its metrics. Every producer of a trial is opened here. */
final class ProducerSession {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Metric retries;
    private final Metric errors;

    private ProducerSession(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
        // Looked up at the start, because a closed producer has no metrics.
        this.retries = metric("record-retry-total");
        this.errors = metric("record-error-total");
    }

    /**
     * Opens a producer. When this returns, a transactional producer has its transactions
     * initialised.
     */
    static ProducerSession start(
            String name, String bootstrapServers, Guarantee guarantee, Map<String, String> overrides) {
        Map<String, Object> settings = new LinkedHashMap<>(guarantee.producerConfig());
        settings.put("linger.ms", "0");
        settings.put("enable.metrics.push", "false");
        settings.put("client.id", name);
        if (guarantee.transactional()) {
            settings.put("transactional.id", name);
        }
        settings.putAll(overrides);
        settings.put("bootstrap.servers", bootstrapServers);
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            if (guarantee.transactional()) {
                producer.initTransactions();
            }
            return new ProducerSession(producer);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    KafkaProducer<byte[], byte[]> producer() {
        return producer;
    }

    /** Returns Kafka's {@code record-retry-total}, in records. */
    long retries() {
        return value(retries);
    }

    /** Returns Kafka's {@code record-error-total}, in records. */
    long errors() {
        return value(errors);
    }

    private Metric metric(String name) {
        return producer.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals(KafkaProducer.PRODUCER_METRIC_GROUP_NAME)
                        && metric.metricName().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected the producer to have the metric " + name));
    }

    private static long value(Metric metric) {
        return ((Number) metric.metricValue()).longValue();
    }
}
