package io.producerbench.calibration.stub;

import io.producerbench.failure.FailedStepException;
import io.producerbench.process.ChildJvm;
import io.producerbench.process.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A stub broker in a process of its own. It ends with this process, however this process ends. */
public final class StubProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final ChildJvm broker;
    private final Writer commands;
    private final String bootstrapServers;
    private int logs;

    private StubProcess(Path directory, ChildJvm broker) throws IOException {
        this.directory = directory;
        this.broker = broker;
        this.commands = broker.process().outputWriter(StandardCharsets.UTF_8);
        this.bootstrapServers = StubBroker.HOST + ":" + Files.readString(awaitFile(directory.resolve("port")));
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
            SettingsFile.write(file, script.settings());
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ChildJvm.LOCALE);
            command.addAll(List.of(
                    "-Xms64m",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classPath,
                    StubBroker.class.getName(),
                    file.toString(),
                    directory.resolve("port").toString()));
            return new StubProcess(
                    directory, ChildJvm.start("the stub broker", command, directory.resolve("stub.log")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a stub broker in " + scratchDirectory, e);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public boolean isAlive() {
        return broker.process().isAlive();
    }

    /** Returns the CPU time that it has consumed; empty if that cannot be read. */
    public Optional<Duration> cpu() {
        return broker.process().info().totalCpuDuration();
    }

    /** From about now on, the broker sends no reply to a produce request for this long. */
    public void withholdProduce(Duration duration) {
        command("withhold-produce " + duration.toNanos());
    }

    /** From about now on, the broker sends no reply to the end of a transaction for this long. */
    public void withholdEndTxn(Duration duration) {
        command("withhold-end-txn " + duration.toNanos());
    }

    /** From about now on, this fault hits what consumers see next. */
    public void plant(ReadFault fault) {
        command("plant " + fault);
    }

    /** From about now on, this error hits the next batch of a producer. */
    public void failNext(ScriptedError error) {
        command("fail " + error);
    }

    /**
     * Returns what the broker has done so far. While the broker writes this to a file, it does
     * nothing else.
     */
    public ReferenceLog truth() {
        Path file = directory.resolve("truth-" + logs++ + ".csv");
        command("log " + file);
        return ReferenceLog.read(awaitFile(file));
    }

    private void command(String line) {
        try {
            commands.write(line + "\n");
            commands.flush();
        } catch (IOException e) {
            throw failure(broker.failure("takes no commands", e));
        }
    }

    private Path awaitFile(Path file) {
        try {
            broker.awaitFile(file, LIMIT);
            return file;
        } catch (FailedStepException e) {
            throw failure(e);
        }
    }

    private StubException failure(FailedStepException cause) {
        close();
        return new StubException(cause.getMessage(), cause);
    }

    /**
     * Returns 0 if the broker ended by itself when this was closed. Call it only after
     * {@link #close()}.
     */
    int exitValue() {
        return broker.process().exitValue();
    }

    /** When this returns, the process is dead. */
    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException e) {
            broker.close();
        }
        Process process = broker.process();
        // Not waitFor(), because an interrupted thread must be able to close it too.
        process.onExit()
                .completeOnTimeout(process, LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        broker.close();
    }
}
