package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.calibration.stub.Delay;
import io.producerbench.calibration.stub.ReferenceLog;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Percentiles of the time from due to seen, beside when the broker showed each record to consumers. */
@Tag("truth")
@Tag("nightly")
@Tag("alone")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class VisibleQuantileTruthTest {
    private static final String TOPIC = "visible";
    private static final int RECORDS_PER_SECOND = 2_000;
    private static final long INTERVAL_NANOS = 1_000_000_000L / RECORDS_PER_SECOND;
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final Duration COMPILING = Duration.ofSeconds(4);
    private static final int ATTEMPTS = 6;
    private static final double ALLOWED_SHARE = 0.01;
    private static final double ALLOWED_NANOS = 150_000;

    /** Without control records, so that a record's offset is its place in the schedule. */
    private static final Scenario SCENARIO = AScenario.with(Map.of(
            Axis.RATE, Integer.toString(RECORDS_PER_SECOND),
            Axis.LINGER_MS, "5",
            Axis.MAX_IN_FLIGHT, "1000"));

    @TempDir
    Path scratch;

    /** So long that the way of a record through the consumer's client is little beside them. */
    static Stream<Delay> delays() {
        return Stream.of(
                new Delay.Constant(150_000_000),
                new Delay.Bimodal(150_000_000, 400_000_000, 0.02),
                new Delay.Pareto(150_000_000, 2.5, 600_000_000));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void percentiles_agree_with_when_the_broker_showed_the_records(Delay delay) throws Exception {
        Attempts.upTo(ATTEMPTS, () -> assertAgreement(delay));
    }

    /** On a stub of its own, because a stub that keeps what consumers read becomes slower with every attempt. */
    private void assertAgreement(Delay delay) throws ReflectiveOperationException {
        StubScript script = StubScript.prompt(1).withVisibleDelay(delay);
        try (StubProcess stub = StubProcess.start(script, System.getProperty("java.class.path"), scratch);
                VisibleFork fork = VisibleFork.start(
                        SCENARIO, new ForkConfig(stub.bootstrapServers(), TOPIC, 1), scratch, COMPILING)) {
            fork.openWindow();
            Schedule schedule = new Schedule(fork.nextOffset(), fork.nextDueNanos());
            fork.sendFor(LENGTH);
            ForkResult result = fork.closeWindow();

            ReferenceLog log = stub.truth();
            assertAgreement(result, Latency.VISIBLE_UNCOMMITTED, schedule, log, IsolationLevel.READ_UNCOMMITTED);
            assertAgreement(result, Latency.VISIBLE_COMMITTED, schedule, log, IsolationLevel.READ_COMMITTED);
        }
    }

    private static void assertAgreement(
            ForkResult result, Latency latency, Schedule schedule, ReferenceLog log, IsolationLevel isolation) {
        Histogram measured = result.latencies().get(latency);
        long[] truth =
                schedule.untilShown(log, isolation, result.counts().windows().get(0));
        assertThat(measured.getTotalCount()).as(latency.label()).isEqualTo(truth.length);
        for (int permille : new int[] {500, 990, 999}) {
            double exact = truth[(truth.length * permille + 999) / 1_000 - 1];
            double seen = measured.getValueAtPercentile(permille / 10.0);
            assertThat(seen)
                    .as("%s p%s", latency.label(), permille / 10.0)
                    .isCloseTo(exact, within(Math.max(ALLOWED_SHARE * exact, ALLOWED_NANOS)));
        }
    }

    /** When the records from one offset on were due. */
    private record Schedule(long firstOffset, long firstDueNanos) {
        /** Returns how long after it was due each record of the window was shown, sorted. */
        long[] untilShown(ReferenceLog log, IsolationLevel isolation, MeasuredWindow window) {
            return log.shown().stream()
                    .filter(shown -> shown.topic().equals(TOPIC) && shown.isolation() == isolation)
                    .flatMapToLong(shown -> LongStream.range(shown.fromOffset(), shown.toOffset())
                            .map(this::dueNanos)
                            .filter(due -> due >= window.startNanos() && due <= window.endNanos())
                            .map(due -> shown.nanos() - due))
                    .sorted()
                    .toArray();
        }

        private long dueNanos(long offset) {
            return firstDueNanos + (offset - firstOffset) * INTERVAL_NANOS;
        }
    }
}
