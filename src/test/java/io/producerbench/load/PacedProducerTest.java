package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PacedProducerTest {
    private static final String TOPIC = "bench";
    private static final int PARTITIONS = 3;

    /** Long past, so that nothing waits. */
    private static final long DUE = System.nanoTime() - 1_000_000_000;

    private final Notes notes = new Notes();
    private final MockProducer<byte[], byte[]> producer = new ManualProducer();

    @Test
    void a_record_is_outstanding_until_its_callback() {
        PacedProducer lane = lane(producer);

        lane.sendNext();
        lane.sendNext();
        producer.completeNext();

        assertThat(lane.sent()).isEqualTo(2);
        assertThat(lane.completed()).isEqualTo(1);
    }

    @Test
    void records_go_to_the_topic_with_the_payloads_in_turn() {
        PacedProducer lane = lane(producer);

        lane.sendNext();
        lane.sendNextAt(DUE);

        assertThat(producer.history()).extracting(ProducerRecord::topic).containsExactly(TOPIC, TOPIC);
        assertThat(producer.history())
                .extracting(ProducerRecord::value)
                .containsExactly(payloads().value(0), payloads().value(1));
    }

    @Test
    void everything_sent_has_an_outcome_once_drained() {
        PacedProducer lane = lane(producer);
        IntStream.range(0, 5).forEach(i -> lane.sendNext());

        producer.errorNext(new NetworkException("cut"));
        lane.drain();

        assertThat(lane.totals())
                .isEqualTo(new ProducerTotals(5, 4, Map.of(), Map.of(FailureKind.NETWORK, 1L), 0, 0, 0, 0, 0));
    }

    @Test
    void failures_are_counted_by_kind() {
        PacedProducer lane = lane(producer);
        IntStream.range(0, 4).forEach(i -> lane.sendNextAt(DUE));

        producer.errorNext(new TimeoutException("late"));
        producer.errorNext(new NetworkException("cut"));
        producer.errorNext(new TimeoutException("late"));
        producer.errorNext(new IllegalStateException("what?"));

        assertThat(lane.totals().failures()).isEmpty();
        assertThat(lane.totals().unknowns())
                .isEqualTo(Map.of(FailureKind.TIMEOUT, 2L, FailureKind.NETWORK, 1L, FailureKind.OTHER, 1L));
        assertThat(lane.completed()).isEqualTo(4);
    }

    @Test
    void a_failure_has_no_latency() {
        PacedProducer lane = lane(producer);
        lane.sendNextAt(DUE);
        lane.sendNextAt(DUE + 1);

        producer.errorNext(new TimeoutException("late"));
        producer.completeNext();

        assertThat(notes.dueTimesAcknowledged()).containsExactly(DUE + 1);
    }

    @Test
    void in_open_loop_every_record_is_timed_from_when_it_was_due() {
        PacedProducer lane = lane(producer);

        LongStream.range(0, 20).forEach(i -> lane.sendNextAt(DUE + i));
        lane.drain();

        assertThat(notes.sent)
                .extracting(Notes.Times::due)
                .containsExactlyElementsOf(
                        LongStream.range(DUE, DUE + 20).boxed().toList());
        assertThat(notes.acknowledged).containsExactlyElementsOf(notes.sent);
    }

    @Test
    void a_record_is_not_sent_before_it_is_due() {
        PacedProducer lane = lane(producer);
        long due = System.nanoTime() + 2_000_000;

        lane.sendNextAt(due);

        assertThat(notes.sent.get(0).sent() - due).isNotNegative();
    }

    @Test
    void in_closed_loop_one_record_in_sixteen_is_timed_and_none_has_a_due_time() {
        PacedProducer lane = lane(producer);

        IntStream.range(0, 33).forEach(i -> lane.sendNext());
        lane.drain();

        assertThat(notes.sent).hasSize(3).extracting(Notes.Times::due).containsOnly(LatencySink.NO_DUE_TIME);
        assertThat(notes.acknowledged).containsExactlyElementsOf(notes.sent);
        assertThat(lane.totals().succeeded()).isEqualTo(33);
    }

    @Test
    void acknowledgements_out_of_order_keep_their_own_times() {
        LatestFirst latestFirst = new LatestFirst();
        PacedProducer lane = lane(latestFirst);

        LongStream.range(0, 3).forEach(i -> lane.sendNextAt(DUE + i));
        latestFirst.completeAll();

        assertThat(notes.dueTimesAcknowledged()).containsExactly(DUE + 2, DUE + 1, DUE);
    }

    @Test
    void waits_until_one_in_thirty_two_has_come_back_when_more_than_so_many_are_outstanding() throws Exception {
        PacedProducer lane = lane(producer);
        lane.adopt();
        IntStream.range(0, 65).forEach(i -> lane.sendNext());

        var network = completeOnceWaiting(Thread.currentThread(), 3);
        lane.awaitRoom(64);

        assertThat(lane.completed()).isEqualTo(3);
        network.get();
    }

    @Test
    void does_not_wait_when_few_enough_are_outstanding() {
        PacedProducer lane = lane(producer);
        IntStream.range(0, 64).forEach(i -> lane.sendNext());

        lane.awaitRoom(64);

        assertThat(lane.completed()).isZero();
    }

    @Test
    void a_failed_record_is_outstanding_no_longer() {
        PacedProducer lane = lane(producer);
        lane.sendNext();

        producer.errorNext(new TimeoutException("late"));

        lane.awaitRoom(0);
        assertThat(lane.totals().succeeded()).isZero();
    }

    @Test
    void an_interrupted_wait_says_how_far_it_came() {
        PacedProducer lane = lane(producer);
        lane.adopt();
        lane.sendNext();
        Thread.currentThread().interrupt();

        try {
            assertThatThrownBy(() -> lane.awaitRoom(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("interrupted while waiting for acknowledgements: 0 of 1 records are complete");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void records_that_fail_inside_send_are_counted_and_their_neighbours_keep_their_times() {
        FailsInsideSend failing = new FailsInsideSend();
        PacedProducer lane = lane(failing);
        lane.adopt();

        LongStream.range(0, 6).forEach(i -> lane.sendNextAt(DUE + i));
        lane.drain();

        assertThat(notes.dueTimesAcknowledged()).containsExactly(DUE, DUE + 2, DUE + 4);
        assertThat(lane.totals())
                .isEqualTo(new ProducerTotals(6, 3, Map.of(FailureKind.RECORD_TOO_LARGE, 3L), Map.of(), 0, 0, 0, 0, 0));
    }

    @Test
    void waiting_takes_records_that_failed_inside_send_into_account() throws Exception {
        FailsInsideSend failing = new FailsInsideSend();
        PacedProducer lane = lane(failing);
        lane.adopt();
        IntStream.range(0, 6).forEach(i -> lane.sendNext());

        var network = completeOnceWaiting(failing, Thread.currentThread(), 3);
        lane.awaitRoom(0);

        assertThat(lane.completed()).isEqualTo(6);
        network.get();
    }

    @Test
    void no_count_is_lost_when_both_threads_complete_records_at_once() throws Exception {
        int records = 200_000;
        FailsInsideSend failing = new FailsInsideSend();
        PacedProducer lane = lane(failing);
        lane.adopt();

        var network = CompletableFuture.runAsync(() -> {
            for (int completed = 0; completed < records / 2; ) {
                completed += failing.completeNext() ? 1 : 0;
            }
        });
        IntStream.range(0, records).forEach(i -> lane.sendNext());
        network.get();

        assertThat(lane.completed()).isEqualTo(records);
        assertThat(lane.totals().succeeded()).isEqualTo(records / 2);
        assertThat(lane.totals().failures()).isEqualTo(Map.of(FailureKind.RECORD_TOO_LARGE, records / 2L));
    }

    @Test
    void a_sink_that_throws_is_counted_and_the_record_is_not_lost() {
        LatencySink broken = new LatencySink() {
            @Override
            public void acknowledged(long dueNanos, long sentNanos, long nowNanos) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void sent(long dueNanos, long sentNanos, long blockedNanos) {}

            @Override
            public void commit(long startNanos, long nanos) {}

            @Override
            public void committed(long dueNanos, long nowNanos) {}
        };
        PacedProducer lane = new PacedProducer(producer, TOPIC, PARTITIONS, 0, 16, payloads(), broken);

        lane.sendNextAt(DUE);
        lane.drain();

        assertThat(lane.totals()).isEqualTo(new ProducerTotals(1, 1, Map.of(), Map.of(), 0, 0, 0, 1, 0));
    }

    @Test
    void a_stall_longer_than_the_ring_of_slots_loses_no_record() {
        int ring = 65_536;
        PacedProducer lane = lane(producer);

        LongStream.range(0, ring + 2).forEach(i -> lane.sendNextAt(DUE + i));
        lane.drain();

        assertThat(lane.totals()).isEqualTo(new ProducerTotals(ring + 2, ring + 2, Map.of(), Map.of(), 0, 0, 0, 0, 2));
        assertThat(notes.dueTimesAcknowledged())
                .isEqualTo(LongStream.range(DUE, DUE + ring + 2).boxed().toList());
    }

    @Test
    void slots_are_used_again_once_their_records_are_complete() {
        PacedProducer lane = lane(producer);

        LongStream.range(0, 65_536 + 2).forEach(i -> {
            lane.sendNextAt(DUE + i);
            producer.completeNext();
        });

        assertThat(lane.totals().slotMisses()).isZero();
    }

    @Test
    void commits_once_a_transaction_is_full() {
        PacedProducer lane = transactionalLane(2);

        LongStream.range(0, 5).forEach(i -> lane.sendNextAt(DUE + i));

        assertThat(producer.commitCount()).isEqualTo(2);
        assertThat(producer.uncommittedRecords()).hasSize(1);
        assertThat(notes.commits).isEqualTo(2);
        assertThat(lane.totals().transactions()).isEqualTo(2);
    }

    @Test
    void a_commit_tells_the_due_time_of_each_of_its_records() {
        PacedProducer lane = transactionalLane(2);

        LongStream.range(0, 5).forEach(i -> lane.sendNextAt(DUE + i));

        assertThat(notes.committed).containsExactly(DUE, DUE + 1, DUE + 2, DUE + 3);
    }

    @Test
    void in_closed_loop_a_commit_has_no_due_times_to_tell() {
        PacedProducer lane = transactionalLane(2);

        lane.sendNext();
        lane.sendNext();

        assertThat(notes.committed).containsExactly(LatencySink.NO_DUE_TIME, LatencySink.NO_DUE_TIME);
    }

    @Test
    void draining_commits_the_open_transaction() {
        PacedProducer lane = transactionalLane(10);
        LongStream.range(0, 3).forEach(i -> lane.sendNextAt(DUE + i));

        lane.drain();

        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(notes.committed).containsExactly(DUE, DUE + 1, DUE + 2);
        assertThat(lane.totals()).isEqualTo(new ProducerTotals(3, 3, Map.of(), Map.of(), 1, 0, 3, 0, 0));
    }

    @Test
    void draining_without_an_open_transaction_commits_nothing() {
        PacedProducer lane = transactionalLane(2);
        lane.sendNext();
        lane.sendNext();

        lane.drain();

        assertThat(producer.commitCount()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_cannot_be_committed_is_aborted_and_counted() {
        PacedProducer lane = transactionalLane(2);
        producer.commitTransactionException = new KafkaException("refused");

        lane.sendNextAt(DUE);
        lane.sendNextAt(DUE + 1);

        assertThat(producer.transactionAborted()).isTrue();
        assertThat(lane.totals().transactions()).isEqualTo(1);
        assertThat(lane.totals().abortedTransactions()).isEqualTo(1);
        assertThat(notes.committed).isEmpty();
        assertThat(notes.commits).isZero();
    }

    @Test
    void work_goes_on_after_an_aborted_transaction() {
        PacedProducer lane = transactionalLane(1);
        producer.commitTransactionException = new KafkaException("refused");
        lane.sendNextAt(DUE);
        producer.commitTransactionException = null;

        lane.sendNextAt(DUE + 1);

        assertThat(lane.totals().transactions()).isEqualTo(2);
        assertThat(lane.totals().abortedTransactions()).isEqualTo(1);
        assertThat(notes.committed).containsExactly(DUE + 1);
    }

    @Test
    void a_transaction_that_fails_before_its_commit_is_aborted_and_every_record_has_an_outcome() {
        ThrowsInsideSend throwing = new ThrowsInsideSend();
        throwing.initTransactions();
        PacedProducer lane = new PacedProducer(throwing, TOPIC, PARTITIONS, 4, 16, payloads(), notes);
        lane.adopt();

        IntStream.range(0, 5).forEach(i -> lane.sendNextAt(DUE + i));
        lane.drain();

        assertThat(lane.completed()).isEqualTo(5);
        assertThat(lane.totals().failures()).isEqualTo(Map.of(FailureKind.NOT_TAKEN, 1L));
        assertThat(lane.totals().succeeded()).isEqualTo(4);
        assertThat(lane.totals().abortedTransactions()).isEqualTo(1);
        assertThat(notes.committed).containsExactly(DUE + 3, DUE + 4);
    }

    @Test
    void without_a_transaction_a_send_that_throws_ends_the_work() {
        PacedProducer lane = lane(new ThrowsInsideSend());
        lane.sendNext();
        lane.sendNext();

        assertThatThrownBy(lane::sendNext).isInstanceOf(KafkaException.class).hasMessage("in an error state");
    }

    @Test
    void what_fails_inside_send_never_left_whatever_its_kind() {
        FailsInsideSend failing = new FailsInsideSend();
        failing.failure = new TimeoutException("no memory");
        PacedProducer lane = lane(failing);
        lane.adopt();

        IntStream.range(0, 4).forEach(i -> lane.sendNext());
        lane.drain();

        assertThat(lane.totals().failures()).isEqualTo(Map.of(FailureKind.TIMEOUT, 2L));
        assertThat(lane.totals().unknowns()).isEmpty();
    }

    @Test
    void a_fenced_producer_has_no_transaction_to_abort() {
        PacedProducer lane = transactionalLane(1);
        producer.commitTransactionException = new ProducerFencedException("another has taken over");

        assertThatThrownBy(() -> lane.sendNextAt(DUE)).isInstanceOf(ProducerFencedException.class);

        assertThat(producer.transactionAborted()).isFalse();
    }

    @Test
    void a_commit_writes_one_control_record_to_each_partition_it_touched() {
        PacedProducer lane = transactionalLane(2);

        lane.sendNext();
        lane.sendNext();
        assertThat(lane.controlRecords()).isEqualTo(2);

        lane.sendNext();
        lane.drain();
        assertThat(lane.controlRecords()).isEqualTo(3);
    }

    @Test
    void several_records_in_a_partition_share_one_control_record() {
        PacedProducer lane = transactionalLane(9);

        IntStream.range(0, 9).forEach(i -> lane.sendNext());

        assertThat(lane.controlRecords()).isEqualTo(PARTITIONS);
    }

    @Test
    void without_transactions_there_are_no_control_records() {
        PacedProducer lane = lane(producer);

        IntStream.range(0, 9).forEach(i -> lane.sendNext());
        lane.drain();

        assertThat(lane.controlRecords()).isZero();
    }

    @Test
    void closes_its_producer() {
        lane(producer).close();

        assertThat(producer.closed()).isTrue();
    }

    private PacedProducer lane(MockProducer<byte[], byte[]> with) {
        return new PacedProducer(with, TOPIC, PARTITIONS, 0, 16, payloads(), notes);
    }

    private PacedProducer transactionalLane(int recordsPerTransaction) {
        producer.initTransactions();
        return new PacedProducer(producer, TOPIC, PARTITIONS, recordsPerTransaction, 16, payloads(), notes);
    }

    private static Payloads payloads() {
        return Payloads.seeded(1, 10, false);
    }

    private Future<Void> completeOnceWaiting(Thread sender, int records) {
        return completeOnceWaiting(producer, sender, records);
    }

    /** Completes {@code records} on another thread, as the network thread does, once {@code sender} waits for them. */
    private static Future<Void> completeOnceWaiting(MockProducer<?, ?> of, Thread sender, int records) {
        return CompletableFuture.runAsync(() -> {
            while (sender.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            IntStream.range(0, records).forEach(i -> of.completeNext());
        });
    }

    /** Deals records to the partitions in turn and completes them only when told. */
    private static class ManualProducer extends MockProducer<byte[], byte[]> {
        ManualProducer() {
            super(cluster(), false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
        }

        private static Cluster cluster() {
            Node node = new Node(0, "127.0.0.1", 9092);
            Node[] replicas = {node};
            return new Cluster(
                    "manual",
                    List.of(node),
                    IntStream.range(0, PARTITIONS)
                            .mapToObj(partition -> new PartitionInfo(TOPIC, partition, node, replicas, replicas))
                            .toList(),
                    Set.of(),
                    Set.of());
        }
    }

    /** Refuses every second record inside {@code send()}, on the sending thread, as Kafka's producer does (KAFKA-3190). */
    private static final class FailsInsideSend extends ManualProducer {
        private Exception failure = new RecordTooLargeException("too large");
        private int records;

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> producerRecord, Callback callback) {
            if (++records % 2 == 0) {
                callback.onCompletion(new RecordMetadata(new TopicPartition(TOPIC, 0), -1, -1, -1, -1, -1), failure);
                return CompletableFuture.failedFuture(failure);
            }
            return super.send(producerRecord, callback);
        }
    }

    /** Throws at the third record, without a callback, as Kafka's producer does once a transaction has failed. */
    private static final class ThrowsInsideSend extends ManualProducer {
        private int records;

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> producerRecord, Callback callback) {
            if (++records == 3) {
                throw new KafkaException("in an error state");
            }
            return super.send(producerRecord, callback);
        }
    }

    /** Completes the latest record first, as retries of a producer without idempotence may. */
    private static final class LatestFirst extends ManualProducer {
        private final ArrayDeque<Callback> latestFirst = new ArrayDeque<>();

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<byte[], byte[]> producerRecord, Callback callback) {
            latestFirst.push(callback);
            return new CompletableFuture<>();
        }

        void completeAll() {
            RecordMetadata metadata = new RecordMetadata(new TopicPartition(TOPIC, 0), 0, 0, 0, 0, 0);
            latestFirst.forEach(callback -> callback.onCompletion(metadata, null));
        }
    }
}
