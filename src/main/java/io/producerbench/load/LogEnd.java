package io.producerbench.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The brokers' own count of what they hold: the end offsets of one topic's partitions, summed. */
public final class LogEnd implements AutoCloseable {
    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> latest = new HashMap<>();

    public LogEnd(String bootstrapServers, String topic, int partitions) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers, "enable.metrics.push", "false"));
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
    }

    /** The sum, control records included, at some moment between the call and the completion of what it returns. */
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
