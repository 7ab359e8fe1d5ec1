package io.producerbench.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What brokers show their clients of a log. */
final class HighWatermarks implements LogEnd {
    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> latest = new HashMap<>();

    HighWatermarks(String bootstrapServers, String topic, int partitions, Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("enable.metrics.push", "false");
        admin = Admin.create(settings);
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
    }

    @Override
    public CompletableFuture<Long> sum() {
        return admin.listOffsets(latest)
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(offsets -> offsets.values().stream()
                        .mapToLong(offset -> offset.offset())
                        .sum());
    }

    @Override
    public void close() {
        admin.close();
    }
}
