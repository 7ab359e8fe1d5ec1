package io.producerbench.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One node of a cluster as an operating system process, which may be started again after it ended. */
final class NodeProcess {

    private static final long DYING_S = 10;
    /** They would change the flags that the results say the brokers ran with. */
    private static final List<String> HIDDEN_FLAGS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final String name;
    private final List<String> command;
    private final Path log;
    private Process process;
    private Child child;
    private boolean killed;

    NodeProcess(String name, List<String> command, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
    }

    String name() {
        return name;
    }

    /** When this returns, the process exists and will not outlive this JVM; it need not be of use yet. */
    synchronized void start(Watchdog watchdog) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeAll(HIDDEN_FLAGS);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ClusterException("could not run " + command.get(0) + " for " + name, e);
        }
        child = Child.of(process.toHandle());
        killed = false;
        watchdog.guard(process.pid());
    }

    /** When this returns, the process is dead, however it was before. Its data is as the kill left it. */
    synchronized void kill() {
        if (process == null) {
            return;
        }
        killed |= process.isAlive();
        // The JDK itself compares the start of the process before it sends this one.
        process.destroyForcibly();
        // Not waitFor(): a cluster must also be closed by a thread that was interrupted.
        process.onExit().completeOnTimeout(process, DYING_S, TimeUnit.SECONDS).join();
    }

    /** When this returns, no thread of the process runs. */
    synchronized void pause() {
        if (!isAlive()) {
            throw new ClusterException("expected " + name + " to be alive to pause it: restart it first");
        }
        child.stop();
    }

    /** When this returns, the process runs, unless it is dead. */
    synchronized void resume() {
        if (isPaused()) {
            child.resume();
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized boolean isPaused() {
        return isAlive() && child.isStopped();
    }

    /** Whether it is dead because of {@link #kill()}, and not by itself. */
    synchronized boolean isKilled() {
        return killed && !isAlive();
    }

    /** The CPU time consumed since the start; empty if the process is dead. */
    synchronized Optional<Duration> cpu() {
        return process == null ? Optional.empty() : process.info().totalCpuDuration();
    }

    /** Empty while the process lives and after it was killed, otherwise one line that says how it ended. */
    synchronized Optional<String> death() {
        if (process == null || process.isAlive() || killed) {
            return Optional.empty();
        }
        return Optional.of(name + " exited with code " + process.exitValue());
    }

    /** The end of what the node logged; of anything that could not be read, nothing. */
    List<String> lastLogLines(int count) {
        try {
            // Not Files.readAllLines: it throws on a character that a kill cut short.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
