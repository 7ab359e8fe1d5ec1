package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that we started. It ends with this JVM, however this JVM ends. Its output is in a file, and
 * its last lines are in the message of each {@linkplain #failure failure}.
 */
public final class ChildJvm implements AutoCloseable {
    /**
     * The flags of every JVM that we start that make it format numbers alike everywhere. The
     * country is among them, because English in Germany has decimal commas.
     */
    public static final List<String> LOCALE = List.of("-Duser.language=en", "-Duser.country=US");

    private static final long DYING_S = 10;

    private final String name;
    private final Process process;
    private final LogTail log;

    private ChildJvm(String name, Process process, LogTail log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * When this returns, the process exists and will not outlive this JVM.
     *
     * @param name of the program, for error messages
     * @param command the executable, the JVM's flags, the main class, and its arguments
     * @param log the file that output and errors go to
     */
    public static ChildJvm start(String name, List<String> command, Path log) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            return start(name, builder, LogTail.of(log));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name + " by " + command.get(0), e);
        }
    }

    /**
     * When this returns, the process exists and will not outlive this JVM.
     *
     * @param builder of its command; it keeps the environment of this JVM, so that variables such as
     *     {@code _JAVA_OPTIONS} act on all JVMs alike
     * @param log the files that the builder redirects to
     */
    public static ChildJvm start(String name, ProcessBuilder builder, LogTail log) throws IOException {
        Process process = builder.start();
        ParentDeathWatchdog.over(process);
        return new ChildJvm(name, process, log);
    }

    public Process process() {
        return process;
    }

    /**
     * When this returns, the process has ended with exit code 0.
     *
     * @throws FailedStepException if it has not within this time, and then it may still run; or if
     *     the wait is interrupted
     */
    public void await(Duration limit) {
        if (!hasEnded(limit)) {
            throw failure("did not end within " + limit);
        }
        if (process.exitValue() != 0) {
            throw endedUnexpectedly();
        }
    }

    /**
     * Returns true as soon as the process has ended, false if it has not within this time.
     *
     * @throws FailedStepException if the wait is interrupted
     */
    public boolean hasEnded(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedStepException("interrupted while waiting for " + name, e);
        }
    }

    /**
     * When this returns, the file exists. The process must create it complete, by an atomic move.
     *
     * @throws FailedStepException if the process ends before that, or takes longer than the limit
     */
    public void awaitFile(Path file, Duration limit) {
        long start = System.nanoTime();
        while (!Files.exists(file)) {
            if (hasEnded(Duration.ofMillis(5))) {
                throw endedUnexpectedly();
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                throw failure("did not write " + file + " within " + limit);
            }
        }
    }

    private FailedStepException endedUnexpectedly() {
        return failure("ended with exit code " + process.exitValue());
    }

    /** Returns a failure of this program with its last lines. */
    public FailedStepException failure(String what) {
        return failure(what, null);
    }

    /** Returns a failure of this program with its last lines and a cause. */
    public FailedStepException failure(String what, Exception cause) {
        return new FailedStepException(name + " " + what + "; " + log.text(), cause);
    }

    /** When this returns, the process is dead, even if it was stopped. */
    @Override
    public void close() {
        process.destroyForcibly();
        // Not waitFor(), because an interrupted thread must be able to close it too.
        process.onExit().completeOnTimeout(process, DYING_S, TimeUnit.SECONDS).join();
    }
}
