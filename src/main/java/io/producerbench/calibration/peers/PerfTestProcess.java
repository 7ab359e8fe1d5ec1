package io.producerbench.calibration.peers;

import io.producerbench.failure.FailedStepException;
import io.producerbench.process.ChildJvm;
import io.producerbench.process.LogTail;
import io.producerbench.process.SettingsFile;
import io.producerbench.process.StoppedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A started {@link PerfTest}. */
public final class PerfTestProcess implements AutoCloseable {
    private final PerfTest test;
    private final Path output;
    private final ChildJvm process;

    private PerfTestProcess(PerfTest test, Path directory) throws IOException {
        this.test = test;
        this.output = directory.resolve("output.txt");
        Path settings = directory.resolve("producer.properties");
        SettingsFile.write(settings, test.producerSettings());
        // Two files, because a warning in the middle of a line of numbers would change that line.
        Path errors = directory.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(test.command(settings))
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        this.process = ChildJvm.start("kafka-producer-perf-test", builder, LogTail.of(output, errors));
    }

    static PerfTestProcess start(PerfTest test, Path scratchDirectory) {
        requireTools(test.jars());
        try {
            Path directory = Files.createTempDirectory(scratchDirectory, "perf-test-");
            return new PerfTestProcess(test, directory.toAbsolutePath());
        } catch (IOException e) {
            throw new FailedStepException(
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

    private static FailedStepException missing(Path jars, IOException cause) {
        return new FailedStepException(
                "expected the jars of kafka-producer-perf-test, found no kafka-tools in " + jars
                        + ": run ./mvnw -q -f src/peers/pom.xml process-resources",
                cause);
    }

    /** Returns the process itself: for its id, and for {@link StoppedProcess}. */
    public ProcessHandle handle() {
        return process.process().toHandle();
    }

    /**
     * When this returns, the process has ended with exit code 0, and every record was acknowledged.
     * With acks=0 every record was handed over.
     *
     * @throws FailedStepException if not, or if it takes longer than {@code timeout}; then it may
     *     still run
     */
    public PerfTestReport await(Duration timeout) {
        if (!process.hasEnded(timeout)) {
            throw process.failure("did not end within " + timeout + ": allow more time or send fewer records");
        }
        int exitCode = process.process().exitValue();
        if (exitCode != 0) {
            throw process.failure("exited with code " + exitCode + ", expected 0");
        }
        PerfTestReport report = report();
        // It exits with 0 even if sends failed.
        if (report.records() != test.records().count()) {
            throw process.failure("was to get " + test.records().count() + " records acknowledged, got "
                    + report.records() + ": see why sends failed");
        }
        return report;
    }

    private PerfTestReport report() {
        try {
            return PerfTestReport.parse(LogTail.read(output));
        } catch (FailedStepException e) {
            throw process.failure("printed no report: " + e.getMessage(), e);
        }
    }

    /** When this returns, the process is dead, even if it was stopped. */
    @Override
    public void close() {
        process.close();
    }
}
