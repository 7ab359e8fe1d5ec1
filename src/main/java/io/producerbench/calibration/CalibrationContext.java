package io.producerbench.calibration;

import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.jmh.ForkFailure;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.jmh.ForkJvm;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.jmh.JmhFork;
import io.producerbench.load.ForkConfig;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.run.Progress;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/**
 * What each part of a calibration needs to start the processes that it compares.
 *
 * @param jmh without options from the user, because a calibration always measures the same
 * @param directory whose scratch directory is for the files that pass between the processes
 * @param seed of the random order and of the payloads
 */
public record CalibrationContext(JmhArguments jmh, ForkJvm jvm, RunDirectory directory, long seed, Progress progress) {

    public Path scratch() {
        return directory.scratch().toAbsolutePath();
    }

    /** Runs our own benchmark against these brokers, as a sweep runs it. */
    public ForkResult measure(
            Class<?> benchmark, Scenario scenario, String bootstrapServers, String topic, ForkIterations iterations)
            throws ForkFailure {
        RunResult result = fork(benchmark, scenario, bootstrapServers, topic, iterations);
        return ForkResult.from(result, scenario.guarantee().acks());
    }

    public RunResult fork(
            Class<?> benchmark, Scenario scenario, String bootstrapServers, String topic, ForkIterations iterations)
            throws ForkFailure {
        Path forkConfig = scratch().resolve("handover.properties");
        forkConfig(bootstrapServers, topic).write(forkConfig);
        return new JmhFork(jmh.options(), iterations, jvm, forkConfig, scratch().resolve("jmh.log"))
                .run(benchmark, scenario);
    }

    /** Starts a stub broker in a process of its own. */
    public StubProcess stub(StubScript script) {
        return StubProcess.start(script, classPath(), scratch());
    }

    public ForkConfig forkConfig(String bootstrapServers, String topic) {
        return new ForkConfig(bootstrapServers, topic, seed);
    }

    /**
     * Returns the command line of a JVM with a fork's flags and class path, without a main class.
     */
    public List<String> java() {
        List<String> java = new ArrayList<>(List.of(jvm.executable()));
        java.addAll(jvm.flags(List.of()));
        java.addAll(jvm.directories());
        java.addAll(List.of("-cp", classPath()));
        return java;
    }

    public static String classPath() {
        return System.getProperty("java.class.path");
    }
}
