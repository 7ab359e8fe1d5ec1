package io.producerbench.benchmarks;

import io.producerbench.latency.CountsResult;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.IterationProfiler;
import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyResult;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.VisibilityCounts;
import io.producerbench.latency.VisibilityResult;
import io.producerbench.load.ForkConfig;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.results.Result;

/** The benchmark {@link Visible} with one producer, driven as JMH drives it, in this process. */
final class VisibleFork implements AutoCloseable {
    private static final ThreadParams WORKER = new ThreadParams(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);

    private final Visible benchmark = new Visible();
    private final ReadProducerState state = new ReadProducerState();

    private VisibleFork() {}

    /**
     * Returns when both consumers read and the code is compiled.
     *
     * @param directory for the file that configures it
     * @param warmUp how long the code may take to be compiled, if that is more than a second
     */
    static VisibleFork start(Scenario scenario, ForkConfig config, Path directory, Duration warmUp)
            throws ReflectiveOperationException {
        VisibleFork fork = new VisibleFork();
        for (Map.Entry<Axis, String> value : scenario.values().entrySet()) {
            ProducerState.class.getField(value.getKey().param()).set(fork.state, value.getValue());
        }
        Path file = directory.resolve("handover.properties");
        config.write(file);
        System.setProperty(ForkConfig.PROPERTY, file.toString());
        try {
            fork.state.startProducers(1, warmUp);
        } finally {
            System.clearProperty(ForkConfig.PROPERTY);
        }
        return fork;
    }

    void openWindow() {
        state.openWindow();
    }

    void sendFor(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            benchmark.send(state, WORKER);
        }
    }

    /** Returns the offset of the record that is sent next, if the topic has one partition and no control records. */
    long nextOffset() {
        return producer().paced().sent();
    }

    long nextDueNanos() {
        return producer().nextDueNanos();
    }

    private RecordedProducer producer() {
        return state.flow().producers().get(0);
    }

    /** Returns what JMH brings home from the fork. */
    ForkResult closeWindow() {
        state.closeWindow();
        Map<Latency, Histogram> latencies = new EnumMap<>(Latency.class);
        IterationCounts counts = null;
        VisibilityCounts visibility = null;
        for (Result<?> result : new IterationProfiler().afterIteration(null, null, null)) {
            if (result instanceof LatencyResult latency) {
                latencies.put(latency.latency(), latency.histogram());
            } else if (result instanceof CountsResult reported) {
                counts = reported.counts();
            } else if (result instanceof VisibilityResult seen) {
                visibility = seen.counts();
            }
        }
        MeasuredWindow window = counts.windows().get(0);
        double score = window.sent() * 1e9 / window.nanos();
        return new ForkResult(counts, latencies, Map.of(), Optional.of(visibility), 1, score, "ops/s", 0);
    }

    @Override
    public void close() {
        state.closeProducers();
    }
}
