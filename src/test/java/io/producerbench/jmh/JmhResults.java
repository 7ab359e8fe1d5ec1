package io.producerbench.jmh;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** What JMH hands back from one fork, without the fork. */
public final class JmhResults {
    private JmhResults() {}

    /** One iteration of a second with this many operations, and what profilers added to it. */
    public static RunResult ofOneFork(Map<String, String> params, long operations, Result<?>... secondary) {
        BenchmarkParams benchmark = params(params);
        IterationResult iteration = new IterationResult(
                benchmark, benchmark.getMeasurement(), new IterationResultMetaData(operations, operations));
        iteration.addResult(new ThroughputResult(
                ResultRole.PRIMARY, "send", operations, TimeUnit.SECONDS.toNanos(1), TimeUnit.SECONDS));
        iteration.addResults(List.of(secondary));
        return new RunResult(benchmark, List.of(new BenchmarkResult(benchmark, List.of(iteration))));
    }

    private static BenchmarkParams params(Map<String, String> params) {
        WorkloadParams workload = new WorkloadParams();
        params.forEach((name, value) -> workload.put(name, value, 0));
        return new BenchmarkParams(
                "io.producerbench.benchmarks.MaxRate.send",
                "io.producerbench.benchmarks.jmh_generated.MaxRate_send_jmhTest",
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                new IterationParams(IterationType.WARMUP, 1, TimeValue.seconds(1), 1),
                new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.seconds(1), 1),
                Mode.Throughput,
                workload,
                TimeUnit.SECONDS,
                1,
                "/usr/bin/java",
                List.of("-Xmx1g"),
                "17.0.9",
                "OpenJDK 64-Bit Server VM",
                "17.0.9+9",
                "1.37",
                TimeValue.minutes(10));
    }
}
