package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.calibration.stub.Delay;
import io.producerbench.calibration.stub.ReadFault;
import io.producerbench.calibration.stub.ScriptedError;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.latency.VisibilityCounts;
import io.producerbench.load.ForkConfig;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.Problem;
import io.producerbench.results.sample.SampleCheck;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Readers;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that shows consumers one record wrongly, amid a window, makes the sample INVALID with the
 * reason; without the fault there is no such reason. A sample with any problem is INVALID.
 */
@Tag("truth")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class VisibleFaultTruthTest {
    private static final Duration BEFORE = Duration.ofMillis(200);
    private static final Duration AFTER = Duration.ofMillis(800);

    /** Each record is a batch of its own, so that a fault that hits a batch hits one record. */
    private static final Scenario ACKS_1 = AScenario.with(Map.of(Axis.BATCH_SIZE, "0"));

    private static final Scenario TRANSACTIONAL = ACKS_1.with(Map.of(
            Axis.ACKS, "all",
            Axis.ENABLE_IDEMPOTENCE, "true",
            Axis.TRANSACTIONAL, "true",
            Axis.RECORDS_PER_TRANSACTION, "500"));

    @TempDir
    Path scratch;

    @Test
    void a_record_that_is_not_shown_is_missed_by_both_consumers() throws Exception {
        ForkResult fork = run(ACKS_1, stub -> stub.plant(ReadFault.SKIPPED));

        long records = counts(fork).uncommitted().expected();
        assertThat(problems(ACKS_1, fork))
                .containsExactly(
                        "the read_uncommitted consumer did not see 1 of " + records + " records",
                        "the read_committed consumer did not see 1 of " + records + " records");
    }

    @Test
    void a_record_that_is_shown_twice_is_seen_again_by_both_consumers() throws Exception {
        ForkResult fork = run(ACKS_1, stub -> stub.plant(ReadFault.DOUBLED));

        assertThat(problems(ACKS_1, fork))
                .containsExactly(
                        "the read_uncommitted consumer saw 1 records again",
                        "the read_committed consumer saw 1 records again");
    }

    @Test
    void an_aborted_transaction_whose_records_are_hidden_is_no_fault() throws Exception {
        ForkResult fork = run(TRANSACTIONAL, stub -> stub.failNext(ScriptedError.REFUSED));

        assertThat(abortedRecords(fork)).isPositive();
        assertThat(problems(TRANSACTIONAL, fork)).isEmpty();
    }

    @Test
    void aborted_records_that_are_shown_to_read_committed_are_counted() throws Exception {
        ForkResult fork = run(TRANSACTIONAL, stub -> {
            stub.plant(ReadFault.ABORTED_SHOWN);
            stub.failNext(ScriptedError.REFUSED);
        });

        assertThat(problems(TRANSACTIONAL, fork))
                .containsExactly(
                        "the read_committed consumer saw " + abortedRecords(fork) + " records of aborted transactions");
    }

    /** @param fault is planted while records flow in the window */
    private ForkResult run(Scenario scenario, Consumer<StubProcess> fault) throws Exception {
        StubScript script = StubScript.prompt(1).withVisibleDelay(new Delay.Constant(1_000_000));
        try (StubProcess stub = StubProcess.start(script, System.getProperty("java.class.path"), scratch);
                VisibleFork fork = VisibleFork.start(
                        scenario, new ForkConfig(stub.bootstrapServers(), "faults", 1), scratch, Duration.ZERO)) {
            fork.openWindow();
            fork.sendFor(BEFORE);
            fault.accept(stub);
            fork.sendFor(AFTER);
            return fork.closeWindow();
        }
    }

    private static VisibilityCounts counts(ForkResult fork) {
        return fork.visibility().orElseThrow();
    }

    /** Returns how many acknowledged records only the consumer with read_uncommitted had to see. */
    private static long abortedRecords(ForkResult fork) {
        return counts(fork).uncommitted().expected() - counts(fork).committed().expected();
    }

    /** Returns what the whole check has against the consumers, and not what it has against this machine. */
    private static List<String> problems(Scenario scenario, ForkResult fork) {
        HostMeasurements host = HostMeasurements.withoutWindow(
                OptionalLong.of(fork.counts().totals().succeeded()), OptionalInt.empty(), Optional.empty());
        return SampleCheck.problems(scenario.with(Readers.BOTH_ISOLATION_LEVELS), fork, host, MachineLimits.DEFAULT)
                .stream()
                .map(Problem::text)
                .filter(text -> text.contains(" consumer "))
                .toList();
    }
}
