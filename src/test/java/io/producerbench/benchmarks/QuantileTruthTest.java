package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.calibration.stub.Delay;
import io.producerbench.calibration.stub.ReferenceLog;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.latency.Latency;
import io.producerbench.latency.MeasuredWindow;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The percentiles of a window against the broker's own: from when each record was due, by the
 * schedule, to when its reply had left, by the clock of the broker's process, which on one Linux
 * host is the same clock.
 */
@Tag("truth")
@Tag("alone")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class QuantileTruthTest {
    private static final int RECORDS_PER_SECOND = 2_000;
    private static final long INTERVAL_NANOS = 1_000_000_000L / RECORDS_PER_SECOND;
    /**
     * Ten thousand records: ten lie above p99.9, and both sides hold the same ones, so this is no
     * matter of sample size.
     */
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 12;
    private static final double ALLOWED_SHARE = 0.01;
    /** What it may take to wake the client up, on a busy host. */
    private static final double ALLOWED_NANOS = 150_000;

    /**
     * So many requests in flight that the client holds back none, and with ten records in each, so
     * that what it takes to wake the client up and to go through the replies that a long delay held
     * up is little beside what is allowed.
     */
    private static final Scenario SCENARIO = AScenario.with(Map.of(
            Axis.RATE, Integer.toString(RECORDS_PER_SECOND),
            Axis.LINGER_MS, "5",
            Axis.MAX_IN_FLIGHT, "1000"));

    @TempDir
    Path scratch;

    static Stream<Delay> delays() {
        return Stream.of(
                new Delay.Constant(20_000_000),
                new Delay.Bimodal(5_000_000, 50_000_000, 0.02),
                new Delay.Pareto(5_000_000, 2.5, 100_000_000));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void percentiles_agree_with_the_brokers(Delay delay) throws Exception {
        StubScript script = StubScript.prompt(1).withProduceDelay(delay);
        try (StubProcess stub = StubProcess.start(script, System.getProperty("java.class.path"), scratch)) {
            TestLoadGenerator.rehearse(SCENARIO, stub.bootstrapServers());
            int[] attempt = {0};
            Attempts.upTo(ATTEMPTS, () -> assertAgreement(stub, "quantiles-" + attempt[0]++));
        }
    }

    private static void assertAgreement(StubProcess stub, String topic) {
        try (TestLoadGenerator generator = new TestLoadGenerator(SCENARIO, stub.bootstrapServers(), topic)) {
            generator.openWindow();
            long firstDue = generator.producer().nextDueNanos()
                    - generator.producer().paced().sent() * INTERVAL_NANOS;
            generator.sendFor(LENGTH);
            MeasuredWindow window = generator.closeWindow();

            Histogram measured = generator.histograms().get(Latency.ACK);
            long[] truth = truth(stub.truth(), topic, firstDue, window);
            assertThat(measured.getTotalCount()).isEqualTo(truth.length);
            for (int permille : new int[] {500, 990, 999}) {
                double exact = truth[(truth.length * permille + 999) / 1_000 - 1];
                assertThat((double) measured.getValueAtPercentile(permille / 10.0))
                        .as("p%s", permille / 10.0)
                        .isCloseTo(exact, within(Math.max(ALLOWED_SHARE * exact, ALLOWED_NANOS)));
            }
        }
    }

    /**
     * Sorted. With one partition and no retries, a record's offset is its place in the schedule.
     */
    private static long[] truth(ReferenceLog log, String topic, long firstDue, MeasuredWindow window) {
        return log.batches().stream()
                .filter(batch -> batch.topic().equals(topic))
                .flatMapToLong(batch -> LongStream.range(batch.baseOffset(), batch.baseOffset() + batch.records())
                        .map(offset -> firstDue + offset * INTERVAL_NANOS)
                        .filter(due -> due >= window.startNanos() && due <= window.endNanos())
                        .map(due -> batch.repliedNanos() - due))
                .sorted()
                .toArray();
    }
}
