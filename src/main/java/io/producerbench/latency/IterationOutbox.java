package io.producerbench.latency;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.results.Result;

/**
 * Where a benchmark leaves the results of an iteration for {@link IterationProfiler} to collect. Static, because JMH
 * gives a profiler no way to the benchmark's state; one fork runs one benchmark, so there is only one sender.
 */
public final class IterationOutbox {
    private static final AtomicReference<List<Result<?>>> RESULTS = new AtomicReference<>(List.of());

    private IterationOutbox() {}

    public static void put(List<Result<?>> results) {
        RESULTS.set(List.copyOf(results));
    }

    static List<Result<?>> take() {
        return RESULTS.getAndSet(List.of());
    }
}
