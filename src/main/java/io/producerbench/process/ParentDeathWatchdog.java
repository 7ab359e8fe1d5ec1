package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that nothing outlives this JVM, SIGKILL included: a shell that, at the end of a pipe from here, removes what
 * was left. Of processes it reads the ids from the pipe, and kills those that still run out of our directory; of containers
 * it is told the label.
 */
public final class ParentDeathWatchdog implements AutoCloseable {

    private static final long LAST_ROUND_S = 15;
    private static final String DISMISSED = "done";

    private final Process shell;

    private ParentDeathWatchdog(Process shell) {
        this.shell = shell;
    }

    /** When this returns, the directory is removed when this JVM ends. */
    public static ParentDeathWatchdog over(Path directory) {
        return running(ofDirectory(), directory.toString(), directory.getParent());
    }

    /**
     * Starts a shell that runs when this JVM ends.
     *
     * @param script what the shell runs; it must wait for the end of its standard input first
     * @param argument its only argument
     * @param directory the one it works in
     */
    public static ParentDeathWatchdog running(String script, String argument, Path directory) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script, "watchdog", argument)
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new ParentDeathWatchdog(builder.start());
        } catch (IOException e) {
            throw new FailedStepException("expected a POSIX shell to guard the brokers, but sh failed", e);
        }
    }

    /** When this returns, the process will not outlive this JVM. */
    public synchronized void guard(long pid) {
        try {
            tell(String.valueOf(pid));
        } catch (IOException e) {
            throw new FailedStepException("the watchdog over the brokers' processes died, so none can be started", e);
        }
    }

    private void tell(String line) throws IOException {
        OutputStream pipe = shell.getOutputStream();
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }

    /** When this returns, the watchdog over containers is gone, and has removed nothing. */
    public synchronized void dismiss() {
        try {
            tell(DISMISSED);
        } catch (IOException e) {
            // Dismissed before, or dead: it has nothing to say either way.
            shell.destroyForcibly();
        }
        close();
    }

    /** When this returns, no guarded process runs, the directory is gone and so is the watchdog. */
    @Override
    public synchronized void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            // It died before us and has nothing left to read; what it guarded was ours to kill anyway.
            shell.destroyForcibly();
        }
        shell.onExit()
                .completeOnTimeout(shell, LAST_ROUND_S, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }

    private static String ofDirectory() {
        try (InputStream script = ParentDeathWatchdog.class.getResourceAsStream("watchdog.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
