package io.producerbench.latency;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.results.Result;

/**
 * Passes the results of an iteration from the benchmark to {@link IterationProfiler}. It is static because JMH gives a
 * profiler no access to the benchmark's state. One fork runs one benchmark, so there is only one sender.
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
