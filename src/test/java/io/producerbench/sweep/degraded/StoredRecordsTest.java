package io.producerbench.sweep.degraded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoredRecordsTest {
    private static final TopicPartition FIRST = new TopicPartition("topic", 0);
    private static final TopicPartition SECOND = new TopicPartition("topic", 1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    @Test
    void counts_the_records_of_all_partitions() {
        consumer.updateEndOffsets(Map.of(FIRST, 2L, SECOND, 1L));
        onNextPoll(() -> {
            stored(FIRST, 0);
            stored(FIRST, 1);
            stored(SECOND, 0);
        });

        assertThat(StoredRecords.count(consumer, List.of(FIRST, SECOND), LONG)).hasValue(3);
    }

    @Test
    void a_marker_has_an_offset_and_is_no_record() {
        consumer.updateEndOffsets(Map.of(FIRST, 3L));
        onNextPoll(() -> stored(FIRST, 0));
        onNextPoll(() -> consumer.seek(FIRST, 3));

        assertThat(StoredRecords.count(consumer, List.of(FIRST), LONG)).hasValue(1);
    }

    @Test
    void a_record_that_came_after_the_question_does_not_count() {
        consumer.updateEndOffsets(Map.of(FIRST, 1L));
        onNextPoll(() -> {
            stored(FIRST, 0);
            stored(FIRST, 1);
        });

        assertThat(StoredRecords.count(consumer, List.of(FIRST), LONG)).hasValue(1);
    }

    @Test
    void an_empty_topic_holds_nothing() {
        consumer.updateEndOffsets(Map.of(FIRST, 0L, SECOND, 0L));

        assertThat(StoredRecords.count(consumer, List.of(FIRST, SECOND), LONG)).hasValue(0);
    }

    @Test
    void a_partition_that_is_not_read_to_its_end_in_time_leaves_the_count_unknown() {
        consumer.updateEndOffsets(Map.of(FIRST, 2L));
        onNextPoll(() -> stored(FIRST, 0));

        assertThat(StoredRecords.count(consumer, List.of(FIRST), SHORT)).isEmpty();
    }

    @Test
    void a_log_that_was_cut_leaves_the_count_unknown() {
        consumer.updateEndOffsets(Map.of(FIRST, 2L));
        consumer.setPollException(new OffsetOutOfRangeException(Map.of(FIRST, 0L)));

        assertThat(StoredRecords.count(consumer, List.of(FIRST), LONG)).isEmpty();
    }

    @Test
    void a_partition_without_a_leader_leaves_the_count_unknown() {
        consumer.updateEndOffsets(Map.of(FIRST, 2L));
        consumer.setOffsetsException(new TimeoutException("no leader"));

        assertThat(StoredRecords.count(consumer, List.of(FIRST), LONG)).isEmpty();
    }

    private void onNextPoll(Runnable task) {
        consumer.schedulePollTask(task);
    }

    private void stored(TopicPartition partition, long offset) {
        consumer.addRecord(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, new byte[1]));
    }
}
