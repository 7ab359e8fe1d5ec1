package io.producerbench.jmh;

import io.producerbench.cluster.RedactedStream;
import io.producerbench.latency.IterationProfiler;
import io.producerbench.load.ForkConfig;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one scenario in one JMH fork, with the user's JMH options. What the sweep decides replaces
 * the user's options.
 */
public final class JmhFork implements ForkRunner {
    private static final String FAILURE_MARK = "<failure>";
    private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";

    private final CommandLineOptions options;
    private final ForkIterations iterations;
    private final ForkJvm jvm;
    private final Path handoverFile;
    private final Path log;
    private final UnaryOperator<String> redaction;
    private final List<String> properties;

    /** @param log the file that JMH's own output is appended to */
    public JmhFork(CommandLineOptions options, ForkIterations iterations, ForkJvm jvm, Path handoverFile, Path log) {
        this(options, iterations, jvm, handoverFile, log, UnaryOperator.identity());
    }

    /** @param redaction takes secrets out of the output of a fork and its clients */
    public JmhFork(
            CommandLineOptions options,
            ForkIterations iterations,
            ForkJvm jvm,
            Path handoverFile,
            Path log,
            UnaryOperator<String> redaction) {
        this(options, iterations, jvm, handoverFile, log, redaction, List.of());
    }

    private JmhFork(
            CommandLineOptions options,
            ForkIterations iterations,
            ForkJvm jvm,
            Path handoverFile,
            Path log,
            UnaryOperator<String> redaction,
            List<String> properties) {
        this.properties = properties;
        this.redaction = redaction;
        this.options = options;
        this.iterations = iterations;
        this.jvm = jvm;
        this.handoverFile = handoverFile;
        this.log = log;
    }

    /** Returns one whose forks also have this system property. */
    public JmhFork with(String property, Object value) {
        return new JmhFork(
                options, iterations, jvm, handoverFile, log, redaction, List.of("-D" + property + "=" + value));
    }

    /**
     * Kills every fork that runs, whichever started it. JMH does not tell which process a fork is.
     */
    public static void endAll() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(FORK))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public RunResult run(Class<?> benchmark, Scenario scenario) throws ForkFailure {
        long logStart = size(log);
        try (OutputStream out = new RedactedStream(
                        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND), redaction);
                PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            OutputFormat format = OutputFormatFactory.createFormatInstance(
                    print, options.verbosity().orElse(VerboseMode.NORMAL));
            return new Runner(builder(benchmark, scenario).build(), format).runSingle();
        } catch (RunnerException | BenchmarkException e) {
            throw new ForkFailure(redaction.apply(reason(logStart, e)), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JMH's output to " + log, e);
        }
    }

    private ChainedOptionsBuilder builder(Class<?> benchmark, Scenario scenario) {
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .parent(options)
                .include("^" + Pattern.quote(benchmark.getName()) + "\\.send$")
                // The user's patterns stay in force beside this one, and may match the other
                // benchmark too.
                .exclude("^(?!" + Pattern.quote(benchmark.getName()) + "\\.send$)")
                .forks(1)
                .warmupForks(0)
                .threads(scenario.workload().producers())
                .warmupIterations(iterations.warmupIterations())
                .warmupTime(iterations.warmupTime())
                .measurementIterations(iterations.measurementIterations())
                .measurementTime(iterations.measurementTime())
                .addProfiler(IterationProfiler.class)
                .shouldFailOnError(true)
                .jvmArgsPrepend(jvmArgs().toArray(String[]::new))
                .jvmArgs(options.getJvmArgs()
                        .orElse(List.of())
                        .toArray(String[]::new)); // without this call JMH takes the parent's arguments
        for (Map.Entry<Axis, String> value : scenario.values().entrySet()) {
            builder.param(value.getKey().param(), value.getValue());
        }
        return builder;
    }

    /** Returns the arguments that come before the user's, so that the user's win. */
    private List<String> jvmArgs() {
        List<String> arguments = new ArrayList<>(jvm.flags(userArgs(options)));
        arguments.addAll(jvm.directories());
        arguments.add("-D" + ForkConfig.PROPERTY + "=" + handoverFile);
        arguments.addAll(properties);
        arguments.addAll(options.getJvmArgsPrepend().orElse(List.of()));
        return arguments;
    }

    /**
     * Returns the user's arguments for the fork's JVM, in the order in which JMH passes them on.
     */
    public static List<String> userArgs(CommandLineOptions options) {
        List<String> arguments = new ArrayList<>(options.getJvmArgsPrepend().orElse(List.of()));
        arguments.addAll(options.getJvmArgs().orElse(List.of()));
        arguments.addAll(options.getJvmArgsAppend().orElse(List.of()));
        return arguments;
    }

    /**
     * Returns the reason from JMH's output, because JMH's exception says only that something
     * failed.
     */
    private String reason(long logStart, Exception failure) {
        List<String> lines = linesFrom(logStart);
        int mark = lines.indexOf(FAILURE_MARK);
        return lines.stream()
                .skip(mark + 1L)
                .filter(line -> mark >= 0 && !line.isBlank())
                .findFirst()
                .map(String::strip)
                .orElseGet(() -> deepest(failure));
    }

    private List<String> linesFrom(long start) {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(start, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null || deepest.getSuppressed().length > 0) {
            deepest = deepest.getCause() != null ? deepest.getCause() : deepest.getSuppressed()[0];
        }
        return deepest.toString().lines().findFirst().orElse("no reason given");
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
