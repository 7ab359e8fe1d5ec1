package io.producerbench.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * Writes all samples as JMH itself reports them: one entry for each scenario, whose forks are the
 * blocks. JMH's own formats write the file. The paths of this checkout are taken out, because a
 * results folder is published.
 */
public final class JmhJson {
    private JmhJson() {}

    /** @param samples one run of one fork each */
    public static void write(Path file, ResultFormatType format, List<RunResult> samples) {
        try {
            ResultFormatFactory.getInstance(format, file.toString()).writeOut(byScenario(samples));
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new UncheckedIOException("cannot write " + file, cause);
            }
            throw e;
        }
    }

    static Collection<RunResult> byScenario(List<RunResult> samples) {
        Map<String, List<RunResult>> scenarios = new LinkedHashMap<>();
        for (RunResult sample : samples) {
            scenarios
                    .computeIfAbsent(sample.getParams().id(), unused -> new ArrayList<>())
                    .add(sample);
        }
        return scenarios.values().stream().map(JmhJson::together).toList();
    }

    private static RunResult together(List<RunResult> blocks) {
        BenchmarkParams params = withForks(blocks.get(0).getParams(), blocks.size());
        List<BenchmarkResult> results = new ArrayList<>();
        for (RunResult block : blocks) {
            for (BenchmarkResult result : block.getBenchmarkResults()) {
                BenchmarkResult fork = new BenchmarkResult(params, result.getIterationResults(), result.getMetadata());
                result.getBenchmarkResults().values().forEach(fork::addBenchmarkResult);
                results.add(fork);
            }
        }
        return new RunResult(params, results);
    }

    private static BenchmarkParams withForks(BenchmarkParams params, int forks) {
        return new BenchmarkParams(
                params.getBenchmark(),
                params.generatedBenchmark(),
                params.shouldSynchIterations(),
                params.getThreads(),
                params.getThreadGroups(),
                params.getThreadGroupLabels(),
                forks,
                params.getWarmupForks(),
                params.getWarmup(),
                params.getMeasurement(),
                params.getMode(),
                workload(params),
                params.getTimeUnit(),
                params.getOpsPerInvocation(),
                params.getJvm(),
                // They name paths of this machine.
                params.getJvmArgs().stream()
                        .filter(argument -> !argument.matches("-D(producerbench\\.|java\\.io\\.tmpdir=).*"))
                        .toList(),
                params.getJdkVersion(),
                params.getVmName(),
                params.getVmVersion(),
                params.getJmhVersion(),
                params.getTimeout());
    }

    private static WorkloadParams workload(BenchmarkParams params) {
        var workload = new WorkloadParams();
        int order = 0;
        for (String key : params.getParamsKeys()) {
            workload.put(key, params.getParam(key), order++);
        }
        return workload;
    }
}
