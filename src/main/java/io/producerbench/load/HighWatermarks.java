package io.producerbench.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the high watermarks with Kafka's own client: the end offsets that brokers tell consumers.
 */
final class HighWatermarks implements LogEnd {
    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> latest = new HashMap<>();

    HighWatermarks(ForkConfig forkConfig, int partitions) {
        Map<String, Object> settings = new HashMap<>(forkConfig.client());
        settings.put("bootstrap.servers", forkConfig.bootstrapServers());
        settings.put("enable.metrics.push", "false");
        admin = Admin.create(settings);
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(forkConfig.topic(), partition), OffsetSpec.latest());
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
