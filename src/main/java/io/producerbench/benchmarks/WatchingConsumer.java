package io.producerbench.benchmarks;

import io.producerbench.latency.SeenTimes;
import io.producerbench.latency.ThreadEnd;
import io.producerbench.load.ConsumerSettings;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.RecordIndex;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer with a thread of its own, which notes when it has each record.
 *
 * <p>All records that one {@code poll()} returns have the time right after it. Beside what Kafka's
 * client makes, the thread makes no object for a record. The consumer reads all partitions from
 * their ends on, and a fetch is under way before the first record is sent.
 */
final class WatchingConsumer implements AutoCloseable {
    /** How long the thread may take to notice a question or the end. */
    private static final Duration POLL = Duration.ofMillis(50);

    private static final Duration BROKER_LIMIT = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final SeenTimes[] seen;
    private final AtomicReference<CompletableFuture<Long>> question = new AtomicReference<>();
    private final Thread thread;
    private volatile RuntimeException failure;
    private volatile boolean closed;

    private WatchingConsumer(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, List<SeenTimes> seen, String name) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.seen = seen.toArray(SeenTimes[]::new);
        this.thread = new Thread(this::read, name);
    }

    /**
     * Returns a consumer that stands at the end of each partition and has begun to read.
     *
     * @param seen one for each producer, by its number
     */
    static WatchingConsumer start(
            ForkConfig forkConfig, int partitions, IsolationLevel isolation, List<SeenTimes> seen) {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(forkConfig.topic(), partition))
                .toList();
        var consumer = new KafkaConsumer<>(
                ConsumerSettings.of(forkConfig, isolation), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.assign(all);
            consumer.seekToEnd(all);
            all.forEach(partition -> consumer.position(partition, BROKER_LIMIT));
            WatchingConsumer watching = new WatchingConsumer(consumer, all, seen, "consumer-" + isolation);
            watching.thread.setDaemon(true);
            watching.thread.start();
            return watching;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private void read() {
        try {
            while (!closed) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                long now = System.nanoTime();
                if (!records.isEmpty()) {
                    see(records, now);
                }
                if (question.get() != null) {
                    long behind = behind();
                    question.getAndSet(null).complete(behind);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
            CompletableFuture<Long> open = question.getAndSet(null);
            if (open != null) {
                open.completeExceptionally(e);
            }
        } finally {
            consumer.close();
        }
    }

    private void see(ConsumerRecords<byte[], byte[]> records, long now) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byte[] value = record.value();
            int producer = RecordIndex.producer(value);
            if (producer != HoldingProducer.NUMBER) {
                seen[producer].see(RecordIndex.sequence(value), now);
            }
        }
        for (SeenTimes times : seen) {
            times.publish();
        }
    }

    private long behind() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, BROKER_LIMIT);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    /**
     * Returns how many offsets this consumer is behind the ends of the partitions, as far as it may
     * read them. Control records count.
     *
     * @throws IllegalStateException if the consumer has failed
     */
    long lag() {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        question.set(answer);
        if (failure != null) {
            throw new IllegalStateException(thread.getName() + " failed: " + failure.getMessage(), failure);
        }
        return answer.join();
    }

    /** Returns how many records it has seen since it started. */
    long records() {
        long records = 0;
        for (SeenTimes times : seen) {
            records += times.published();
        }
        return records;
    }

    @Override
    public void close() {
        closed = true;
        ThreadEnd.await(thread);
    }
}
