package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.calibration.stub.ReferenceLog.Withholding;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.latency.CountsResult;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.IterationProfiler;
import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyResult;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.ForkConfig;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.results.Result;

/**
 * What JMH drives keeps what its parts promise: the code is preheated and two producers share the
 * schedule, and still the window holds each record that was due in it once, and a stall in each
 * that was due in the stall.
 */
@Tag("truth")
@Tag("alone")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ForkTruthTest {
    private static final int PRODUCERS = 2;
    private static final int RECORDS_PER_SECOND = 1_000;
    private static final Duration STALL = Duration.ofSeconds(1);
    private static final Duration BEFORE = Duration.ofMillis(100);
    private static final Duration AFTER = Duration.ofMillis(100);
    private static final int ATTEMPTS = 12;
    /** Requests in flight at the two edges of a window. */
    private static final long AT_THE_EDGES = 20;
    /** By which the clock on the wall may be set while a window is open. */
    private static final Duration CLOCK_STEP = Duration.ofMillis(100);

    private static final Scenario SCENARIO = AScenario.with(
            Map.of(Axis.RATE, Integer.toString(RECORDS_PER_SECOND), Axis.PRODUCERS, Integer.toString(PRODUCERS)));

    private static final List<ThreadParams> WORKERS = IntStream.range(0, PRODUCERS)
            .mapToObj(index -> new ThreadParams(index, PRODUCERS, 0, 1, 0, 1, index, PRODUCERS, index, PRODUCERS))
            .toList();

    private final FixedRate benchmark = new FixedRate();

    @TempDir
    Path scratch;

    @AfterEach
    void forget_the_fork_config() {
        System.clearProperty(ForkConfig.PROPERTY);
    }

    @Test
    void a_window_holds_each_record_due_in_it_once_and_a_stall_in_each_due_in_the_stall() throws Exception {
        try (StubProcess stub =
                StubProcess.start(StubScript.prompt(1), System.getProperty("java.class.path"), scratch)) {
            hand(stub);
            Attempts.upTo(ATTEMPTS, () -> {
                ProducerState state = state();
                state.startProducers(1, Duration.ZERO);
                try {
                    Instant before = Instant.now();
                    state.openWindow();
                    Instant opened = Instant.now();
                    sendFor(state, BEFORE);
                    stub.withholdProduce(STALL);
                    sendFor(state, STALL.plus(AFTER));
                    state.closeWindow();
                    Collection<? extends Result<?>> results = new IterationProfiler().afterIteration(null, null, null);

                    Histogram acknowledged = acknowledged(results);
                    MeasuredWindow window = counts(results).windows().get(0);
                    assertThat(counts(results).opened()).isBetween(before.minus(CLOCK_STEP), opened.plus(CLOCK_STEP));
                    assertThat(acknowledged.getTotalCount()).isCloseTo(window.due(), within(1L));
                    assertThat(window.requests()).isCloseTo(requestsIn(window, stub), within(AT_THE_EDGES));
                    Spread.assertOver(last(stub.truth().withholdings()), RECORDS_PER_SECOND, acknowledged);
                } finally {
                    state.closeProducers();
                }
            });
        }
    }

    /** The topic has one partition, so a request carries one batch. */
    private static long requestsIn(MeasuredWindow window, StubProcess stub) {
        return stub.truth().batches().stream()
                .map(Batch::arrivalNanos)
                .filter(nanos -> nanos >= window.startNanos() && nanos <= window.endNanos())
                .count();
    }

    private void hand(StubProcess stub) {
        Path file = scratch.resolve("handover.properties");
        new ForkConfig(stub.bootstrapServers(), "fork", 1).write(file);
        System.setProperty(ForkConfig.PROPERTY, file.toString());
    }

    /** With its parameters set as JMH sets them. */
    private static ProducerState state() throws ReflectiveOperationException {
        ProducerState state = new ProducerState();
        for (Map.Entry<Axis, String> value : SCENARIO.values().entrySet()) {
            ProducerState.class.getField(value.getKey().param()).set(state, value.getValue());
        }
        return state;
    }

    /** As JMH's workers do, one for each producer, but in turn: neither blocks here. */
    private void sendFor(ProducerState state, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            WORKERS.forEach(worker -> benchmark.send(state, worker));
        }
    }

    private static Histogram acknowledged(Collection<? extends Result<?>> results) {
        return results.stream()
                .filter(result -> result instanceof LatencyResult latency && latency.latency() == Latency.ACK)
                .map(result -> ((LatencyResult) result).histogram())
                .findFirst()
                .orElseThrow();
    }

    private static IterationCounts counts(Collection<? extends Result<?>> results) {
        return results.stream()
                .filter(CountsResult.class::isInstance)
                .map(result -> ((CountsResult) result).counts())
                .findFirst()
                .orElseThrow();
    }

    private static long last(List<Withholding> withholdings) {
        Withholding last = withholdings.get(withholdings.size() - 1);
        return last.toNanos() - last.fromNanos();
    }
}
