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
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * When consumers saw the records of a window, against the broker's own: when it moved the high
 * watermark and the last stable offset, by the clock of its process, which on one Linux host is the
 * same clock. What lies between is the reply's way through the consumer's client.
 */
@Tag("truth")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class VisibleTruthTest {
    private static final String TOPIC = "visible";
    private static final int RECORDS_PER_SECOND = 2_000;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration AFTER = Duration.ofSeconds(2);
    private static final Duration STALL = Duration.ofMillis(200);
    private static final int ATTEMPTS = 12;
    private static final double ALLOWED_SHARE = 0.01;
    /** What it may take to wake the client up, on a busy host. */
    private static final double ALLOWED_NANOS = 150_000;

    private static final Scenario ACKS_1 =
            AScenario.with(Map.of(Axis.RATE, Integer.toString(RECORDS_PER_SECOND), Axis.LINGER_MS, "5"));

    /** So many requests in flight that records are written while acknowledgements are withheld. */
    private static final Scenario UNHURRIED = ACKS_1.with(Map.of(Axis.MAX_IN_FLIGHT, "1000"));

    private static final Scenario TRANSACTIONAL = ACKS_1.with(Map.of(
            Axis.ACKS, "all",
            Axis.ENABLE_IDEMPOTENCE, "true",
            Axis.TRANSACTIONAL, "true",
            Axis.RECORDS_PER_TRANSACTION, "200"));

    @TempDir
    Path scratch;

    @Test
    void records_that_are_shown_20_ms_after_their_acknowledgement() throws Exception {
        assertAgreement(ACKS_1, new Delay.Constant(20_000_000), stub -> {});
    }

    @Test
    void records_that_are_shown_before_their_acknowledgement_have_an_exposure_below_zero() throws Exception {
        assertAgreement(UNHURRIED, new Delay.Constant(20_000_000), stub -> stub.withholdProduce(STALL));
    }

    @Test
    void records_some_of_which_hold_up_those_behind_them() throws Exception {
        assertAgreement(ACKS_1, new Delay.Bimodal(10_000_000, 60_000_000, 0.02), stub -> {});
    }

    @Test
    void records_that_wait_for_the_end_of_their_transaction() throws Exception {
        assertAgreement(TRANSACTIONAL, new Delay.Constant(20_000_000), stub -> {});
    }

    /** @param event is done to the broker amid the window */
    private void assertAgreement(Scenario scenario, Delay delay, Consumer<StubProcess> event) throws Exception {
        StubScript script = StubScript.prompt(1).withVisibleDelay(delay);
        // A broker of its own for each attempt, because it keeps all records in memory.
        Attempts.upTo(ATTEMPTS, () -> {
            try (StubProcess stub = StubProcess.start(script, System.getProperty("java.class.path"), scratch);
                    VisibleFork fork = VisibleFork.start(
                            scenario, new ForkConfig(stub.bootstrapServers(), TOPIC, 1), scratch, WARM_UP)) {
                fork.openWindow();
                fork.sendFor(BEFORE);
                event.accept(stub);
                fork.sendFor(AFTER);
                assertAgreement(fork.closeWindow(), stub.truth());
            }
        });
    }

    private static void assertAgreement(ForkResult measured, ReferenceLog log) {
        MeasuredWindow window = measured.counts().windows().get(0);
        TrueVisibility all = TrueVisibility.of(log, TOPIC, IsolationLevel.READ_UNCOMMITTED, window, RECORDS_PER_SECOND);
        TrueVisibility committed =
                TrueVisibility.of(log, TOPIC, IsolationLevel.READ_COMMITTED, window, RECORDS_PER_SECOND);
        assertAgreement(Latency.VISIBLE_UNCOMMITTED, measured, all.visibleNanos());
        assertAgreement(Latency.VISIBLE_COMMITTED, measured, committed.visibleNanos());
        assertAgreement(Latency.EXPOSURE, measured, all.exposures());
        assertAgreement(Latency.EXPOSURE_NEGATIVE, measured, all.negativeExposures());
    }

    private static void assertAgreement(Latency latency, ForkResult measured, long[] truth) {
        Histogram histogram = measured.latency(latency).orElseGet(() -> new Histogram(3));
        assertThat(histogram.getTotalCount()).as("%s", latency).isEqualTo(truth.length);
        if (truth.length == 0) {
            return;
        }
        for (int permille : new int[] {500, 990, 999}) {
            double exact = truth[(truth.length * permille + 999) / 1_000 - 1];
            assertThat((double) histogram.getValueAtPercentile(permille / 10.0))
                    .as("p%s of %s", permille / 10.0, latency)
                    .isCloseTo(exact, within(Math.max(ALLOWED_SHARE * exact, ALLOWED_NANOS)));
        }
    }
}
