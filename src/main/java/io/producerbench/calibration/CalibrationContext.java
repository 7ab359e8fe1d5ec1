package io.producerbench.calibration;

import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.jmh.JmhFork;
import io.producerbench.load.ForkConfig;
import io.producerbench.results.ForkResult;
import io.producerbench.run.Progress;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/**
 * What every part of a calibration needs to start the processes it compares.
 *
 * @param jmh without options of the user's: a calibration always measures the same
 * @param scratch for the files that pass between the processes
 * @param seed of orders and payloads
 */
public record CalibrationContext(JmhArguments jmh, ForkJvm jvm, Path scratch, long seed, Progress progress) {

    /** Our own benchmark against these brokers, as a sweep runs it. */
    public ForkResult measure(
            Class<?> benchmark, Scenario scenario, String bootstrapServers, String topic, ForkIterations iterations)
            throws ForkFailure {
        RunResult result = fork(benchmark, scenario, bootstrapServers, topic, iterations);
        return ForkResult.from(result, scenario.guarantee().acks());
    }

    public RunResult fork(
            Class<?> benchmark, Scenario scenario, String bootstrapServers, String topic, ForkIterations iterations)
            throws ForkFailure {
        Path handoverFile = scratch.resolve("handover.properties");
        handover(bootstrapServers, topic).write(handoverFile);
        return new JmhFork(jmh.options(), iterations, jvm, handoverFile, scratch.resolve("jmh.log"))
                .run(benchmark, scenario);
    }

    public ForkConfig handover(String bootstrapServers, String topic) {
        return new ForkConfig(bootstrapServers, topic, seed);
    }

    /** A JVM with a fork's flags and class path. */
    public List<String> java() {
        List<String> java = new ArrayList<>(List.of(jvm.executable()));
        java.addAll(jvm.flags(List.of()));
        java.addAll(List.of("-cp", classPath()));
        return java;
    }

    public static String classPath() {
        return System.getProperty("java.class.path");
    }
}
