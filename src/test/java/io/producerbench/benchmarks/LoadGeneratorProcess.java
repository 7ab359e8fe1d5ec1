package io.producerbench.benchmarks;

import io.producerbench.latency.HistogramLine;
import io.producerbench.latency.HistogramLog;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A client in a process of its own, which can be stopped: it measures one window and writes its
 * histograms to a file.
 */
final class LoadGeneratorProcess {
    static final Scenario SCENARIO = AScenario.with(Map.of());

    private static final Duration LENGTH = Duration.ofMillis(1_300);

    private LoadGeneratorProcess() {}

    static Process start(String bootstrapServers, Path directory) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadGeneratorProcess.class.getName(),
                bootstrapServers,
                directory.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("load.log").toFile())
                .start();
    }

    /** Is there once the window is open. */
    static Path opened(Path directory) {
        return directory.resolve("opened");
    }

    static Path histograms(Path directory) {
        return directory.resolve("load.hlog");
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        TestLoadGenerator.rehearse(SCENARIO, arguments[0]);
        try (TestLoadGenerator generator = new TestLoadGenerator(SCENARIO, arguments[0], "stopped")) {
            generator.openWindow();
            Files.createFile(opened(directory));
            generator.sendFor(LENGTH);
            MeasuredWindow window = generator.closeWindow();
            HistogramLog.write(
                    histograms(directory),
                    "a stopped client",
                    Instant.now(),
                    HistogramLine.whole(Instant.now(), Duration.ofNanos(window.nanos()), generator.histograms()));
        }
    }
}
