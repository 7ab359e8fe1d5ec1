package io.producerbench.guarantees.clients;

import io.producerbench.guarantees.verification.Isolation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Reads how far consumers can read at this moment. */
final class LogEnds {
    private LogEnds() {}

    /**
     * Returns the end of each partition whose leader answers in time. A consumer would get all ends
     * or none.
     */
    static Map<Integer, Long> seen(
            String bootstrapServers, String topic, int partitions, Isolation isolation, Duration patience) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        long deadline = System.nanoTime() + patience.toNanos();
        var options = new ListOffsetsOptions(IsolationLevel.valueOf(isolation.name()))
                .timeoutMs(Math.toIntExact(Math.max(1, patience.toMillis())));
        Map<Integer, Long> ends = new TreeMap<>();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", bootstrapServers, "enable.metrics.push", "false"))) {
            ListOffsetsResult result = admin.listOffsets(latest, options);
            for (TopicPartition partition : latest.keySet()) {
                told(result.partitionResult(partition).toCompletionStage().toCompletableFuture(), deadline)
                        .ifPresent(end -> ends.put(partition.partition(), end.offset()));
            }
        }
        return ends;
    }

    private static Optional<ListOffsetsResultInfo> told(Future<ListOffsetsResultInfo> answer, long deadline) {
        try {
            return Optional.of(answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            // The caller sees that this partition is missing. Partitions without a leader are the
            // reason why looks are taken.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
