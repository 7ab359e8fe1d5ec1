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
 * Ends what this JVM started when this JVM ends, even by SIGKILL. It is a shell that waits for the
 * end of a pipe from this JVM, and then cleans up. There are three kinds: {@link #over(Path)} kills
 * many processes and removes their directory, {@link #over(Process)} kills one process, and
 * {@link #running} runs any script, such as one that removes containers.
 */
public final class ParentDeathWatchdog implements AutoCloseable {

    private static final long LAST_ROUND_S = 15;
    private static final String DISMISSED = "done";
    /**
     * Nothing is ever written to the pipe. A terminal's Ctrl-C must not end the shell before its
     * work is done.
     */
    private static final String KILL_ONE = "trap '' INT TERM HUP; read -r _; kill -KILL \"$1\"";

    private final Process shell;

    private ParentDeathWatchdog(Process shell) {
        this.shell = shell;
    }

    /**
     * When this returns, the directory will be removed when this JVM ends, and before that the
     * {@linkplain #guard guarded} processes will be killed, if their command line still names the
     * directory.
     */
    public static ParentDeathWatchdog over(Path directory) {
        return running(ofDirectory(), directory.toString(), directory.getParent());
    }

    /**
     * When this returns, the process will not outlive this JVM. If it cannot be guarded, it is
     * killed at once.
     */
    public static void over(Process process) {
        try {
            Process shell = running(KILL_ONE, Long.toString(process.pid()), Path.of("")).shell;
            // At once, because the operating system may soon give the id to another process.
            process.onExit().thenRun(shell::destroyForcibly);
        } catch (FailedStepException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /**
     * Starts a shell that runs a script when this JVM ends.
     *
     * @param script what the shell runs; it must wait for the end of its standard input first
     * @param argument its only argument
     * @param directory the one it works in
     */
    public static ParentDeathWatchdog running(String script, String argument, Path directory) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script, "watchdog", argument)
                .directory(directory.toAbsolutePath().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new ParentDeathWatchdog(builder.start());
        } catch (IOException e) {
            throw new FailedStepException(
                    "expected a POSIX shell to end our processes with this one, but sh failed", e);
        }
    }

    /** When this returns, the process will not outlive this JVM. */
    public synchronized void guard(long pid) {
        try {
            tell(String.valueOf(pid));
        } catch (IOException e) {
            throw new FailedStepException(
                    "expected the watchdog over the brokers' processes to be alive, but it died: no broker can be started",
                    e);
        }
    }

    private void tell(String line) throws IOException {
        OutputStream pipe = shell.getOutputStream();
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }

    /**
     * When this returns, the watchdog is gone. A script that heeds the word {@code done} has
     * removed nothing.
     */
    public synchronized void dismiss() {
        try {
            tell(DISMISSED);
        } catch (IOException e) {
            // It was dismissed before, or it is dead.
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
            // It died before us. What it guarded is ours to kill anyway.
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
