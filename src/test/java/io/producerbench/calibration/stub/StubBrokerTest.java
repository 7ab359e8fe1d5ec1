package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.calibration.stub.ReferenceLog.EndTxn;
import io.producerbench.calibration.stub.ReferenceLog.Withholding;
import io.producerbench.load.LogEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A stub broker in a process of its own, and Kafka's own producer and admin client. */
@Tag("truth")
@Tag("alone")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StubBrokerTest {
    private static final int PARTITIONS = 6;
    private static final int RECORDS = 2_000;
    private static final String TOPIC = "topic";
    private static final Map<String, Object> DEFAULTS = Map.of();
    /** So that a batch fails with what the broker said first. */
    private static final Map<String, Object> ONE_TRY =
            Map.of("retries", 0, "linger.ms", 0, "request.timeout.ms", 500, "delivery.timeout.ms", 30_000);

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(StubMode.class)
    void every_record_is_acknowledged_and_in_the_log_once(StubMode mode) throws Exception {
        try (StubProcess stub = start(StubScript.prompt(PARTITIONS));
                Producer<byte[], byte[]> producer = mode.producer(stub, DEFAULTS);
                LogEnd logEnd = LogEnd.replicated(stub.bootstrapServers(), TOPIC, PARTITIONS);
                LogEnd leaders = LogEnd.ofLeaders(stub.bootstrapServers(), TOPIC)) {
            assertThat(producer.partitionsFor(TOPIC)).hasSize(PARTITIONS);
            for (Future<RecordMetadata> one : sendAll(producer, mode)) {
                assertThat(one.get().hasOffset()).isEqualTo(mode != StubMode.ACKS_0);
            }
            patiently().until(() -> stub.truth().appendedRecords() == RECORDS);

            ReferenceLog truth = stub.truth();
            assertThat(truth.controlRecords()).isEqualTo(mode.transactional() ? PARTITIONS : 0);
            assertThat(logEnd.sum().get()).isEqualTo(RECORDS + truth.controlRecords());
            assertThat(leaders.sum().get()).isEqualTo(RECORDS + truth.controlRecords());
            assertThat(truth.batches())
                    .allMatch(batch -> batch.error() == ScriptedError.NONE && batch.appended())
                    .allMatch(batch -> mode == StubMode.ACKS_0
                            ? batch.repliedNanos() == ReferenceLog.NEVER
                            : batch.repliedNanos() >= batch.arrivalNanos());
            for (int partition = 0; partition < PARTITIONS; partition++) {
                assertContiguous(truth, partition);
            }
        }
    }

    @Test
    void acknowledged_offsets_are_those_of_the_log() throws Exception {
        try (StubProcess stub = start(StubScript.prompt(1));
                Producer<byte[], byte[]> producer = StubMode.ACKS_ALL.producer(stub, DEFAULTS)) {
            for (long expected = 0; expected < 10; expected++) {
                assertThat(sendOne(producer).get().offset()).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_request_larger_than_any_buffer_before_is_read() throws Exception {
        try (StubProcess stub = start(StubScript.prompt(1));
                Producer<byte[], byte[]> producer =
                        StubMode.ACKS_ALL.producer(stub, Map.of("max.request.size", 20_000_000))) {
            producer.send(new ProducerRecord<>(TOPIC, new byte[10_000_000])).get();
            sendOne(producer).get();

            assertThat(stub.truth().appendedRecords()).isEqualTo(2);
        }
    }

    @Test
    void many_transactions_are_each_committed_or_aborted_once() throws Exception {
        try (StubProcess stub = start(StubScript.prompt(1));
                Producer<byte[], byte[]> producer = StubMode.TRANSACTIONAL.producer(stub, DEFAULTS)) {
            for (int i = 0; i < 50; i++) {
                producer.beginTransaction();
                sendOne(producer).get();
                if (i % 5 == 0) {
                    producer.abortTransaction();
                } else {
                    producer.commitTransaction();
                }
            }

            assertThat(stub.truth().endTxns())
                    .hasSize(50)
                    .allMatch(end -> end.controlRecords() == 1 && end.repliedNanos() >= end.arrivalNanos());
            assertThat(stub.truth().endTxns().stream().filter(EndTxn::committed))
                    .hasSize(40);
        }
    }

    @Test
    void a_delay_lies_between_arrival_and_reply() throws Exception {
        StubScript script = StubScript.prompt(PARTITIONS).withProduceDelay(new Delay.Constant(20_000_000));
        try (StubProcess stub = start(script);
                Producer<byte[], byte[]> producer = StubMode.ACKS_ALL.producer(stub, DEFAULTS)) {
            sendAll(producer, StubMode.ACKS_ALL);

            long[] delays = stub.truth().batches().stream()
                    .mapToLong(batch -> batch.repliedNanos() - batch.arrivalNanos())
                    .sorted()
                    .toArray();
            assertThat(delays[0]).isGreaterThanOrEqualTo(20_000_000);
            assertThat(delays[delays.length / 2]).isLessThan(40_000_000);
        }
    }

    @Test
    void a_transaction_ends_after_its_own_delay() throws Exception {
        StubScript script = StubScript.prompt(1).withEndTxnDelay(new Delay.Constant(300_000_000));
        try (StubProcess stub = start(script);
                Producer<byte[], byte[]> producer = StubMode.TRANSACTIONAL.producer(stub, DEFAULTS)) {
            producer.beginTransaction();
            sendOne(producer).get();
            producer.commitTransaction();

            Batch batch = stub.truth().batches().get(0);
            EndTxn end = stub.truth().endTxns().get(0);
            assertThat(end.repliedNanos() - end.arrivalNanos()).isGreaterThanOrEqualTo(300_000_000);
            assertThat(batch.repliedNanos() - batch.arrivalNanos()).isLessThan(300_000_000);
        }
    }

    @Test
    void no_acknowledgement_leaves_while_they_are_withheld() throws Exception {
        try (StubProcess stub = start(StubScript.prompt(1));
                Producer<byte[], byte[]> producer = StubMode.ACKS_ALL.producer(stub, Map.of("linger.ms", 0))) {
            sendOne(producer).get();

            stub.withholdProduce(Duration.ofSeconds(2));
            patiently().until(() -> !stub.truth().withholdings().isEmpty());
            Future<RecordMetadata> first = sendOne(producer);
            Future<RecordMetadata> second = sendOne(producer);
            first.get();
            long acknowledged = System.nanoTime();
            second.get();

            ReferenceLog truth = stub.truth();
            Withholding withholding = truth.withholdings().get(0);
            assertThat(withholding.toNanos() - withholding.fromNanos()).isEqualTo(2_000_000_000);
            assertThat(acknowledged).isGreaterThanOrEqualTo(withholding.toNanos());
            assertThat(truth.batches()).noneMatch(batch -> isDuring(withholding, batch.repliedNanos()));
            assertThat(truth.batches()).anyMatch(batch -> isDuring(withholding, batch.arrivalNanos()));
        }
    }

    @Test
    void no_transaction_ends_while_the_end_is_withheld() throws Exception {
        try (StubProcess stub = start(StubScript.prompt(1));
                Producer<byte[], byte[]> producer = StubMode.TRANSACTIONAL.producer(stub, DEFAULTS)) {
            producer.beginTransaction();
            stub.withholdEndTxn(Duration.ofSeconds(2));
            patiently().until(() -> !stub.truth().withholdings().isEmpty());
            sendOne(producer).get();
            producer.commitTransaction();
            long committed = System.nanoTime();

            ReferenceLog truth = stub.truth();
            Withholding withholding = truth.withholdings().get(0);
            assertThat(withholding.kind()).isEqualTo(ReplyKind.END_TXN);
            assertThat(committed).isGreaterThanOrEqualTo(withholding.toNanos());
            assertThat(truth.endTxns().get(0).arrivalNanos()).isLessThan(withholding.toNanos());
            assertThat(truth.endTxns().get(0).repliedNanos()).isGreaterThanOrEqualTo(withholding.toNanos());
            assertThat(truth.batches().get(0).repliedNanos()).isLessThan(withholding.toNanos());
        }
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, 0", "TIMED_OUT, 1", "NOT_ENOUGH_REPLICAS, 0", "DISCONNECT, 1", "SILENT, 1"})
    void a_scripted_error_reaches_the_client(ScriptedError error, long appended) {
        StubScript script = StubScript.prompt(1).withErrors(1, error);
        try (StubProcess stub = start(script);
                Producer<byte[], byte[]> producer = StubMode.ACKS_ALL.producer(stub, ONE_TRY)) {
            assertThatThrownBy(() -> sendOne(producer).get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(exception(error));

            ReferenceLog truth = stub.truth();
            assertThat(truth.batches()).hasSize(1).allMatch(batch -> batch.error() == error);
            assertThat(truth.appendedRecords()).isEqualTo(appended);
            assertThat(truth.batches().get(0).repliedNanos() == ReferenceLog.NEVER)
                    .isEqualTo(error == ScriptedError.DISCONNECT || error == ScriptedError.SILENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"ACKS_ALL, true", "IDEMPOTENT, false", "TRANSACTIONAL, false"})
    void what_was_appended_and_sent_again_is_there_twice_unless_the_producer_is_idempotent(StubMode mode, boolean twice)
            throws Exception {
        StubScript script = StubScript.prompt(PARTITIONS).withErrors(0.5, ScriptedError.TIMED_OUT);
        try (StubProcess stub = start(script);
                Producer<byte[], byte[]> producer = mode.producer(stub, DEFAULTS)) {
            for (Future<RecordMetadata> one : sendAll(producer, mode)) {
                one.get();
            }

            ReferenceLog truth = stub.truth();
            assertThat(truth.batches()).anyMatch(batch -> batch.error() == ScriptedError.TIMED_OUT);
            assertThat(truth.appendedRecords() > RECORDS).isEqualTo(twice);
            assertThat(truth.appendedRecords()).isGreaterThanOrEqualTo(RECORDS);
        }
    }

    @Test
    void errors_hit_the_share_of_batches_that_the_script_says() throws Exception {
        StubScript script = StubScript.prompt(1).withErrors(0.3, ScriptedError.REFUSED);
        Map<String, Object> settings = new HashMap<>(ONE_TRY);
        settings.put("batch.size", 0);
        try (StubProcess stub = start(script);
                Producer<byte[], byte[]> producer = StubMode.ACKS_ALL.producer(stub, settings)) {
            sendAll(producer, 1, StubMode.ACKS_ALL);

            List<Batch> batches = stub.truth().batches();
            assertThat(batches).hasSize(RECORDS);
            assertThat(batches.stream()
                            .filter(batch -> batch.error() == ScriptedError.REFUSED)
                            .count())
                    .isBetween(500L, 700L);
        }
    }

    @Test
    void without_truth_it_counts_but_remembers_nothing() throws Exception {
        try (StubProcess stub = start(StubScript.prompt(PARTITIONS).withoutTruth());
                Producer<byte[], byte[]> producer = StubMode.ACKS_ALL.producer(stub, DEFAULTS);
                LogEnd logEnd = LogEnd.replicated(stub.bootstrapServers(), TOPIC, PARTITIONS)) {
            sendAll(producer, StubMode.ACKS_ALL);

            assertThat(logEnd.sum().get()).isEqualTo(RECORDS);
            assertThat(stub.truth().batches()).isEmpty();
        }
    }

    @Test
    void ends_by_itself_when_its_orders_end() {
        StubProcess stub = start(StubScript.prompt(1));

        stub.close();

        assertThat(stub.exitValue()).isZero();
        stub.close();
    }

    @Test
    void a_start_that_fails_gives_its_last_words() {
        assertThatThrownBy(() -> StubProcess.start(StubScript.prompt(1), "nowhere", scratch))
                .isInstanceOf(StubException.class)
                .hasMessageStartingWith("the stub broker ended with exit code 1; its last lines:\n  Error: ")
                .hasMessageContaining("StubBroker");
    }

    private StubProcess start(StubScript script) {
        return StubProcess.start(script, System.getProperty("java.class.path"), scratch);
    }

    private static Future<RecordMetadata> sendOne(Producer<byte[], byte[]> producer) {
        return producer.send(new ProducerRecord<>(TOPIC, new byte[100]));
    }

    private static List<Future<RecordMetadata>> sendAll(Producer<byte[], byte[]> producer, StubMode mode) {
        return sendAll(producer, PARTITIONS, mode);
    }

    /** In one transaction if it must be. When this returns, every record's action is known. */
    private static List<Future<RecordMetadata>> sendAll(
            Producer<byte[], byte[]> producer, int partitions, StubMode mode) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        if (mode.transactional()) {
            producer.beginTransaction();
        }
        for (int i = 0; i < RECORDS; i++) {
            sent.add(producer.send(new ProducerRecord<>(TOPIC, i % partitions, null, new byte[100])));
        }
        if (mode.transactional()) {
            producer.commitTransaction();
        }
        producer.flush();
        return sent;
    }

    private static void assertContiguous(ReferenceLog truth, int partition) {
        List<Batch> batches = truth.batches().stream()
                .filter(batch -> batch.partition() == partition)
                .toList();
        long next = 0;
        for (Batch batch : batches) {
            assertThat(batch.baseOffset()).isEqualTo(next);
            next += batch.records();
        }
        assertThat(next)
                .isEqualTo(LongStream.range(0, RECORDS)
                        .filter(i -> i % PARTITIONS == partition)
                        .count());
    }

    private static boolean isDuring(Withholding withholding, long nanos) {
        return nanos > withholding.fromNanos() && nanos < withholding.toNanos();
    }

    private static Class<? extends Exception> exception(ScriptedError error) {
        return switch (error) {
            case REFUSED -> InvalidRecordException.class;
            case TIMED_OUT, SILENT -> TimeoutException.class;
            case NOT_ENOUGH_REPLICAS -> NotEnoughReplicasException.class;
            case DISCONNECT -> NetworkException.class;
            case NONE -> throw new IllegalArgumentException("expected an error, got none");
        };
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
