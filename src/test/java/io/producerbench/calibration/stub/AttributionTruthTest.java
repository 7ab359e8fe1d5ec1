package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.producerbench.calibration.stub.LoggedProducer.Call;
import io.producerbench.calibration.stub.RawLog.Acknowledged;
import io.producerbench.load.FailureKind;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.Payloads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each latency belongs to its own record, also where callbacks do not come in the order of the
 * records: {@code send()} calls back at once for a record that it cannot take, ahead of those in
 * flight (KAFKA-3190), and batches that are retried without idempotence come back late. The witness
 * is {@link LoggedProducer}, which knows each record by its number.
 */
@Tag("truth")
@Tag("alone")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AttributionTruthTest {
    private static final int RECORDS = 4_000;
    private static final int RECORDS_PER_SECOND = 4_000;
    private static final long FIRST_DUE_AFTER = Duration.ofMillis(50).toNanos();
    private static final Delay DELAY = new Delay.Constant(Duration.ofMillis(50).toNanos());

    @TempDir
    Path scratch;

    @Test
    void records_that_are_too_large_leave_those_in_flight_their_own_times() {
        StubScript script = StubScript.prompt(1).withProduceDelay(DELAY);
        Run run = run(script, Map.of("max.request.size", 2_000), number -> number % 10 == 9 ? 4_000 : 100);

        assertThat(run.failures()).isEqualTo(Map.of(FailureKind.RECORD_TOO_LARGE, RECORDS / 10L));
        assertThat(run.producer().outOfOrder()).isPositive();
        run.assertEachLatencyIsItsRecords();
    }

    @Test
    void records_that_find_no_memory_leave_those_in_flight_their_own_times() {
        StubScript script = StubScript.prompt(1).withProduceDelay(DELAY);
        Run run = run(
                script,
                Map.of("batch.size", 1_000, "buffer.memory", 10_000, "max.block.ms", 1),
                LoggedProducer.EQUAL_SIZES);

        assertThat(run.failures()).containsOnlyKeys(FailureKind.TIMEOUT);
        assertThat(run.producer().outOfOrder()).isPositive();
        run.assertEachLatencyIsItsRecords();
    }

    @Test
    void batches_that_overtake_each_other_keep_their_own_times() {
        StubScript script = StubScript.prompt(1).withErrors(0.08, ScriptedError.NOT_ENOUGH_REPLICAS);
        Map<String, Object> retries = Map.of("retries", 100, "retry.backoff.ms", 2, "batch.size", 500);
        Run run = run(script, retries, LoggedProducer.EQUAL_SIZES);

        assertThat(run.failures()).isEmpty();
        assertThat(run.producer().outOfOrder()).isPositive();
        run.assertEachLatencyIsItsRecords();
    }

    private Run run(StubScript script, Map<String, Object> more, LoggedProducer.Sizes sizes) {
        long firstDue = System.nanoTime() + FIRST_DUE_AFTER;
        long[] due = LongStream.range(0, RECORDS)
                .map(number -> firstDue + number * 1_000_000_000L / RECORDS_PER_SECOND)
                .toArray();
        RawLog raw = new RawLog(firstDue);
        try (StubProcess stub = StubProcess.start(script, System.getProperty("java.class.path"), scratch)) {
            Map<String, Object> settings = new HashMap<>(
                    Map.of("bootstrap.servers", stub.bootstrapServers(), "acks", "1", "enable.idempotence", false));
            settings.put("max.in.flight.requests.per.connection", 5);
            settings.put("linger.ms", 0);
            settings.putAll(more);
            LoggedProducer producer = new LoggedProducer(settings, sizes);
            try (PacedProducer lane =
                    new PacedProducer(producer, "attribution", 1, 0, 1, Payloads.seeded(1, 100), raw)) {
                await().ignoreException(TimeoutException.class)
                        .until(() -> !producer.partitionsFor("attribution").isEmpty());
                lane.adopt();
                for (long nanos : due) {
                    lane.sendNextAt(nanos);
                }
                lane.drain();
                return new Run(due, raw, producer, lane.totals().failures());
            }
        }
    }

    /** What a lane reported, beside what the producer's own witness saw. */
    private record Run(long[] due, RawLog raw, LoggedProducer producer, Map<FailureKind, Long> failures) {

        /**
         * The lane read its clock between the witness's two readings, so no tolerance is needed.
         */
        void assertEachLatencyIsItsRecords() {
            Map<Long, Acknowledged> byDue =
                    raw.acknowledged().stream().collect(Collectors.toMap(Acknowledged::dueNanos, one -> one));
            Map<Integer, Call> calls = producer.acknowledged();
            assertThat(calls.size()).isBetween(RECORDS / 10, RECORDS);
            assertThat(byDue.size()).isEqualTo(calls.size());
            calls.forEach((number, call) -> {
                assertThat(byDue.get(due[number])).as("record %d", number).isNotNull();
                assertThat(byDue.get(due[number]).nowNanos())
                        .as("acknowledgement of record %d", number)
                        .isBetween(call.calledNanos(), call.returnedNanos());
            });
            assertHistogramHolds(calls.values());
        }

        /**
         * In order of size, so that a latency of another record that happens to be as long is as
         * good.
         */
        private void assertHistogramHolds(Collection<Call> calls) {
            Histogram histogram = raw.histogram();
            assertThat(histogram.getTotalCount()).isEqualTo(calls.size());
            long[] least = sorted(calls, call -> call.calledNanos() - due[call.number()]);
            long[] most = sorted(calls, call -> call.returnedNanos() - due[call.number()]);
            int rank = 0;
            for (HistogramIterationValue value : histogram.recordedValues()) {
                for (long i = 0; i < value.getCountAtValueIteratedTo(); i++, rank++) {
                    long recorded = value.getValueIteratedTo();
                    assertThat(histogram.lowestEquivalentValue(recorded)).isLessThanOrEqualTo(most[rank]);
                    assertThat(histogram.highestEquivalentValue(recorded)).isGreaterThanOrEqualTo(least[rank]);
                }
            }
        }

        private static long[] sorted(Collection<Call> calls, ToLongFunction<Call> nanos) {
            return calls.stream().mapToLong(nanos).sorted().toArray();
        }
    }
}
