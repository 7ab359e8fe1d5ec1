package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.load.FailureKind;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerTotals;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a broker does to a batch, each of its records has one outcome, and none is said to be in
 * the log that may not be.
 */
@Tag("truth")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ErrorTruthTest {
    private static final int RECORDS = 8_000;
    private static final int RECORD_SIZE = 100;
    /** Some eight records, so that there are a thousand batches for errors to hit. */
    private static final int BATCH_SIZE = 1_000;

    private static final int RECORDS_PER_TRANSACTION = 100;
    /**
     * Between two of them nothing is in flight, so that what an unanswered batch holds up is no
     * more than this.
     */
    private static final int BURST = 400;
    /**
     * So that some failures are known before a transaction is full: send() throws then, and the
     * abort calls back for its record.
     */
    private static final int BURST_IN_TRANSACTION = 30;

    private static final int LONG_MS = 30_000;
    private static final int SHORT_MS = 300;
    /** Certainly not in the log, as their transaction was given up before they had left. */
    private static final Set<FailureKind> WITH_ITS_TRANSACTION =
            Set.of(FailureKind.NOT_TAKEN, FailureKind.TRANSACTION_ABORTED);
    /**
     * Kafka hides what it retried in vain in a transaction behind an exception that tells no kind:
     * to be on the safe side, unknown.
     */
    private static final Set<FailureKind> HIDDEN = Set.of(FailureKind.OTHER);

    @TempDir
    Path scratch;

    static Stream<Arguments> every_mode_and_error() {
        return Arrays.stream(StubMode.values())
                .flatMap(mode -> Arrays.stream(ScriptedError.values())
                        .filter(error -> error != ScriptedError.NONE)
                        .map(error -> Arguments.of(mode, error)));
    }

    @ParameterizedTest
    @MethodSource("every_mode_and_error")
    void every_record_has_the_outcome_that_the_broker_gave_it(StubMode mode, ScriptedError error) {
        StubScript script = StubScript.prompt(1).withErrors(share(mode, error), error);
        long due = System.nanoTime();
        RawLog raw = new RawLog(due);
        try (StubProcess stub = StubProcess.start(script, System.getProperty("java.class.path"), scratch);
                PacedProducer lane = lane(mode, error, stub, raw)) {
            lane.adopt();
            for (int i = 0; i < RECORDS; i++) {
                lane.sendNextAt(due + i);
                if (i % (mode.transactional() ? BURST_IN_TRANSACTION : BURST) == 0) {
                    lane.awaitRoom(0);
                }
            }
            lane.drain();

            ProducerTotals totals = lane.totals();
            assertEveryRecordHasAnOutcome(totals);
            if (mode == StubMode.ACKS_0) {
                assertNothingIsKnown(totals, stub.truth());
            } else {
                assertOutcomes(error, totals, stub.truth());
                assertKinds(mode, error, totals);
            }
            assertThat(raw.acknowledged().size()).isEqualTo(totals.succeeded());
            assertThat(raw.histogram().getTotalCount()).isEqualTo(totals.succeeded());
        }
    }

    /**
     * Idempotence demands at least one retry, so that only a batch hit twice fails, and as many do
     * at a tenth as at a hundredth without. A silence is given up by the delivery's time-out,
     * without a retry, and takes long.
     */
    private static double share(StubMode mode, ScriptedError error) {
        if (error == ScriptedError.SILENT) {
            return 0.005;
        }
        return isRetried(mode) && error != ScriptedError.REFUSED ? 0.1 : 0.01;
    }

    private static boolean isRetried(StubMode mode) {
        return mode == StubMode.IDEMPOTENT || mode == StubMode.TRANSACTIONAL;
    }

    private static PacedProducer lane(StubMode mode, ScriptedError error, StubProcess stub, RawLog raw) {
        int timeoutMs = error == ScriptedError.SILENT ? SHORT_MS : LONG_MS;
        Map<String, Object> settings = Map.of(
                "retries",
                isRetried(mode) ? 1 : 0,
                "retry.backoff.ms",
                1,
                "reconnect.backoff.ms",
                1,
                "reconnect.backoff.max.ms",
                1,
                "linger.ms",
                0,
                "batch.size",
                BATCH_SIZE,
                "request.timeout.ms",
                timeoutMs,
                "delivery.timeout.ms",
                timeoutMs);
        return new PacedProducer(
                mode.producer(stub, settings),
                "errors",
                1,
                mode.transactional() ? RECORDS_PER_TRANSACTION : 0,
                1,
                Payloads.seeded(1, RECORD_SIZE),
                raw);
    }

    private static void assertEveryRecordHasAnOutcome(ProducerTotals totals) {
        assertThat(totals.sent()).isEqualTo(RECORDS);
        assertThat(totals.succeeded() + sum(totals.failures()) + sum(totals.unknowns()))
                .as("%s", totals)
                .isEqualTo(RECORDS);
        assertThat(totals.callbackFaults()).isZero();
    }

    /**
     * With acks=0 a broker's only answer is to hang up, and that is an answer to nothing in
     * particular.
     */
    private static void assertNothingIsKnown(ProducerTotals totals, ReferenceLog truth) {
        assertThat(totals.failures()).isEmpty();
        assertThat(records(truth.batches().stream())).isLessThanOrEqualTo(totals.succeeded() + sum(totals.unknowns()));
    }

    /**
     * Where a connection breaks or time runs out, the client may miss replies that have left: it
     * must not claim more.
     */
    private static void assertOutcomes(ScriptedError error, ProducerTotals totals, ReferenceLog truth) {
        long acknowledged = records(truth.batches().stream().filter(ErrorTruthTest::isAcknowledged));
        if (error == ScriptedError.DISCONNECT || error == ScriptedError.SILENT) {
            assertThat(totals.succeeded()).isLessThanOrEqualTo(acknowledged);
        } else {
            assertThat(totals.succeeded()).isEqualTo(acknowledged);
        }
        assertThat(truth.appendedRecords())
                .as("records in the log, of %s", totals)
                .isLessThanOrEqualTo(totals.succeeded() + sum(totals.unknowns()));
        assertThat(totals.succeeded()).isBetween(RECORDS / 4L, RECORDS - 1L);
    }

    private static void assertKinds(StubMode mode, ScriptedError error, ProducerTotals totals) {
        Map<FailureKind, Long> said = error.appends() ? totals.unknowns() : totals.failures();
        Map<FailureKind, Long> other = error.appends() ? totals.failures() : totals.unknowns();
        assertThat(said).containsKey(kind(error));
        if (mode.transactional()) {
            assertThat(totals.abortedTransactions()).isBetween(1L, totals.transactions() - 1);
            assertThat(totals.failures()).containsKey(FailureKind.TRANSACTION_ABORTED);
            assertThat(error.appends() ? WITH_ITS_TRANSACTION : HIDDEN).containsAll(other.keySet());
        } else {
            assertThat(totals.abortedTransactions()).isZero();
            assertThat(said).containsOnlyKeys(kind(error));
            assertThat(other).isEmpty();
        }
    }

    private static FailureKind kind(ScriptedError error) {
        return switch (error) {
            case REFUSED -> FailureKind.INVALID_RECORD;
            case NOT_ENOUGH_REPLICAS -> FailureKind.NOT_ENOUGH_REPLICAS;
            case DISCONNECT -> FailureKind.NETWORK;
            default -> FailureKind.TIMEOUT;
        };
    }

    private static boolean isAcknowledged(Batch batch) {
        return batch.error() == ScriptedError.NONE && batch.repliedNanos() != ReferenceLog.NEVER;
    }

    private static long records(Stream<Batch> batches) {
        return batches.mapToLong(Batch::records).sum();
    }

    private static long sum(Map<FailureKind, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
