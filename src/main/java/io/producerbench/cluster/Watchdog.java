package io.producerbench.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that nothing outlives this JVM, SIGKILL included: a shell that reads the ids of our processes from a pipe and,
 * at the end of that pipe, kills those that still run out of our directory and removes it.
 */
final class Watchdog implements AutoCloseable {

    private static final long LAST_ROUND_S = 15;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    /** When this returns, the directory is removed when this JVM ends. */
    static Watchdog over(Path directory) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script(), "watchdog", directory.toString())
                .directory(directory.getParent().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new Watchdog(builder.start());
        } catch (IOException e) {
            throw new ClusterException("expected a POSIX shell to guard the brokers' processes, but sh failed", e);
        }
    }

    /** When this returns, the process will not outlive this JVM. */
    synchronized void guard(long pid) {
        try {
            OutputStream ids = shell.getOutputStream();
            ids.write((pid + "\n").getBytes(StandardCharsets.US_ASCII));
            ids.flush();
        } catch (IOException e) {
            throw new ClusterException("the watchdog over the brokers' processes died, so none can be started", e);
        }
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

    private static String script() {
        try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ClusterException("could not read watchdog.sh from the class path", e);
        }
    }
}
