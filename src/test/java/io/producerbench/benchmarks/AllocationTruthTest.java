package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.latency.IntervalCollector;
import io.producerbench.load.ForkConfig;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.Payloads;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measuring allocates nothing: no more than a byte a record beyond the shortest loop that can send
 * the same records through the same producer, on the sending and the network thread together.
 *
 * <p>Rounds of the two take turns, and their medians are compared. Nothing leaves before a round's
 * end and then all does, in one request: were batches sent meanwhile, the slower of the two would
 * have the network thread wake up more often, and what Kafka allocates for that would be taken for
 * ours.
 */
@Tag("truth")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AllocationTruthTest {
    private static final int RECORDS = 5_000;
    private static final int ROUNDS = 200;
    /** Until then the compiler has not decided yet which objects are not needed. */
    private static final int WARM_UP_ROUNDS = 100;

    private static final String TOPIC = "allocation";
    private static final Payloads PAYLOADS = Payloads.seeded(1, 100);
    private static final Map<Axis, String> ONE_BATCH_A_ROUND =
            Map.of(Axis.LINGER_MS, "10000", Axis.BATCH_SIZE, "1000000", Axis.RATE, Scenario.UNPACED);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path scratch;

    @Test
    void timing_one_record_in_sixteen_allocates_nothing() {
        assertThat(beyondBareLoop(
                        AScenario.with(ONE_BATCH_A_ROUND).with(Axis.LATENCY_SAMPLING, "16"), PacedProducer::sendNext))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void timing_every_record_allocates_nothing() {
        assertThat(beyondBareLoop(AScenario.with(ONE_BATCH_A_ROUND), PacedProducer::sendNext))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void timing_every_record_from_when_it_was_due_allocates_nothing() {
        long due = System.nanoTime();
        assertThat(beyondBareLoop(AScenario.with(ONE_BATCH_A_ROUND), paced -> paced.sendNextAt(due)))
                .isLessThanOrEqualTo(1);
    }

    private interface Sending {
        void one(PacedProducer paced);
    }

    /** Bytes a record. */
    private double beyondBareLoop(Scenario scenario, Sending sending) {
        try (StubProcess stub = StubProcess.start(
                        StubScript.prompt(1).withoutTruth(), System.getProperty("java.class.path"), scratch);
                RecordedProducer recorded = RecordedProducer.start(
                        scenario, new ForkConfig(stub.bootstrapServers(), TOPIC, 1), 0, Optional.empty())) {
            IntervalCollector collector = IntervalCollector.start(List.of(recorded.recorder()));
            PacedProducer paced = recorded.paced();
            Producer<byte[], byte[]> producer = paced.producer();
            paced.adopt();
            recorded.recorder().startWindow(System.nanoTime() - TimeUnit.MINUTES.toNanos(1));
            long[] ids = threadIds();
            long[] ours = new long[ROUNDS];
            long[] bare = new long[ROUNDS];
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                long bareBytes = allocated(ids, producer, i -> sendBare(producer, i));
                long ourBytes = allocated(ids, producer, i -> sending.one(paced));
                if (round >= 0) {
                    bare[round] = bareBytes;
                    ours[round] = ourBytes;
                }
            }
            collector.close();
            return (median(ours) - median(bare)) / RECORDS;
        }
    }

    private static void sendBare(Producer<byte[], byte[]> producer, int i) {
        producer.send(new ProducerRecord<>(TOPIC, PAYLOADS.key(i), PAYLOADS.value(i)), null);
    }

    private long allocated(long[] ids, Producer<byte[], byte[]> producer, IntConsumer send) {
        long before = LongStream.of(threads.getThreadAllocatedBytes(ids)).sum();
        for (int i = 0; i < RECORDS; i++) {
            send.accept(i);
        }
        producer.flush();
        return LongStream.of(threads.getThreadAllocatedBytes(ids)).sum() - before;
    }

    /** Of the sending thread, which is this one, and the network thread. */
    private long[] threadIds() {
        long[] network = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("kafka-producer-network-thread"))
                .mapToLong(thread -> thread.getThreadId())
                .toArray();
        assertThat(network).hasSize(1);
        return new long[] {Thread.currentThread().getId(), network[0]};
    }

    private static double median(long[] values) {
        long[] sorted = LongStream.of(values).sorted().toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2.0;
    }
}
