package io.producerbench.jmh;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.ProfilerConfig;

/**
 * One of JMH's profilers that write files, with a short name for its directory. JMH names the
 * directory after the benchmark and all of its parameters, and ours are too many for a file system.
 */
public final class ShortNamedProfiler implements ExternalProfiler, InternalProfiler {
    private final String name;
    private final Profiler profiler;

    /**
     * @param line the profiler's name, and its options after a semicolon
     * @throws ProfilerException if there is no such profiler, or it does not take the options
     */
    public ShortNamedProfiler(String line) throws ProfilerException {
        String[] parts = line.split(";", 2);
        name = parts[0];
        profiler = ProfilerFactory.getProfilerOrException(new ProfilerConfig(name, parts.length > 1 ? parts[1] : ""));
    }

    /** Returns the configuration with which JMH makes such a profiler. */
    static ProfilerConfig of(ProfilerConfig profiler, String option) {
        String options = profiler.getOpts().isEmpty() ? option : option + ";" + profiler.getOpts();
        return new ProfilerConfig(ShortNamedProfiler.class.getName(), profiler.getKlass() + ";" + options);
    }

    /** Returns what JMH derives the name of a directory from: the profiler's name and no parameter. */
    BenchmarkParams named(BenchmarkParams benchmark) {
        return new BenchmarkParams(
                name,
                benchmark.generatedBenchmark(),
                benchmark.shouldSynchIterations(),
                benchmark.getThreads(),
                benchmark.getThreadGroups(),
                benchmark.getThreadGroupLabels(),
                benchmark.getForks(),
                benchmark.getWarmupForks(),
                benchmark.getWarmup(),
                benchmark.getMeasurement(),
                benchmark.getMode(),
                new WorkloadParams(),
                benchmark.getTimeUnit(),
                benchmark.getOpsPerInvocation(),
                benchmark.getJvm(),
                benchmark.getJvmArgs(),
                benchmark.getJdkVersion(),
                benchmark.getVmName(),
                benchmark.getVmVersion(),
                benchmark.getJmhVersion(),
                benchmark.getTimeout());
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (profiler instanceof InternalProfiler internal) {
            internal.beforeIteration(named(benchmark), iteration);
        }
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return profiler instanceof InternalProfiler internal
                ? internal.afterIteration(named(benchmark), iteration, result).stream()
                        .<Result<?>>map(each -> each)
                        .toList()
                : List.of();
    }

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams benchmark) {
        return profiler instanceof ExternalProfiler external
                ? external.addJVMInvokeOptions(named(benchmark))
                : List.of();
    }

    @Override
    public Collection<String> addJVMOptions(BenchmarkParams benchmark) {
        return profiler instanceof ExternalProfiler external ? external.addJVMOptions(named(benchmark)) : List.of();
    }

    @Override
    public void beforeTrial(BenchmarkParams benchmark) {
        if (profiler instanceof ExternalProfiler external) {
            external.beforeTrial(named(benchmark));
        }
    }

    @Override
    public Collection<? extends Result<?>> afterTrial(BenchmarkResult result, long pid, File stdOut, File stdErr) {
        return profiler instanceof ExternalProfiler external
                ? external.afterTrial(result, pid, stdOut, stdErr).stream()
                        .<Result<?>>map(each -> each)
                        .toList()
                : List.of();
    }

    @Override
    public boolean allowPrintOut() {
        return !(profiler instanceof ExternalProfiler external) || external.allowPrintOut();
    }

    @Override
    public boolean allowPrintErr() {
        return !(profiler instanceof ExternalProfiler external) || external.allowPrintErr();
    }

    @Override
    public String getDescription() {
        return profiler.getDescription();
    }
}
