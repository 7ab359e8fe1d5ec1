package io.producerbench.guarantees.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.SharedCluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.AnomalyFinding;
import io.producerbench.guarantees.verification.Attempt;
import io.producerbench.guarantees.verification.AttemptOutcome;
import io.producerbench.guarantees.verification.Checker;
import io.producerbench.guarantees.verification.CheckerReport;
import io.producerbench.guarantees.verification.Isolation;
import io.producerbench.guarantees.verification.Ledger;
import io.producerbench.guarantees.verification.ReadBack;
import io.producerbench.guarantees.verification.RecordCount;
import io.producerbench.guarantees.verification.RecordHeader;
import io.producerbench.guarantees.verification.RecordId;
import io.producerbench.guarantees.verification.RecordKind;
import io.producerbench.guarantees.verification.RecordedHistory;
import io.producerbench.guarantees.verification.Stored;
import io.producerbench.guarantees.verification.TransactionOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From writer to verdict on real brokers, without any fault but those that are planted. */
@Tag("cluster")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialClientsOnBrokersTest {
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration NOT_LONG = Duration.ofSeconds(2);
    private static final Guarantee ACKS_0 = new Guarantee(Acks.NONE, false, false, 1);
    private static final Guarantee ACKS_1 = new Guarantee(Acks.LEADER, false, false, 1);
    private static final Guarantee ACKS_ALL = new Guarantee(Acks.ALL, false, false, 2);
    private static final Guarantee IDEMPOTENT = new Guarantee(Acks.ALL, true, false, 2);
    private static final Guarantee TRANSACTIONAL = new Guarantee(Acks.ALL, true, true, 2);
    private static final AtomicLong RUNS = new AtomicLong(System.nanoTime());

    private final Cluster cluster = SharedCluster.get();

    @TempDir
    Path directory;

    static Stream<Guarantee> modes() {
        return Stream.of(ACKS_0, ACKS_1, ACKS_ALL, IDEMPOTENT, TRANSACTIONAL);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void without_a_fault_nothing_is_found(Guarantee guarantee) {
        try (Trial trial = new Trial(Map.of())) {
            try (Writer writer = trial.writer(0, guarantee, Map.of())) {
                if (guarantee.transactional()) {
                    writer.begin();
                }
                List<RecordId> sent = trial.sendEverywhere(writer, 5);
                writer.flush();
                if (guarantee.transactional()) {
                    writer.commit();
                }

                RecordedHistory history = trial.history();
                CheckerReport report = Checker.check(history);
                assertThat(report.findings()).isEmpty();
                assertThat(report.verdict(EnumSet.allOf(Anomaly.class))).isEqualTo(Verdict.HELD);
                assertThat(report.counts().of(RecordCount.ACKNOWLEDGED)).isEqualTo(15);
                assertThat(history.uncommitted().records())
                        .extracting(stored -> stored.id().orElseThrow())
                        .containsExactlyInAnyOrderElementsOf(sent);
                assertThat(history.onDisk()).contains(Set.copyOf(sent));
                assertThat(writer.acknowledged()).isEqualTo(15);
                assertThat(writer.settled()).isEqualTo(15);
                assertThat(writer.offsetsGiven()).isEqualTo(guarantee.acks().confirms() ? 15 : 0);
            }
        }
    }

    @Test
    void the_outcomes_of_transactions_are_told_apart() {
        try (Trial trial = new Trial(Map.of())) {
            Writer open = trial.writer(1, TRANSACTIONAL, Map.of());
            try (Writer writer = trial.writer(0, TRANSACTIONAL, Map.of())) {
                writer.begin();
                trial.sendEverywhere(writer, 2);
                writer.commit();
                writer.begin();
                trial.sendEverywhere(writer, 3);
                writer.flush();
                writer.abort();
                assertThat(writer.transaction()).isEqualTo(2);
            }
            open.begin();
            open.send(0);
            open.flush();
            open.leaveOpen();
            assertThatThrownBy(open::commit).isInstanceOf(IllegalStateException.class);
            open.close();

            assertThat(trial.ledger.transactions())
                    .isEqualTo(Map.of(
                            1, TransactionOutcome.COMMITTED,
                            2, TransactionOutcome.ABORTED,
                            3, TransactionOutcome.OPEN));
            ReadBack look = trial.look(Isolation.READ_UNCOMMITTED);
            ReadBack committedLook = trial.look(Isolation.READ_COMMITTED);
            assertThat(look.records()).hasSize(16);
            assertThat(look.incomplete()).isEmpty();
            assertThat(committedLook.records()).hasSize(6);
            assertThat(committedLook.incomplete()).isEmpty();

            Map<Integer, Long> barriers = trial.barrier();
            Map<Integer, Long> behindTheOpenOne = Map.of(0, barriers.remove(0));
            assertThat(trial.read(Isolation.READ_COMMITTED, behindTheOpenOne, NOT_LONG)
                            .incomplete())
                    .containsExactly(0);
            assertThat(trial.read(Isolation.READ_COMMITTED, barriers, PATIENCE).incomplete())
                    .isEmpty();
            // The next session with the same transactional.id aborts what the last one left.
            trial.writer(1, TRANSACTIONAL, Map.of()).close();

            CheckerReport report = Checker.check(trial.history(List.of(look, committedLook)));
            assertThat(report.incomplete()).isEmpty();
            assertThat(report.findings()).extracting(AnomalyFinding::anomaly).containsOnly(Anomaly.UNCOMMITTED_VISIBLE);
            assertThat(report.counts().of(RecordCount.UNCOMMITTED_VISIBLE)).isEqualTo(10);
        }
    }

    @Test
    void a_commit_that_was_not_confirmed_leaves_the_outcome_unknown() {
        try (Trial trial = new Trial(Map.of());
                Writer fenced = trial.writer(0, TRANSACTIONAL, Map.of())) {
            fenced.begin();
            fenced.send(0);
            fenced.flush();
            trial.writer(0, TRANSACTIONAL, Map.of()).close();

            assertThatThrownBy(fenced::commit).isInstanceOf(KafkaException.class);
            assertThatThrownBy(fenced::abort).isInstanceOf(KafkaException.class);

            assertThat(trial.ledger.transactions()).isEqualTo(Map.of(1, TransactionOutcome.UNKNOWN));
            assertThat(Checker.check(trial.history()).findings()).isEmpty();
        }
    }

    @Test
    void an_abort_does_not_settle_a_commit_that_was_tried() {
        try (Trial trial = new Trial(Map.of());
                Writer writer = trial.writer(0, TRANSACTIONAL, Map.of("max.request.size", "1000"))) {
            writer.begin();
            writer.send(0, 2_000);
            assertThatThrownBy(writer::commit).isInstanceOf(KafkaException.class);
            writer.abort();
            writer.begin();
            writer.send(0, 2_000);
            writer.abort();

            assertThat(trial.ledger.transactions())
                    .isEqualTo(Map.of(1, TransactionOutcome.UNKNOWN, 2, TransactionOutcome.ABORTED));
        }
    }

    @Test
    void records_too_large_for_the_topic_are_lost_with_acks_0_and_rejected_with_acks_1() {
        try (Trial trial = new Trial(Map.of("max.message.bytes", "1000"))) {
            try (Writer silent = trial.writer(0, ACKS_0, Map.of());
                    Writer told = trial.writer(1, ACKS_1, Map.of())) {
                for (int i = 0; i < 5; i++) {
                    silent.send(0, 5_000);
                    told.send(1, 5_000);
                }
                silent.flush();
                told.flush();
                assertThat(silent.errors()).isZero();
                assertThat(told.errors()).isEqualTo(5);
                assertThat(told.failures()).isEqualTo(Map.of("RecordTooLargeException", 5L));
            }

            CheckerReport report = Checker.check(trial.history());
            assertThat(report.counts().of(RecordCount.LOST)).isEqualTo(5);
            assertThat(report.counts().of(RecordCount.LOST_ON_DISK)).isEqualTo(5);
            assertThat(report.counts().of(RecordCount.REJECTED)).isEqualTo(5);
            assertThat(report.findings()).extracting(AnomalyFinding::anomaly).containsOnly(Anomaly.LOST);
        }
    }

    @Test
    void what_the_client_refuses_is_rejected_and_what_is_abandoned_is_unknown() {
        try (Trial trial = new Trial(Map.of())) {
            try (Writer small = trial.writer(0, ACKS_ALL, Map.of("max.request.size", "1000"))) {
                small.send(0, 2_000);
            }
            Writer lingering = trial.writer(1, ACKS_ALL, Map.of("linger.ms", "60000"));
            lingering.send(0);
            lingering.abandon();

            assertThat(trial.ledger.attempts())
                    .extracting(Attempt::outcome)
                    .containsExactly(AttemptOutcome.REJECTED, AttemptOutcome.UNKNOWN);
            assertThat(lingering.failures()).isEqualTo(Map.of("KafkaException", 1L));
            assertThat(lingering.retries()).isZero();
            assertThat(Checker.check(trial.history()).findings()).isEmpty();
        }
    }

    @Test
    void a_session_that_sends_again_what_another_sent_duplicates_it() {
        try (Trial trial = new Trial(Map.of())) {
            List<RecordId> sent = new ArrayList<>();
            try (Writer first = trial.writer(0, IDEMPOTENT, Map.of())) {
                for (int i = 0; i < 10; i++) {
                    sent.add(first.send(1));
                }
            }
            try (Writer second = trial.writer(0, IDEMPOTENT, Map.of())) {
                sent.forEach(second::resend);
                assertThat(second.send(1).sequence()).isEqualTo(10);
            }

            CheckerReport report = Checker.check(trial.history());
            assertThat(report.counts().of(RecordCount.DUPLICATE_IDS)).isEqualTo(10);
            assertThat(report.counts().of(RecordCount.EXTRA_COPIES)).isEqualTo(10);
            assertThat(report.counts().of(RecordCount.REGRESSIONS)).isEqualTo(1);
            assertThat(report.findings())
                    .extracting(AnomalyFinding::anomaly)
                    .containsOnly(Anomaly.DUPLICATED, Anomaly.REGRESSED);
        }
    }

    @Test
    void what_others_wrote_is_found() throws Exception {
        try (Trial trial = new Trial(Map.of())) {
            RecordId foreign = new RecordId(trial.run + 1, 0, 2, 0);
            trial.writeRaw(2, new RecordHeader(foreign, 0, RecordKind.DATA).encode(100));
            trial.writeRaw(1, "not ours".getBytes(UTF_8));
            trial.writeRaw(0, null);

            assertThat(Checker.check(trial.history()).findings())
                    .extracting(
                            AnomalyFinding::anomaly,
                            finding -> finding.evidence().split(":")[0])
                    .containsExactlyInAnyOrder(
                            tuple(Anomaly.PHANTOM, foreign.toString()),
                            tuple(Anomaly.CORRUPT, "offset 0 of partition 1"),
                            tuple(Anomaly.CORRUPT, "offset 0 of partition 0"));
        }
    }

    @Test
    void a_record_left_out_of_the_read_back_is_lost_and_an_aborted_one_put_in_is_dirty() {
        try (Trial trial = new Trial(Map.of())) {
            RecordId plain;
            try (Writer writer = trial.writer(0, IDEMPOTENT, Map.of())) {
                plain = trial.sendEverywhere(writer, 3).get(4);
            }
            RecordId aborted;
            try (Writer writer = trial.writer(1, TRANSACTIONAL, Map.of())) {
                writer.begin();
                aborted = writer.send(2);
                writer.flush();
                writer.abort();
            }
            RecordedHistory history = trial.history();
            Stored dirty = history.uncommitted().records().stream()
                    .filter(stored -> stored.id().equals(Optional.of(aborted)))
                    .findFirst()
                    .orElseThrow();
            List<Stored> committed = new ArrayList<>(history.committed().records());
            committed.add(dirty);

            CheckerReport report = Checker.check(new RecordedHistory(
                    history.attempts(),
                    history.transactions(),
                    without(plain, history.uncommitted()),
                    new ReadBack(Isolation.READ_COMMITTED, committed, Set.of()),
                    List.of(),
                    history.onDisk()));

            assertThat(report.findings())
                    .extracting(AnomalyFinding::anomaly)
                    .containsExactly(Anomaly.LOST, Anomaly.UNCOMMITTED_VISIBLE, Anomaly.DIRTY_VISIBLE);
            assertThat(report.findings().get(0).evidence()).startsWith(plain + ": acknowledged at offset ");
            assertThat(report.findings().get(2).evidence()).startsWith(aborted + ": of transaction 1");
            assertThat(report.counts().of(RecordCount.LOST_ON_DISK)).isZero();
        }
    }

    @Test
    void a_barrier_that_is_not_where_it_should_be_leaves_its_partition_incomplete_and_what_is_behind_one_is_not_read() {
        try (Trial trial = new Trial(Map.of())) {
            Map<Integer, Long> barriers;
            try (Writer writer = trial.writer(0, IDEMPOTENT, Map.of())) {
                trial.sendEverywhere(writer, 2);
                writer.flush();
                barriers = trial.barrier();
                writer.send(2);
            }
            Map<Integer, Long> beyondTheEnd = Map.of(1, barriers.remove(1) + 1);
            barriers.merge(0, -1L, Long::sum);

            ReadBack read = trial.read(Isolation.READ_UNCOMMITTED, barriers, PATIENCE);

            assertThat(read.incomplete()).containsExactly(0);
            assertThat(read.records()).hasSize(4);
            assertThat(trial.read(Isolation.READ_UNCOMMITTED, beyondTheEnd, NOT_LONG)
                            .incomplete())
                    .containsExactly(1);
        }
    }

    @Test
    void a_log_that_begins_after_its_beginning_is_incomplete() throws Exception {
        try (Trial trial = new Trial(Map.of())) {
            try (Writer writer = trial.writer(0, IDEMPOTENT, Map.of())) {
                trial.sendEverywhere(writer, 2);
            }
            Map<Integer, Long> barriers = trial.barrier();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
                admin.deleteRecords(Map.of(new TopicPartition(trial.topic, 2), RecordsToDelete.beforeOffset(1)))
                        .all()
                        .get();
            }

            ReadBack read = trial.read(Isolation.READ_UNCOMMITTED, barriers, PATIENCE);

            assertThat(read.incomplete()).containsExactly(2);
            assertThat(read.records()).hasSize(4);
        }
    }

    @Test
    void a_barrier_that_nobody_acknowledges_is_an_error_in_time() {
        long start = System.nanoTime();

        assertThatThrownBy(() -> Barrier.write("127.0.0.1:1", "topic", 3, 1, NOT_LONG))
                .isInstanceOf(BarrierException.class)
                .hasMessageStartingWith("expected the barrier in partition 0 of topic to be acknowledged by all in-sync"
                        + " replicas, got: org.apache.kafka.common.errors.TimeoutException");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(NOT_LONG.multipliedBy(10));
    }

    private static ReadBack without(RecordId id, ReadBack readBack) {
        return new ReadBack(
                readBack.isolation(),
                readBack.records().stream()
                        .filter(stored -> !stored.id().equals(Optional.of(id)))
                        .toList(),
                readBack.incomplete());
    }

    /** A topic and a ledger of its own. */
    private final class Trial implements AutoCloseable {
        final long run = RUNS.incrementAndGet();
        final String topic = "trial-" + run;
        final Ledger ledger = Ledger.open(directory.resolve(topic), run);

        Trial(Map<String, String> config) {
            Map<String, String> all = new HashMap<>(config);
            all.put("min.insync.replicas", "2");
            cluster.createTopic(new TopicSpec(topic, PARTITIONS, 3, all));
        }

        Writer writer(int producer, Guarantee guarantee, Map<String, String> overrides) {
            return Writer.open(ledger, producer, cluster.bootstrapServers(), topic, guarantee, overrides);
        }

        List<RecordId> sendEverywhere(Writer writer, int recordsPerPartition) {
            List<RecordId> sent = new ArrayList<>();
            for (int i = 0; i < recordsPerPartition; i++) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    sent.add(writer.send(partition));
                }
            }
            return sent;
        }

        void writeRaw(int partition, byte[] value) throws Exception {
            Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(topic, partition, null, value))
                        .get();
            }
        }

        Map<Integer, Long> barrier() {
            return new HashMap<>(Barrier.write(cluster.bootstrapServers(), topic, PARTITIONS, run, PATIENCE));
        }

        ReadBack read(Isolation isolation, Map<Integer, Long> barriers, Duration patience) {
            return Reader.read(cluster.bootstrapServers(), topic, isolation, barriers, patience);
        }

        ReadBack look(Isolation isolation) {
            return Reader.look(cluster.bootstrapServers(), topic, PARTITIONS, isolation, PATIENCE);
        }

        RecordedHistory history() {
            return history(List.of());
        }

        RecordedHistory history(List<ReadBack> looks) {
            Map<Integer, Long> barriers = barrier();
            return new RecordedHistory(
                    ledger.attempts(),
                    ledger.transactions(),
                    read(Isolation.READ_UNCOMMITTED, barriers, PATIENCE),
                    read(Isolation.READ_COMMITTED, barriers, PATIENCE),
                    looks,
                    Optional.of(SegmentScan.ids(brokerDirectories(), topic)));
        }

        private List<Path> brokerDirectories() {
            try (Stream<Path> directories = Files.list(cluster.dataDirectory().orElseThrow())) {
                return directories.toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            ledger.close();
        }
    }
}
