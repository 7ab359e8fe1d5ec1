package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PacedProducerTest {
    /** Long past, so that nothing waits. */
    private static final long DUE = System.nanoTime() - 1_000_000_000;

    private final Notes notes = new Notes();
    private final MockProducer<byte[], byte[]> producer = new ManualProducer();

    @Test
    void a_record_is_outstanding_until_its_callback() {
        PacedProducer paced = paced(producer);

        paced.sendNext();
        paced.sendNext();
        producer.completeNext();

        assertThat(paced.sent()).isEqualTo(2);
        assertThat(paced.completed()).isEqualTo(1);
    }

    @Test
    void records_go_to_the_topic_with_the_payloads_in_turn() {
        PacedProducer paced = paced(producer);

        paced.sendNext();
        paced.sendNextAt(DUE);

        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly(ManualProducer.TOPIC, ManualProducer.TOPIC);
        assertThat(producer.history())
                .extracting(ProducerRecord::value)
                .containsExactly(payloads().value(0), payloads().value(1));
    }

    @Test
    void everything_sent_has_an_outcome_once_drained() {
        PacedProducer paced = paced(producer);
        IntStream.range(0, 5).forEach(i -> paced.sendNext());

        producer.errorNext(new NetworkException("cut"));
        paced.drain();

        assertThat(paced.totals())
                .isEqualTo(new ProducerTotals(5, 4, Map.of(), Map.of(FailureKind.NETWORK, 1L), 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void failures_are_counted_by_kind() {
        PacedProducer paced = paced(producer);
        IntStream.range(0, 4).forEach(i -> paced.sendNextAt(DUE));

        producer.errorNext(new TimeoutException("late"));
        producer.errorNext(new NetworkException("cut"));
        producer.errorNext(new TimeoutException("late"));
        producer.errorNext(new IllegalStateException("what?"));

        assertThat(paced.totals().failures()).isEmpty();
        assertThat(paced.totals().unknowns())
                .isEqualTo(Map.of(FailureKind.TIMEOUT, 2L, FailureKind.NETWORK, 1L, FailureKind.OTHER, 1L));
        assertThat(paced.completed()).isEqualTo(4);
    }

    @Test
    void a_failure_has_no_latency() {
        PacedProducer paced = paced(producer);
        paced.sendNextAt(DUE);
        paced.sendNextAt(DUE + 1);

        producer.errorNext(new TimeoutException("late"));
        producer.completeNext();

        assertThat(notes.dueTimesAcknowledged()).containsExactly(DUE + 1);
    }

    @Test
    void in_open_loop_every_record_is_timed_from_when_it_was_due() {
        PacedProducer paced = paced(producer);

        LongStream.range(0, 20).forEach(i -> paced.sendNextAt(DUE + i));
        paced.drain();

        assertThat(notes.sent)
                .extracting(Notes.Times::due)
                .containsExactlyElementsOf(
                        LongStream.range(DUE, DUE + 20).boxed().toList());
        assertThat(notes.acknowledged).containsExactlyElementsOf(notes.sent);
    }

    @Test
    void a_record_is_not_sent_before_it_is_due() {
        PacedProducer paced = paced(producer);
        long due = System.nanoTime() + 2_000_000;

        paced.sendNextAt(due);

        assertThat(notes.sent.get(0).sent() - due).isNotNegative();
    }

    @Test
    void in_closed_loop_one_record_in_sixteen_is_timed_and_none_has_a_due_time() {
        PacedProducer paced = paced(producer);

        IntStream.range(0, 33).forEach(i -> paced.sendNext());
        paced.drain();

        assertThat(notes.sent).hasSize(3).extracting(Notes.Times::due).containsOnly(LatencySink.NO_DUE_TIME);
        assertThat(notes.acknowledged).containsExactlyElementsOf(notes.sent);
        assertThat(paced.totals().succeeded()).isEqualTo(33);
    }

    @Test
    void acknowledgements_out_of_order_keep_their_own_times() {
        LatestFirst latestFirst = new LatestFirst();
        PacedProducer paced = paced(latestFirst);

        LongStream.range(0, 3).forEach(i -> paced.sendNextAt(DUE + i));
        latestFirst.completeAll();

        assertThat(notes.dueTimesAcknowledged()).containsExactly(DUE + 2, DUE + 1, DUE);
    }

    @Test
    void waits_until_one_in_thirty_two_has_come_back_when_more_than_so_many_are_outstanding() throws Exception {
        PacedProducer paced = paced(producer);
        paced.adopt();
        IntStream.range(0, 65).forEach(i -> paced.sendNext());

        var network = completeOnceWaiting(Thread.currentThread(), 3);
        paced.awaitRoom(64);

        assertThat(paced.completed()).isEqualTo(3);
        network.get();
    }

    @Test
    void does_not_wait_when_few_enough_are_outstanding() {
        PacedProducer paced = paced(producer);
        IntStream.range(0, 64).forEach(i -> paced.sendNext());

        paced.awaitRoom(64);

        assertThat(paced.completed()).isZero();
    }

    @Test
    void a_failed_record_is_outstanding_no_longer() {
        PacedProducer paced = paced(producer);
        paced.sendNext();

        producer.errorNext(new TimeoutException("late"));

        paced.awaitRoom(0);
        assertThat(paced.totals().succeeded()).isZero();
    }

    @Test
    void an_interrupted_wait_says_how_far_it_came() {
        PacedProducer paced = paced(producer);
        paced.adopt();
        paced.sendNext();
        Thread.currentThread().interrupt();

        try {
            assertThatThrownBy(() -> paced.awaitRoom(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("interrupted while waiting for acknowledgements: 0 of 1 records are complete");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void records_that_fail_inside_send_are_counted_and_their_neighbours_keep_their_times() {
        FailsInsideSend failing = new FailsInsideSend();
        PacedProducer paced = paced(failing);
        paced.adopt();

        LongStream.range(0, 6).forEach(i -> paced.sendNextAt(DUE + i));
        paced.drain();

        assertThat(notes.dueTimesAcknowledged()).containsExactly(DUE, DUE + 2, DUE + 4);
        assertThat(paced.totals())
                .isEqualTo(new ProducerTotals(
                        6, 3, Map.of(FailureKind.RECORD_TOO_LARGE, 3L), Map.of(), 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void waiting_takes_records_that_failed_inside_send_into_account() throws Exception {
        FailsInsideSend failing = new FailsInsideSend();
        PacedProducer paced = paced(failing);
        paced.adopt();
        IntStream.range(0, 6).forEach(i -> paced.sendNext());

        var network = completeOnceWaiting(failing, Thread.currentThread(), 3);
        paced.awaitRoom(0);

        assertThat(paced.completed()).isEqualTo(6);
        network.get();
    }

    @Test
    void no_count_is_lost_when_both_threads_complete_records_at_once() throws Exception {
        int records = 200_000;
        FailsInsideSend failing = new FailsInsideSend();
        PacedProducer paced = paced(failing);
        paced.adopt();

        var network = CompletableFuture.runAsync(() -> {
            for (int completed = 0; completed < records / 2; ) {
                completed += failing.completeNext() ? 1 : 0;
            }
        });
        IntStream.range(0, records).forEach(i -> paced.sendNext());
        network.get();

        assertThat(paced.completed()).isEqualTo(records);
        assertThat(paced.totals().succeeded()).isEqualTo(records / 2);
        assertThat(paced.totals().failures()).isEqualTo(Map.of(FailureKind.RECORD_TOO_LARGE, records / 2L));
    }

    @Test
    void a_sink_that_throws_is_counted_and_the_record_is_not_lost() {
        LatencySink broken = new LatencySink() {
            @Override
            public void acknowledged(long sequence, long dueNanos, long sentNanos, long nowNanos) {
                throw new IllegalStateException("broken");
            }
        };
        PacedProducer paced =
                new PacedProducer(producer, ManualProducer.TOPIC, ManualProducer.PARTITIONS, 0, 16, payloads(), broken);

        paced.sendNextAt(DUE);
        paced.drain();

        assertThat(paced.totals()).isEqualTo(new ProducerTotals(1, 1, Map.of(), Map.of(), 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void a_stall_longer_than_the_ring_of_slots_loses_no_record() {
        int ring = 65_536;
        PacedProducer paced = paced(producer);

        LongStream.range(0, ring + 2).forEach(i -> paced.sendNextAt(DUE + i));
        paced.drain();

        assertThat(paced.totals())
                .isEqualTo(new ProducerTotals(ring + 2, ring + 2, Map.of(), Map.of(), 0, 0, 0, 0, 2, 0, 0));
        assertThat(notes.dueTimesAcknowledged())
                .isEqualTo(LongStream.range(DUE, DUE + ring + 2).boxed().toList());
    }

    @Test
    void slots_are_used_again_once_their_records_are_complete() {
        PacedProducer paced = paced(producer);

        LongStream.range(0, 65_536 + 2).forEach(i -> {
            paced.sendNextAt(DUE + i);
            producer.completeNext();
        });

        assertThat(paced.totals().slotMisses()).isZero();
    }

    @Test
    void without_a_transaction_a_send_that_throws_ends_the_work() {
        PacedProducer paced = paced(new ThrowsInsideSend());
        paced.sendNext();
        paced.sendNext();

        assertThatThrownBy(paced::sendNext).isInstanceOf(KafkaException.class).hasMessage("in an error state");
    }

    @Test
    void what_fails_inside_send_never_left_whatever_its_kind() {
        FailsInsideSend failing = new FailsInsideSend();
        failing.failure = new TimeoutException("no memory");
        PacedProducer paced = paced(failing);
        paced.adopt();

        IntStream.range(0, 4).forEach(i -> paced.sendNext());
        paced.drain();

        assertThat(paced.totals().failures()).isEqualTo(Map.of(FailureKind.TIMEOUT, 2L));
        assertThat(paced.totals().unknowns()).isEmpty();
    }

    @Test
    void closes_its_producer() {
        paced(producer).close();

        assertThat(producer.closed()).isTrue();
    }

    private PacedProducer paced(MockProducer<byte[], byte[]> with) {
        return new PacedProducer(with, ManualProducer.TOPIC, ManualProducer.PARTITIONS, 0, 16, payloads(), notes);
    }

    private static Payloads payloads() {
        return Payloads.seeded(1, 10);
    }

    private Future<Void> completeOnceWaiting(Thread sender, int records) {
        return completeOnceWaiting(producer, sender, records);
    }

    /**
     * Completes {@code records} on another thread, as the network thread does, once {@code sender}
     * waits for them.
     */
    private static Future<Void> completeOnceWaiting(MockProducer<?, ?> of, Thread sender, int records) {
        return CompletableFuture.runAsync(() -> {
            while (sender.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            IntStream.range(0, records).forEach(i -> of.completeNext());
        });
    }

    /**
     * Refuses every second record inside {@code send()}, on the sending thread, as Kafka's producer
     * does (KAFKA-3190).
     */
    private static final class FailsInsideSend extends ManualProducer {
        private Exception failure = new RecordTooLargeException("too large");
        private int records;

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> producerRecord, Callback callback) {
            if (++records % 2 == 0) {
                callback.onCompletion(
                        new RecordMetadata(new TopicPartition(ManualProducer.TOPIC, 0), -1, -1, -1, -1, -1), failure);
                return CompletableFuture.failedFuture(failure);
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
            RecordMetadata metadata = new RecordMetadata(new TopicPartition(ManualProducer.TOPIC, 0), 0, 0, 0, 0, 0);
            latestFirst.forEach(callback -> callback.onCompletion(metadata, null));
        }
    }
}
