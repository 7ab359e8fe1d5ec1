package io.producerbench.calibration.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stub broker in a process of its own, which ends with this one however that ends. */
public final class StubProcess implements AutoCloseable {
    private static final long PATIENCE_S = 30;
    private static final long LOOK_MILLIS = 5;
    private static final int LAST_LINES = 20;
    /** They would make its JVM another than the one described here. */
    private static final List<String> HIDDEN_FLAGS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Path directory;
    private final Process process;
    private final Writer orders;
    private final String bootstrapServers;
    private int logs;

    private StubProcess(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.bootstrapServers = StubBroker.HOST + ":" + awaited(directory.resolve("port"));
    }

    /**
     * When this returns, the broker answers.
     *
     * @param classPath with this class and the Kafka client on it
     * @param scratchDirectory for the files that pass between the two processes; exists
     */
    public static StubProcess start(StubScript script, String classPath, Path scratchDirectory) {
        try {
            Path directory =
                    Files.createTempDirectory(scratchDirectory, "stub-").toAbsolutePath();
            Path file = directory.resolve("script.properties");
            try (Writer out = Files.newBufferedWriter(file)) {
                script.toProperties().store(out, null);
            }
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xms64m",
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            classPath,
                            StubBroker.class.getName(),
                            file.toString(),
                            directory.resolve("port").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("stub.log").toFile());
            builder.environment().keySet().removeAll(HIDDEN_FLAGS);
            return new StubProcess(directory, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a stub broker in " + scratchDirectory, e);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** From about now on and for that long, no reply to a produce request leaves. */
    public void withholdProduce(Duration duration) {
        order("withhold-produce " + duration.toNanos());
    }

    /** From about now on and for that long, no reply to the end of a transaction leaves. */
    public void withholdEndTxn(Duration duration) {
        order("withhold-end-txn " + duration.toNanos());
    }

    /** What the broker has done so far; while it writes that down, it does nothing else. */
    public ReferenceLog truth() {
        Path file = directory.resolve("truth-" + logs++ + ".csv");
        order("log " + file);
        return ReferenceLog.read(awaitFile(file));
    }

    private void order(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw failure("takes no orders", e);
        }
    }

    private String awaited(Path file) {
        try {
            return Files.readString(awaitFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path awaitFile(Path file) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        try {
            while (!Files.exists(file)) {
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw failure("ended with exit code " + process.exitValue(), null);
                }
                if (System.nanoTime() - deadline > 0) {
                    throw failure("did not write " + file + " within " + PATIENCE_S + " s", null);
                }
            }
            return file;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not waited for", e);
        }
    }

    private StubException failure(String what, Exception cause) {
        close();
        return new StubException("the stub broker " + what + "; its last log lines:\n" + lastLogLines(), cause);
    }

    private String lastLogLines() {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("stub.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "none, " + e;
        }
    }

    /** 0 if the broker ended because it was closed, by itself; to be asked only then. */
    int exitValue() {
        return process.exitValue();
    }

    /** When this returns, the process is dead. */
    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        // Not waitFor(): a stub broker must also be closed by a thread that was interrupted.
        process.onExit()
                .completeOnTimeout(process, PATIENCE_S, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
    }
}
