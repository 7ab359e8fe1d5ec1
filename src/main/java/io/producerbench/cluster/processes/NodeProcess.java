package io.producerbench.cluster.processes;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.node.Node;
import io.producerbench.process.CompilerThreads;
import io.producerbench.process.KernelTask;
import io.producerbench.process.LogTail;
import io.producerbench.process.OwnedProcess;
import io.producerbench.process.ParentDeathWatchdog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** One node of a cluster as a process, which may be started again after it ended. */
final class NodeProcess implements Node {

    private static final long DYING_S = 10;

    private final String name;
    private final List<String> command;
    private final Path log;
    private Process process;
    private OwnedProcess child;
    private CompilerThreads compilers;
    private boolean killed;

    NodeProcess(String name, List<String> command, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * When this returns, the process exists and the watchdog ends it with this JVM. It may not
     * answer yet.
     */
    synchronized void start(ParentDeathWatchdog watchdog) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ClusterException("could not run " + command.get(0) + " for " + name, e);
        }
        child = OwnedProcess.of(process.toHandle());
        compilers = new CompilerThreads(process.pid());
        killed = false;
        watchdog.guard(process.pid());
    }

    @Override
    public synchronized void kill() {
        if (process == null) {
            return;
        }
        killed |= process.isAlive();
        // The JDK checks that the process id was not reused before it sends this signal.
        process.destroyForcibly();
        // Not waitFor(), because a thread that was interrupted must be able to close a cluster.
        process.onExit().completeOnTimeout(process, DYING_S, TimeUnit.SECONDS).join();
    }

    @Override
    public synchronized void pause() {
        if (!isAlive()) {
            throw new ClusterException("expected " + name + " to be alive to pause it: restart it first");
        }
        child.stop();
    }

    @Override
    public synchronized void resume() {
        if (isPaused()) {
            child.resume();
        }
    }

    @Override
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public synchronized boolean isPaused() {
        return isAlive() && child.isStopped();
    }

    @Override
    public synchronized boolean isKilled() {
        return killed && !isAlive();
    }

    @Override
    public synchronized boolean wasKilled() {
        return killed;
    }

    @Override
    public synchronized OptionalLong cpuNanos() {
        return process == null
                ? OptionalLong.empty()
                : process.info().totalCpuDuration().stream()
                        .mapToLong(Duration::toNanos)
                        .findFirst();
    }

    @Override
    public synchronized OptionalLong compilerNanos() {
        return process == null ? OptionalLong.empty() : compilers.nanos();
    }

    @Override
    public synchronized boolean isStopped() {
        return process != null
                && KernelTask.first(KernelTask.PROC, process.pid())
                        .state()
                        .filter(letter -> letter == 'T')
                        .isPresent();
    }

    @Override
    public synchronized Optional<String> death() {
        if (process == null || process.isAlive() || killed) {
            return Optional.empty();
        }
        return Optional.of(name + " exited with code " + process.exitValue());
    }

    @Override
    public List<String> lastLogLines(int count) {
        return LogTail.of(log).lines(count);
    }
}
