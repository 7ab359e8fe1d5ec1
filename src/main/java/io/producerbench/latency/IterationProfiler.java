package io.producerbench.latency;

import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** Adds the results in the outbox to those of the iteration. JMH calls it after the benchmark's tear-down. */
public final class IterationProfiler implements InternalProfiler {
    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // nothing to start, because the benchmark itself opens its window
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return IterationOutbox.take();
    }

    @Override
    public String getDescription() {
        return "Latency histograms and counts of the producer benchmarks";
    }
}
