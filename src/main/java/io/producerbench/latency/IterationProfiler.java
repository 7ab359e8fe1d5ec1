package io.producerbench.latency;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Adds the benchmark's own results to those of the iteration. JMH calls it after the benchmark's
 * tear-down. The results pass through a static field, because JMH gives a profiler no access to the
 * benchmark's state. One fork runs one benchmark, so there is only one sender.
 */
public final class IterationProfiler implements InternalProfiler {
    private static final AtomicReference<List<Result<?>>> RESULTS = new AtomicReference<>(List.of());

    public static void put(List<Result<?>> results) {
        RESULTS.set(List.copyOf(results));
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // nothing to start, because the benchmark itself opens its window
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return RESULTS.getAndSet(List.of());
    }

    @Override
    public String getDescription() {
        return "Latency histograms and counts of the producer benchmarks";
    }
}
