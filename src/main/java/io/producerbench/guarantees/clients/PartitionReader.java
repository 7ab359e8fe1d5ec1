package io.producerbench.guarantees.clients;

import io.producerbench.guarantees.verification.Isolation;
import io.producerbench.guarantees.verification.RecordHeader;
import io.producerbench.guarantees.verification.RecordKind;
import io.producerbench.guarantees.verification.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic's partitions once, from offset 0 up to an end in each. Use it once, in one thread.
 */
final class PartitionReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Map<Integer, Long> ends;
    private final Set<Integer> unread;
    private final List<Stored> records = new ArrayList<>();
    private final Map<Integer, Long> lastBarriers = new TreeMap<>();

    /** @param ends the first offset of each partition that is not to be read */
    PartitionReader(String bootstrapServers, String topic, Isolation isolation, Map<Integer, Long> ends) {
        this.topic = topic;
        this.ends = ends;
        this.unread = new TreeSet<>(ends.keySet());
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("isolation.level", isolation.kafkaValue());
        // A consumer that silently starts elsewhere would hide that the log was cut.
        settings.put("auto.offset.reset", "none");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("enable.metrics.push", "false");
        // Closing waits for the fetch under way, which returns nothing at the end of a log.
        settings.put("fetch.max.wait.ms", "20");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(ends.keySet().stream().map(this::partition).toList());
        consumer.assignment().forEach(partition -> consumer.seek(partition, 0));
    }

    /**
     * Reads until every end is reached, or until the deadline, a time of {@link System#nanoTime}.
     */
    void run(long deadline) {
        stopAtEnds();
        while (!consumer.assignment().isEmpty() && deadline - System.nanoTime() > 0) {
            try {
                consumer.poll(POLL).forEach(this::take);
                stopAtEnds();
            } catch (InvalidOffsetException e) {
                // The log begins too late or ends too early by now. Reading on cannot complete
                // these partitions.
                drop(e.partitions());
            }
        }
    }

    /** Returns the records that were read, without barriers, each partition in its order. */
    List<Stored> records() {
        return records;
    }

    /** Returns the partitions whose end was not reached. */
    Set<Integer> unread() {
        return unread;
    }

    /** Returns the offset of the last barrier that was read in each partition. */
    Map<Integer, Long> lastBarriers() {
        return lastBarriers;
    }

    private void take(ConsumerRecord<byte[], byte[]> read) {
        int partition = read.partition();
        if (read.offset() >= ends.get(partition)) {
            return;
        }
        Optional<RecordHeader> header = RecordHeader.decode(read.value());
        if (header.filter(it -> it.kind() == RecordKind.BARRIER).isPresent()) {
            lastBarriers.put(partition, read.offset());
        } else {
            int transaction = header.map(RecordHeader::transaction).orElse(0);
            records.add(new Stored(partition, read.offset(), header.map(RecordHeader::id), transaction));
        }
    }

    private void stopAtEnds() {
        Set<TopicPartition> reached = new HashSet<>();
        for (TopicPartition partition : consumer.assignment()) {
            if (position(partition) >= ends.get(partition.partition())) {
                reached.add(partition);
                unread.remove(partition.partition());
            }
        }
        drop(reached);
    }

    /**
     * Returns the consumer's next offset, below 0 while it is not known. It is beyond the last
     * record if transaction markers follow that record.
     */
    private long position(TopicPartition partition) {
        try {
            return consumer.position(partition, POLL);
        } catch (TimeoutException e) {
            return -1;
        }
    }

    private void drop(Set<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Set<TopicPartition> left = new HashSet<>(consumer.assignment());
        left.removeAll(partitions);
        consumer.assign(left);
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(topic, number);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(LONGEST_CLOSE));
    }
}
