package io.producerbench.load;

import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Maps a scenario to producer settings. Every setting that changes a number is pinned, so that a
 * new default of a client is not taken for a change of its code.
 */
public final class ProducerSettings {
    private ProducerSettings() {}

    /**
     * Returns all settings except {@code bootstrap.servers}, {@code client.id} and
     * {@code transactional.id}, which {@link ProducerFactory} adds.
     */
    public static Map<String, String> of(Scenario scenario) {
        Workload workload = scenario.workload();
        Map<String, String> settings = new LinkedHashMap<>(scenario.guarantee().producerConfig());
        settings.put("linger.ms", Integer.toString(workload.lingerMs()));
        settings.put("batch.size", Integer.toString(workload.batchSize()));
        settings.put("max.in.flight.requests.per.connection", Integer.toString(workload.maxInFlight()));
        settings.put("compression.type", workload.compression());
        settings.put("buffer.memory", Long.toString(workload.bufferMemory()));
        settings.put("retries", Integer.toString(Integer.MAX_VALUE));
        settings.put("delivery.timeout.ms", "120000");
        settings.put("request.timeout.ms", "30000");
        settings.put("max.block.ms", "60000");
        settings.put("max.request.size", "1048576");
        // Adaptive partitioning shifts load between partitions by the brokers' momentary speed,
        // which differs between runs.
        settings.put("partitioner.adaptive.partitioning.enable", "false");
        settings.put("enable.metrics.push", "false");
        // Longer than a fork lives, so that Kafka's averages are those since its start.
        settings.put("metrics.sample.window.ms", "86400000");
        return settings;
    }

    /**
     * Returns the settings that Kafka's own {@link ProducerConfig} derives, without those of type
     * PASSWORD.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the settings contradict each other
     */
    public static Map<String, String> effective(Scenario scenario) {
        return effective(scenario, Map.of());
    }

    /**
     * Returns the effective settings of a producer that also has these settings of the connection.
     */
    public static Map<String, String> effective(Scenario scenario, Map<String, String> connection) {
        Map<String, Object> requested = new LinkedHashMap<>(connection);
        requested.putAll(of(scenario));
        requested.put("bootstrap.servers", "127.0.0.1:9092");
        requested.put("key.serializer", ByteArraySerializer.class);
        requested.put("value.serializer", ByteArraySerializer.class);
        if (scenario.guarantee().transactional()) {
            requested.put("transactional.id", "0");
        }
        Map<String, ConfigDef.ConfigKey> keys = ProducerConfig.configDef().configKeys();
        Map<String, String> effective = new TreeMap<>();
        new ProducerConfig(requested).values().forEach((name, value) -> {
            if (keys.containsKey(name) && keys.get(name).type() != ConfigDef.Type.PASSWORD && value != null) {
                effective.put(name, text(value));
            }
        });
        effective.keySet().removeAll(List.of("bootstrap.servers", "client.id", "transactional.id"));
        return effective;
    }

    private static String text(Object value) {
        return value instanceof Class<?> type ? type.getName() : value.toString();
    }
}
