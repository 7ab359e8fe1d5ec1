package io.producerbench.calibration.peers;

import io.producerbench.calibration.PeerException;
import io.producerbench.failure.FailedStepException;
import io.producerbench.process.ParentDeathWatchdog;
import io.producerbench.process.StoppedProcess;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A started {@link PerfTest}. */
public final class PerfTestProcess implements AutoCloseable {
    private static final long DYING_S = 10;
    private static final int LAST_LINES = 15;
    /** They would make its JVM another than our forks'. */
    private static final List<String> HIDDEN_FLAGS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final PerfTest test;
    private final Path directory;
    private final Process process;

    private PerfTestProcess(PerfTest test, Path directory) throws IOException {
        this.test = test;
        this.directory = directory;
        Path settings = directory.resolve("producer.properties");
        Properties properties = new Properties();
        properties.putAll(test.producerSettings());
        try (Writer out = Files.newBufferedWriter(settings)) {
            properties.store(out, null);
        }
        // Two files: a warning in the middle of a line of numbers would make it another line.
        ProcessBuilder builder = new ProcessBuilder(test.command(settings))
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output().toFile())
                .redirectError(errors().toFile());
        builder.environment().keySet().removeAll(HIDDEN_FLAGS);
        this.process = builder.start();
        ParentDeathWatchdog.over(process);
    }

    static PerfTestProcess start(PerfTest test, Path scratchDirectory) {
        requireTools(test.jars());
        try {
            Path directory = Files.createTempDirectory(scratchDirectory, "perf-test-");
            return new PerfTestProcess(test, directory.toAbsolutePath());
        } catch (IOException e) {
            throw new PeerException(
                    "could not start kafka-producer-perf-test by " + test.java() + " in " + scratchDirectory
                            + ": expected an executable java and a writable directory",
                    e);
        }
    }

    private static void requireTools(Path jars) {
        try (Stream<Path> files = Files.list(jars)) {
            if (files.anyMatch(file -> file.getFileName().toString().startsWith("kafka-tools-"))) {
                return;
            }
            throw missing(jars, null);
        } catch (IOException e) {
            throw missing(jars, e);
        }
    }

    private static PeerException missing(Path jars, IOException cause) {
        return new PeerException(
                "expected the jars of kafka-producer-perf-test, found no kafka-tools in " + jars
                        + ": run ./mvnw -q -f src/peers/pom.xml process-resources",
                cause);
    }

    /** The process itself: for its id, and for {@link StoppedProcess}. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * When this returns, the process has ended well, and every record was acknowledged (with acks=0: handed over).
     *
     * @throws PeerException if it did not, or takes longer than {@code timeout}; then it may still run
     */
    public PerfTestReport await(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("did not end within " + timeout + ": allow more time or send fewer records");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException("interrupted while waiting for kafka-producer-perf-test", e);
        }
        if (process.exitValue() != 0) {
            throw failure("exited with code " + process.exitValue() + ": expected 0, see its last lines");
        }
        PerfTestReport report = report();
        // It exits with 0 even if sends failed.
        if (report.records() != test.records().count()) {
            throw failure("expected " + test.records().count() + " records to be acknowledged, got " + report.records()
                    + ": its last lines tell why sends failed");
        }
        return report;
    }

    private PerfTestReport report() {
        try {
            return PerfTestReport.parse(lines(output()));
        } catch (FailedStepException e) {
            throw new PeerException(e.getMessage() + lastLines(), e);
        }
    }

    private PeerException failure(String what) {
        return new PeerException("kafka-producer-perf-test " + what + lastLines());
    }

    private String lastLines() {
        List<String> all = Stream.concat(lines(output()).stream(), lines(errors()).stream())
                .filter(line -> !line.isBlank())
                .toList();
        return "\nits last lines:\n  "
                + String.join("\n  ", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
    }

    private static List<String> lines(Path file) {
        try {
            // Not Files.readAllLines: it throws on a character that a kill cut short.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new PeerException("could not read what kafka-producer-perf-test wrote to " + file, e);
        }
    }

    private Path output() {
        return directory.resolve("output.txt");
    }

    private Path errors() {
        return directory.resolve("errors.txt");
    }

    /** When this returns, the process is dead, be it stopped or running before. */
    @Override
    public void close() {
        process.destroyForcibly();
        // Not waitFor(): it must also be closed by a thread that was interrupted.
        process.onExit().completeOnTimeout(process, DYING_S, TimeUnit.SECONDS).join();
    }
}
