package io.producerbench.sweep.degraded;

import io.producerbench.load.ForkConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts the records in a topic by reading them all. The end offsets alone do not tell, because the
 * markers of aborted transactions have offsets too.
 */
public final class StoredRecords {
    private static final Duration POLL = Duration.ofMillis(100);

    private StoredRecords() {}

    /**
     * Counts the records of {@code forkConfig}'s topic from the beginning up to the end offsets of
     * this moment, uncommitted ones included. Empty if a partition could not be read to its end
     * within {@code limit}.
     */
    public static OptionalLong count(ForkConfig forkConfig, int partitions, Duration limit) {
        Map<String, Object> settings = new HashMap<>(forkConfig.client());
        settings.put("bootstrap.servers", forkConfig.bootstrapServers());
        settings.put("isolation.level", "read_uncommitted");
        // A consumer that starts elsewhere without an error would hide that the log was cut.
        settings.put("auto.offset.reset", "none");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("enable.metrics.push", "false");
        // Closing waits for the fetch under way, and at the end of a log there is nothing to fetch.
        settings.put("fetch.max.wait.ms", "20");
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(forkConfig.topic(), partition))
                .toList();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return count(consumer, all, limit);
        }
    }

    static OptionalLong count(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, limit);
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, 0));
            long count = 0;
            while (!isRead(consumer, ends, deadline)) {
                if (System.nanoTime() - deadline > 0) {
                    return OptionalLong.empty();
                }
                for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
                    count += read.offset() < ends.get(new TopicPartition(read.topic(), read.partition())) ? 1 : 0;
                }
            }
            return OptionalLong.of(count);
        } catch (InvalidOffsetException | TimeoutException e) {
            return OptionalLong.empty(); // the log was cut, or a partition has no leader
        }
    }

    /**
     * True if every partition is read to its end. A marker moves the position on although it is no
     * record.
     */
    private static boolean isRead(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), left) >= end.getValue());
    }
}
