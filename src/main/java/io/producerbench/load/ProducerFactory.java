package io.producerbench.load;

import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes producers with one scenario's settings, for the topic and cluster of one
 * {@link ForkConfig}. The number tells the producers of one topic apart: it is part of their
 * {@code client.id} and {@code transactional.id}.
 */
public record ProducerFactory(Scenario scenario, ForkConfig forkConfig) {
    /** Returns a connected producer; in transactional mode its transactions are initialised. */
    public Producer<byte[], byte[]> producer(int number) {
        return producer(number, Map.of());
    }

    /**
     * Returns a connected producer whose settings are the scenario's, except for {@code overrides}.
     */
    public Producer<byte[], byte[]> producer(int number, Map<String, String> overrides) {
        return connected(number, overrides, new ByteArraySerializer());
    }

    /** Returns a connected producer that serialises values with {@code values}. */
    public Producer<byte[], byte[]> producer(int number, Serializer<byte[]> values) {
        return connected(number, Map.of(), values);
    }

    /**
     * Returns a connected producer at work, which reports to {@code sink}. Each number has payloads
     * of its own.
     */
    public PacedProducer paced(int number, LatencySink sink) {
        Workload workload = scenario.workload();
        Payloads payloads = Payloads.of(workload, forkConfig.seed() + number);
        return new PacedProducer(
                producer(number),
                forkConfig.topic(),
                workload.partitions(),
                TransactionRule.of(workload, forkConfig.seed() + number),
                workload.samplingStride(),
                scenario.isRead() ? payloads.indexed(number) : payloads,
                sink);
    }

    private Producer<byte[], byte[]> connected(int number, Map<String, String> overrides, Serializer<byte[]> values) {
        var producer = new KafkaProducer<>(settings(number, overrides), new ByteArraySerializer(), values);
        try {
            if (scenario.guarantee().transactional()) {
                producer.initTransactions();
            }
            producer.partitionsFor(forkConfig.topic());
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    Map<String, Object> settings(int number, Map<String, String> overrides) {
        Map<String, Object> settings = new LinkedHashMap<>(forkConfig.client());
        settings.putAll(ProducerSettings.of(scenario));
        settings.putAll(overrides);
        String name = forkConfig.topic() + "-" + number;
        settings.put("bootstrap.servers", forkConfig.bootstrapServers());
        settings.put("client.id", name);
        if (scenario.guarantee().transactional()) {
            settings.put("transactional.id", name);
        }
        return settings;
    }
}
