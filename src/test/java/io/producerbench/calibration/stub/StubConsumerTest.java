package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kafka's own consumer reads from a stub broker that keeps records. */
@Tag("truth")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class StubConsumerTest {
    private static final int PARTITIONS = 3;
    private static final int RECORDS = 3_000;
    private static final String TOPIC = "read";
    private static final List<TopicPartition> ALL = IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .toList();
    /** Less than there is, so that it takes many fetches. */
    private static final int FETCHED_BYTES = 10_000;

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(StubMode.class)
    void every_record_is_read_once_and_in_its_order(StubMode mode) throws Exception {
        try (StubProcess stub = start();
                KafkaConsumer<byte[], byte[]> consumer = consumer(stub, IsolationLevel.READ_COMMITTED);
                Producer<byte[], byte[]> producer = mode.producer(stub, Map.of("compression.type", "lz4"))) {
            if (mode.transactional()) {
                producer.beginTransaction();
            }
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(TOPIC, i % PARTITIONS, null, value(i)));
            }
            if (mode.transactional()) {
                producer.commitTransaction();
            }
            producer.flush();

            Map<Integer, List<Integer>> read = read(consumer, RECORDS);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                int first = partition;
                assertThat(read.get(partition))
                        .isEqualTo(IntStream.iterate(first, i -> i < RECORDS, i -> i + PARTITIONS)
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void only_read_uncommitted_sees_what_was_aborted() throws Exception {
        try (StubProcess stub = start();
                KafkaConsumer<byte[], byte[]> all = consumer(stub, IsolationLevel.READ_UNCOMMITTED);
                KafkaConsumer<byte[], byte[]> committed = consumer(stub, IsolationLevel.READ_COMMITTED);
                Producer<byte[], byte[]> producer = StubMode.TRANSACTIONAL.producer(stub, Map.of())) {
            for (int i = 0; i < 4; i++) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, 0, null, value(i))).get();
                if (i % 2 == 0) {
                    producer.abortTransaction();
                } else {
                    producer.commitTransaction();
                }
            }

            assertThat(read(all, 4).get(0)).containsExactly(0, 1, 2, 3);
            assertThat(read(committed, 2).get(0)).containsExactly(1, 3);
            assertThat(committed.endOffsets(ALL)).containsEntry(ALL.get(0), 8L);
        }
    }

    @Test
    void an_open_transaction_holds_back_read_committed() throws Exception {
        try (StubProcess stub = start();
                KafkaConsumer<byte[], byte[]> all = consumer(stub, IsolationLevel.READ_UNCOMMITTED);
                KafkaConsumer<byte[], byte[]> committed = consumer(stub, IsolationLevel.READ_COMMITTED);
                Producer<byte[], byte[]> open = StubMode.TRANSACTIONAL.producer(stub, Map.of());
                Producer<byte[], byte[]> other = StubMode.ACKS_1.producer(stub, Map.of())) {
            open.beginTransaction();
            open.send(new ProducerRecord<>(TOPIC, 0, null, value(1))).get();
            other.send(new ProducerRecord<>(TOPIC, 0, null, value(2))).get();

            assertThat(read(all, 2).get(0)).containsExactly(1, 2);
            assertThat(committed.endOffsets(ALL)).containsEntry(ALL.get(0), 0L);

            open.commitTransaction();
            assertThat(read(committed, 2).get(0)).containsExactly(1, 2);
        }
    }

    private StubProcess start() {
        return StubProcess.start(
                StubScript.prompt(PARTITIONS).withVisibleDelay(new Delay.Constant(1_000_000)),
                System.getProperty("java.class.path"),
                scratch);
    }

    /** At the end of all partitions. */
    private static KafkaConsumer<byte[], byte[]> consumer(StubProcess stub, IsolationLevel isolation) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        stub.bootstrapServers(),
                        "isolation.level",
                        isolation.toString(),
                        "max.partition.fetch.bytes",
                        FETCHED_BYTES,
                        "auto.offset.reset",
                        "none",
                        "enable.auto.commit",
                        "false",
                        "enable.metrics.push",
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(ALL);
        consumer.seekToEnd(ALL);
        ALL.forEach(consumer::position);
        return consumer;
    }

    /** Returns the numbers of at least so many records, by partition. */
    private static Map<Integer, List<Integer>> read(KafkaConsumer<byte[], byte[]> consumer, int records) {
        Map<Integer, List<Integer>> read = new TreeMap<>();
        int count = 0;
        while (count < records) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                read.computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                        .add(ByteBuffer.wrap(record.value()).getInt());
                count++;
            }
        }
        return read;
    }

    private static byte[] value(int number) {
        return ByteBuffer.allocate(100).putInt(number).array();
    }
}
