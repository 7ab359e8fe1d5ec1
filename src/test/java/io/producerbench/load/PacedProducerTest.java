package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Workload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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

        assertThat(producer.history()).extracting(ProducerRecord::topic).containsExactly(TOPIC, TOPIC);
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
        PacedProducer paced = new PacedProducer(producer, TOPIC, PARTITIONS, 0, 16, payloads(), broken);

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
    void commits_once_a_transaction_is_full() {
        PacedProducer paced = transactional(2);

        LongStream.range(0, 5).forEach(i -> paced.sendNextAt(DUE + i));

        assertThat(producer.commitCount()).isEqualTo(2);
        assertThat(producer.uncommittedRecords()).hasSize(1);
        assertThat(notes.commits).isEqualTo(2);
        assertThat(paced.totals().transactions()).isEqualTo(2);
    }

    @Test
    void a_commit_tells_the_due_time_of_each_of_its_records() {
        PacedProducer paced = transactional(2);

        LongStream.range(0, 5).forEach(i -> paced.sendNextAt(DUE + i));

        assertThat(notes.committed).containsExactly(DUE, DUE + 1, DUE + 2, DUE + 3);
    }

    @Test
    void in_closed_loop_a_commit_has_no_due_times_to_tell() {
        PacedProducer paced = transactional(2);

        paced.sendNext();
        paced.sendNext();

        assertThat(notes.committed).containsExactly(LatencySink.NO_DUE_TIME, LatencySink.NO_DUE_TIME);
    }

    @Test
    void draining_commits_the_open_transaction() {
        PacedProducer paced = transactional(10);
        LongStream.range(0, 3).forEach(i -> paced.sendNextAt(DUE + i));

        paced.drain();

        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(notes.committed).containsExactly(DUE, DUE + 1, DUE + 2);
        assertThat(paced.totals()).isEqualTo(new ProducerTotals(3, 3, Map.of(), Map.of(), 1, 0, 3, 0, 0, 0, 0));
    }

    @Test
    void draining_without_an_open_transaction_commits_nothing() {
        PacedProducer paced = transactional(2);
        paced.sendNext();
        paced.sendNext();

        paced.drain();

        assertThat(producer.commitCount()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_cannot_be_committed_is_aborted_and_counted() {
        PacedProducer paced = transactional(2);
        producer.commitTransactionException = new KafkaException("refused");

        paced.sendNextAt(DUE);
        paced.sendNextAt(DUE + 1);

        assertThat(producer.transactionAborted()).isTrue();
        assertThat(paced.totals().transactions()).isEqualTo(1);
        assertThat(paced.totals().abortedTransactions()).isEqualTo(1);
        assertThat(notes.committed).isEmpty();
        assertThat(notes.commits).isZero();
    }

    @Test
    void work_goes_on_after_an_aborted_transaction() {
        PacedProducer paced = transactional(1);
        producer.commitTransactionException = new KafkaException("refused");
        paced.sendNextAt(DUE);
        producer.commitTransactionException = null;

        paced.sendNextAt(DUE + 1);

        assertThat(paced.totals().transactions()).isEqualTo(2);
        assertThat(paced.totals().abortedTransactions()).isEqualTo(1);
        assertThat(notes.committed).containsExactly(DUE + 1);
    }

    @Test
    void a_transaction_that_fails_before_its_commit_is_aborted_and_every_record_has_an_outcome() {
        ThrowsInsideSend throwing = new ThrowsInsideSend();
        throwing.initTransactions();
        PacedProducer paced = new PacedProducer(throwing, TOPIC, PARTITIONS, 4, 16, payloads(), notes);
        paced.adopt();

        IntStream.range(0, 5).forEach(i -> paced.sendNextAt(DUE + i));
        paced.drain();

        assertThat(paced.completed()).isEqualTo(5);
        assertThat(paced.totals().failures()).isEqualTo(Map.of(FailureKind.NOT_TAKEN, 1L));
        assertThat(paced.totals().succeeded()).isEqualTo(4);
        assertThat(paced.totals().abortedTransactions()).isEqualTo(1);
        assertThat(notes.committed).containsExactly(DUE + 3, DUE + 4);
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
    void a_drawn_abort_comes_when_all_its_records_are_acknowledged_and_is_no_refusal() {
        PacedProducer paced = aborting(2, 0.5, 4);

        LongStream.range(0, 8).forEach(i -> paced.sendNextAt(DUE + i));

        ProducerTotals totals = paced.totals();
        assertThat(totals.drawnAborts()).isBetween(1L, 3L);
        assertThat(totals.transactions()).isEqualTo(4);
        assertThat(totals.abortedTransactions()).isZero();
        assertThat(totals.succeeded()).isEqualTo(8);
        assertThat(totals.abortedRecords())
                .isEqualTo(2 * totals.drawnAborts())
                .isEqualTo(notes.aborted.size())
                .isEqualTo(paced.abortedRecords());
        assertThat(totals.controlRecords()).isEqualTo(8);
        assertThat(notes.committed).hasSize((int) (8 - totals.abortedRecords()));
        assertThat(producer.history()).hasSize((int) (8 - totals.abortedRecords()));
    }

    @Test
    void a_timed_transaction_ends_when_its_time_is_over_and_not_before_whatever_its_records() {
        PacedProducer longer = timed(30_000);
        LongStream.range(0, 10_000).forEach(i -> longer.sendNextAt(DUE + i));
        longer.endTransactionBy(System.nanoTime());

        assertThat(longer.totals().transactions()).isZero();
        assertThat(longer.isInTransaction()).isTrue();

        longer.drain();

        assertThat(notes.committed).hasSize(10_000);
    }

    @Test
    void a_timed_transaction_does_not_wait_for_a_record_that_is_due_after_its_end() {
        PacedProducer paced = timed(1);
        paced.sendNextAt(DUE);
        paced.endTransactionBy(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));

        assertThat(paced.totals().transactions()).isEqualTo(1);
        assertThat(paced.isInTransaction()).isFalse();
    }

    @Test
    void a_counted_transaction_does_not_end_by_time() {
        PacedProducer paced = transactional(2);
        paced.sendNextAt(DUE);
        paced.endTransactionBy(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));

        assertThat(paced.isInTransaction()).isTrue();
    }

    private PacedProducer timed(int millis) {
        producer.initTransactions();
        Workload workload = AScenario.with(Map.of(
                        Axis.ACKS, "all",
                        Axis.ENABLE_IDEMPOTENCE, "true",
                        Axis.TRANSACTIONAL, "true",
                        Axis.TRANSACTION_MS, Integer.toString(millis)))
                .workload();
        return new PacedProducer(producer, TOPIC, PARTITIONS, TransactionRule.of(workload, 1), 16, payloads(), notes);
    }

    @Test
    void a_seed_always_aborts_the_same_transactions_and_another_seed_others() {
        assertThat(abortedOf64(1)).isEqualTo(abortedOf64(1)).isNotEqualTo(abortedOf64(2));
    }

    /** Of 64 at a rate of a half; seventeen would be beyond five standard deviations. */
    @Test
    void the_share_of_aborts_is_the_rate_but_for_chance() {
        assertThat(abortedOf64(3)).hasSizeBetween(17, 47);
    }

    private List<Long> abortedOf64(long seed) {
        notes.aborted.clear();
        PacedProducer paced = aborting(1, 0.5, seed);
        IntStream.range(0, 64).forEach(i -> paced.sendNextAt(DUE + i));
        return List.copyOf(notes.aborted);
    }

    /** Kafka's client drops what is still unsent when a transaction is aborted. */
    @Test
    void no_record_is_outstanding_when_a_drawn_abort_begins() {
        List<Integer> outstanding = new ArrayList<>();
        ManualProducer manual = new ManualProducer() {
            @Override
            public void abortTransaction() {
                outstanding.add(notes.sent.size() - notes.acknowledged.size());
                super.abortTransaction();
            }
        };
        manual.initTransactions();
        PacedProducer paced = aborting(manual, 3, 0.9, 1);

        LongStream.range(0, 30).forEach(i -> paced.sendNextAt(DUE + i));

        assertThat(outstanding).isNotEmpty().containsOnly(0);
    }

    @Test
    void records_of_a_refused_transaction_are_aborted_records_too() {
        PacedProducer paced = transactional(2);
        producer.commitTransactionException = new KafkaException("refused");

        paced.sendNextAt(DUE);
        paced.sendNextAt(DUE + 1);

        assertThat(paced.totals().abortedRecords()).isEqualTo(2);
        assertThat(paced.totals().drawnAborts()).isZero();
    }

    @Test
    void a_fenced_producer_has_no_transaction_to_abort() {
        PacedProducer paced = transactional(1);
        producer.commitTransactionException = new ProducerFencedException("another has taken over");

        assertThatThrownBy(() -> paced.sendNextAt(DUE)).isInstanceOf(ProducerFencedException.class);

        assertThat(producer.transactionAborted()).isFalse();
    }

    @Test
    void a_commit_writes_one_control_record_to_each_partition_it_touched() {
        PacedProducer paced = transactional(2);

        paced.sendNext();
        paced.sendNext();
        assertThat(paced.controlRecords()).isEqualTo(2);

        paced.sendNext();
        paced.drain();
        assertThat(paced.controlRecords()).isEqualTo(3);
    }

    @Test
    void several_records_in_a_partition_share_one_control_record() {
        PacedProducer paced = transactional(9);

        IntStream.range(0, 9).forEach(i -> paced.sendNext());

        assertThat(paced.controlRecords()).isEqualTo(PARTITIONS);
    }

    @Test
    void without_transactions_there_are_no_control_records() {
        PacedProducer paced = paced(producer);

        IntStream.range(0, 9).forEach(i -> paced.sendNext());
        paced.drain();

        assertThat(paced.controlRecords()).isZero();
    }

    @Test
    void closes_its_producer() {
        paced(producer).close();

        assertThat(producer.closed()).isTrue();
    }

    private PacedProducer paced(MockProducer<byte[], byte[]> with) {
        return new PacedProducer(with, TOPIC, PARTITIONS, 0, 16, payloads(), notes);
    }

    private PacedProducer transactional(int recordsPerTransaction) {
        producer.initTransactions();
        return new PacedProducer(producer, TOPIC, PARTITIONS, recordsPerTransaction, 16, payloads(), notes);
    }

    private PacedProducer aborting(int recordsPerTransaction, double abortRate, long seed) {
        if (!producer.transactionInitialized()) {
            producer.initTransactions();
        }
        return aborting(producer, recordsPerTransaction, abortRate, seed);
    }

    private PacedProducer aborting(
            MockProducer<byte[], byte[]> with, int recordsPerTransaction, double abortRate, long seed) {
        Workload workload = AScenario.with(Map.of(
                        Axis.ACKS, "all",
                        Axis.ENABLE_IDEMPOTENCE, "true",
                        Axis.TRANSACTIONAL, "true",
                        Axis.RECORDS_PER_TRANSACTION, Integer.toString(recordsPerTransaction),
                        Axis.ABORT_RATE, Double.toString(abortRate)))
                .workload();
        return new PacedProducer(with, TOPIC, PARTITIONS, TransactionRule.of(workload, seed), 16, payloads(), notes);
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
                callback.onCompletion(new RecordMetadata(new TopicPartition(TOPIC, 0), -1, -1, -1, -1, -1), failure);
                return CompletableFuture.failedFuture(failure);
            }
            return super.send(producerRecord, callback);
        }
    }

    /**
     * Throws at the third record, without a callback, as Kafka's producer does once a transaction
     * has failed.
     */
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
