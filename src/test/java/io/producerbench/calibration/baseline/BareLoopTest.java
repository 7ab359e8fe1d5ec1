package io.producerbench.calibration.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.failure.FailedStepException;
import io.producerbench.load.ForkConfig;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareLoopTest {
    private static final List<Scenario> SCENARIOS =
            ScenarioGrid.expand(Map.of(), Set.of(PacingKind.CLOSED_LOOP)).scenarios();

    @TempDir
    private Path directory;

    @Test
    void an_order_is_what_was_written() throws IOException {
        BareLoopConfig order = new BareLoopConfig(SCENARIOS.get(3), new ForkConfig("127.0.0.1:1", "topic", 7), 8, 9);
        order.write(directory.resolve("order"));

        assertThat(BareLoopConfig.read(directory.resolve("order"))).isEqualTo(order);
    }

    @Test
    void a_result_is_what_was_written() throws IOException {
        BareLoopResult result = new BareLoopResult(1, 2, 3, 4, 5, 6, 7, 8.5);
        result.write(directory.resolve("result"));

        assertThat(BareLoopResult.read(directory.resolve("result"))).isEqualTo(result);
    }

    @Test
    @Tag("truth")
    void everything_it_sent_is_in_the_log_and_its_window_is_measured() {
        Scenario scenario = lingering(SCENARIOS.get(2));
        BareLoopResult result = measured(scenario, Duration.ofMillis(500));

        assertThat(result.logEnd()).isEqualTo(result.sent());
        assertThat(result.records()).isPositive().isLessThan(result.sent());
        assertThat(result.logEndRecords()).isPositive().isLessThan(result.sent());
        assertThat(result.recordsPerRequest()).isGreaterThan(1);
        assertThat(result.logEndNanos()).isGreaterThan(400_000_000);
        assertThat(result.cpuNanosPerRecord()).isBetween(50.0, 100_000.0);
        assertThat(result.allocatedBytesPerRecord()).isBetween(50.0, 5_000.0);
    }

    /**
     * Of the smallest records thousands share a batch, so that most allocation is the sending
     * thread's: some 500 of 580 bytes.
     */
    @Test
    @Tag("truth")
    void the_thread_that_sends_is_in_its_usage() {
        Scenario scenario = SCENARIOS.get(2).with(Axis.RECORD_SIZE, "8");
        BareLoopResult result = measured(scenario, Duration.ofMillis(500));

        assertThat(result.allocatedBytesPerRecord()).isGreaterThan(200);
    }

    @Test
    @Tag("truth")
    void what_it_sent_before_its_window_is_not_counted_in_it() {
        Scenario scenario = SCENARIOS.get(2);
        BareLoopResult result = measured(scenario, Duration.ZERO);

        assertThat(result.sent()).isPositive();
        assertThat(result.records()).isZero();
    }

    @Test
    @Tag("truth")
    void one_that_cannot_send_says_why() {
        assertThatThrownBy(() -> new BareLoopProcess(List.of(java().get(0), "-cp", classPath(), "-Xmx1m"), directory)
                        .run(SCENARIOS.get(2), new ForkConfig("127.0.0.1:1", "bare", 1), Duration.ZERO, Duration.ZERO))
                .isInstanceOf(FailedStepException.class)
                .hasMessageStartingWith("the bare loop ended with exit code 1; its last lines:");
    }

    private BareLoopResult measured(Scenario scenario, Duration window) {
        try (StubProcess stub = StubProcess.start(
                StubScript.prompt(scenario.workload().partitions()).withoutTruth(), classPath(), directory)) {
            return new BareLoopProcess(java(), directory)
                    .run(scenario, new ForkConfig(stub.bootstrapServers(), "bare", 1), Duration.ofMillis(500), window);
        }
    }

    /** For so long that what is not flushed is still in the client when the log end is read. */
    private static Scenario lingering(Scenario scenario) {
        return scenario.with(Axis.LINGER_MS, "5000");
    }

    private static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath());
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
