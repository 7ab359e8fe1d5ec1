package io.producerbench.benchmarks;

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

/** A client in a process of its own, which can be stopped: it measures one window and writes its histograms to a file. */
final class FlowProcess {
    static final Scenario SCENARIO = AScenario.with(Map.of());

    private static final Duration LENGTH = Duration.ofMillis(1_300);

    private FlowProcess() {}

    static Process start(String bootstrapServers, Path directory) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FlowProcess.class.getName(),
                bootstrapServers,
                directory.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("flow.log").toFile())
                .start();
    }

    /** Is there once the window is open. */
    static Path opened(Path directory) {
        return directory.resolve("opened");
    }

    static Path histograms(Path directory) {
        return directory.resolve("flow.hlog");
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        TestFlow.rehearse(SCENARIO, arguments[0]);
        try (TestFlow flow = new TestFlow(SCENARIO, arguments[0], "stopped")) {
            flow.openWindow();
            Files.createFile(opened(directory));
            flow.sendFor(LENGTH);
            MeasuredWindow window = flow.closeWindow();
            HistogramLog.write(
                    histograms(directory),
                    "a stopped client",
                    Instant.now(),
                    Duration.ofNanos(window.nanos()),
                    flow.histograms());
        }
    }
}
