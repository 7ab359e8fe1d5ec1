package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.latency.LatencyResult;
import io.producerbench.load.ForkConfig;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a compiler whose CPU time is scripted, and records that really go to the stub broker. */
@Tag("truth")
class PreheatTruthTest {
    private static final int DEPTH = 1000;
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path scratch;

    @Test
    void it_ends_after_two_bursts_that_compile_nothing_and_keeps_no_latency() throws Exception {
        withProducer(producer -> {
            assertThat(bursts(producer, () -> 0, LONG)).isEqualTo(2);
            assertThat(producer.totals().sent()).isPositive();
            assertThat(LatencyResult.drained(Stream.of(producer.recorder()))).isEmpty();
        });
    }

    @Test
    void a_burst_that_compiles_starts_the_count_anew() throws Exception {
        AtomicLong asked = new AtomicLong();
        // Four readings for each burst; the eighth is the one after the second.
        LongSupplier second =
                () -> asked.incrementAndGet() < 8 ? 0 : Duration.ofSeconds(1).toNanos();
        withProducer(producer -> assertThat(bursts(producer, second, LONG)).isEqualTo(4));
    }

    @Test
    void compilers_that_never_rest_do_not_hold_it_up() throws Exception {
        withProducer(producer -> assertThat(bursts(producer, System::nanoTime, Duration.ofMillis(100)))
                .isEqualTo(1));
    }

    @Test
    void a_closed_loop_is_warm_after_two_looks_that_find_idle_compilers_and_keeps_no_latency() throws Exception {
        withProducer(producer -> {
            assertThat(looks(producer, () -> 0, LONG)).isEqualTo(2);
            assertThat(producer.totals().sent()).isPositive();
            assertThat(LatencyResult.drained(Stream.of(producer.recorder()))).isEmpty();
        });
    }

    @Test
    void a_look_that_finds_busy_compilers_starts_the_count_anew() throws Exception {
        AtomicLong asked = new AtomicLong();
        // Two readings for each look; the fourth is the one after the second.
        LongSupplier second =
                () -> asked.incrementAndGet() < 4 ? 0 : Duration.ofSeconds(1).toNanos();
        withProducer(producer -> assertThat(looks(producer, second, LONG)).isEqualTo(4));
    }

    @Test
    void compilers_that_never_rest_do_not_hold_up_a_closed_loop() throws Exception {
        withProducer(producer -> assertThat(looks(producer, System::nanoTime, Duration.ofMillis(100)))
                .isEqualTo(1));
    }

    private static int looks(RecordedProducer producer, LongSupplier compiled, Duration longest) {
        return new FullSpeed(List.of(producer), sender -> sender.paced().sendNext(), compiled).run(longest);
    }

    private static int bursts(RecordedProducer producer, LongSupplier compiled, Duration longest) {
        return new Preheat(List.of(producer), DEPTH, compiled).run(longest);
    }

    private void withProducer(Consumer<RecordedProducer> test) throws Exception {
        Scenario scenario = AScenario.with(Map.of(Axis.ACKS, "1"));
        try (StubProcess stub =
                StubProcess.start(StubScript.prompt(1), System.getProperty("java.class.path"), scratch)) {
            RecordedProducer producer = RecordedProducer.start(
                    scenario, new ForkConfig(stub.bootstrapServers(), "preheat", 1), 0, Optional.empty());
            try {
                test.accept(producer);
            } finally {
                producer.close();
            }
        }
    }
}
