package io.producerbench.hosts;

import io.producerbench.benchmarks.MaxRate;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.latency.CompressedHistograms;
import io.producerbench.latency.CountsResult;
import io.producerbench.latency.IterationCounts;
import io.producerbench.load.CommonWindow;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Scenario;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/**
 * What several hosts measured, in the form in which one fork's result comes home, so that the same
 * checks, columns and reports hold for both. JMH's score is the sum of the hosts' scores.
 */
final class MergedResult {
    private MergedResult() {}

    static RunResult of(
            Class<?> benchmark,
            Scenario scenario,
            ForkIterations iterations,
            IterationCounts counts,
            List<LaneResult> hosts) {
        IterationParams measurement =
                iteration(IterationType.MEASUREMENT, iterations.measurementIterations(), iterations.measurementTime());
        BenchmarkParams params = params(benchmark, scenario, iterations, measurement, hosts.size());
        IterationResult result = new IterationResult(params, measurement, null);
        double score = hosts.stream().mapToDouble(LaneResult::score).sum();
        result.addResult(
                new ThroughputResult(ResultRole.PRIMARY, "send", score, TimeUnit.SECONDS.toNanos(1), TimeUnit.SECONDS));
        result.addResult(new CountsResult(counts));
        double unscored = CommonWindow.LONGER_NANOS * 1e-9 * counts.windows().size();
        result.addResult(new ScalarResult(ForkResult.UNSCORED, unscored, "s", AggregationPolicy.SUM));
        CompressedHistograms.sum(hosts.stream().map(LaneResult::histograms).toList())
                .forEach(result::addResult);
        return new RunResult(params, List.of(new BenchmarkResult(params, List.of(result))));
    }

    private static IterationParams iteration(IterationType type, int count, TimeValue time) {
        return new IterationParams(type, count, time, 1);
    }

    private static BenchmarkParams params(
            Class<?> benchmark, Scenario scenario, ForkIterations iterations, IterationParams measurement, int hosts) {
        WorkloadParams workload = new WorkloadParams();
        int order = 0;
        for (var value : scenario.values().entrySet()) {
            workload.put(value.getKey().param(), value.getValue(), order++);
        }
        String name = benchmark.getName() + ".send";
        int threads = scenario.workload().producers() * hosts;
        return new BenchmarkParams(
                name,
                name,
                true,
                threads,
                new int[] {1},
                List.of(),
                1,
                0,
                iteration(IterationType.WARMUP, iterations.warmupIterations(), iterations.warmupTime()),
                measurement,
                Mode.Throughput,
                workload,
                TimeUnit.SECONDS,
                benchmark == MaxRate.class ? MaxRate.RECORDS : 1,
                "java",
                List.of(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                Version.getPlainVersion(),
                TimeValue.minutes(10));
    }
}
