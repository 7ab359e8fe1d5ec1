package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each is driven by a {@link PacedProducer}, because the order of its calls is what matters. */
@Timeout(30)
class ProducerTransactionsTest {
    /** Long past, so that nothing waits. */
    private static final long DUE = System.nanoTime() - 1_000_000_000;

    private final Notes notes = new Notes();
    private final MockProducer<byte[], byte[]> producer = new ManualProducer();

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
        PacedProducer paced = new PacedProducer(
                throwing, ManualProducer.TOPIC, ManualProducer.PARTITIONS, 4, 16, Payloads.seeded(1, 10), notes);
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
    void a_seed_always_aborts_the_same_transactions_and_another_seed_others() {
        assertThat(abortedOf64(1)).isEqualTo(abortedOf64(1)).isNotEqualTo(abortedOf64(2));
    }

    /** Of 64 at a rate of a half; seventeen would be beyond five standard deviations. */
    @Test
    void the_share_of_aborts_is_the_rate_but_for_chance() {
        assertThat(abortedOf64(3)).hasSizeBetween(17, 47);
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

        assertThat(paced.controlRecords()).isEqualTo(ManualProducer.PARTITIONS);
    }

    @Test
    void without_transactions_there_are_no_control_records() {
        PacedProducer paced = new PacedProducer(
                producer, ManualProducer.TOPIC, ManualProducer.PARTITIONS, 0, 16, Payloads.seeded(1, 10), notes);

        IntStream.range(0, 9).forEach(i -> paced.sendNext());
        paced.drain();

        assertThat(paced.controlRecords()).isZero();
    }

    private List<Long> abortedOf64(long seed) {
        notes.aborted.clear();
        PacedProducer paced = aborting(1, 0.5, seed);
        IntStream.range(0, 64).forEach(i -> paced.sendNextAt(DUE + i));
        return List.copyOf(notes.aborted);
    }

    private PacedProducer transactional(int recordsPerTransaction) {
        producer.initTransactions();
        return new PacedProducer(
                producer,
                ManualProducer.TOPIC,
                ManualProducer.PARTITIONS,
                recordsPerTransaction,
                16,
                Payloads.seeded(1, 10),
                notes);
    }

    private PacedProducer timed(int millis) {
        producer.initTransactions();
        Workload workload = AScenario.with(Map.of(
                        Axis.ACKS, "all",
                        Axis.ENABLE_IDEMPOTENCE, "true",
                        Axis.TRANSACTIONAL, "true",
                        Axis.TRANSACTION_MS, Integer.toString(millis)))
                .workload();
        return new PacedProducer(
                producer,
                ManualProducer.TOPIC,
                ManualProducer.PARTITIONS,
                TransactionRule.of(workload, 1),
                16,
                Payloads.seeded(1, 10),
                notes);
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
        return new PacedProducer(
                with,
                ManualProducer.TOPIC,
                ManualProducer.PARTITIONS,
                TransactionRule.of(workload, seed),
                16,
                Payloads.seeded(1, 10),
                notes);
    }
}
