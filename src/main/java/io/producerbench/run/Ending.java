package io.producerbench.run;

import io.producerbench.cluster.Cluster;
import io.producerbench.failure.IoReason;
import io.producerbench.results.RunDirectory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a run leaves to be ended, and how it ends at a signal (Ctrl-C, SIGTERM): first the measuring
 * fork, then the brokers, then a directory without results; then the user is told.
 */
final class Ending {
    /** How long the run may take to write down the row that it is at. */
    private static final Duration UNWINDING = Duration.ofMillis(1500);

    /** After this the rest is left to the watchdogs, which end what outlives this JVM. */
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final String command;
    private final Progress err;
    private final Progress out;
    private final Supplier<String> doing;
    private final List<Cluster> clusters = new CopyOnWriteArrayList<>();
    private final Set<Path> files = ConcurrentHashMap.newKeySet();
    private final CountDownLatch unwound = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopQuietly, "stop");
    private volatile Optional<RunDirectory> directory = Optional.empty();
    private volatile Thread worker = Thread.currentThread();
    private volatile boolean isNew;
    private volatile boolean stopped;

    /** @param doing what the run is at, as in "while starting the brokers" */
    Ending(String command, Progress err, Progress out, Supplier<String> doing) {
        this.command = command;
        this.err = err;
        this.out = out;
        this.doing = doing;
    }

    /** From here on a signal is obeyed. This thread is the one that does the run. */
    void armed() {
        worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From here on a signal ends this JVM at once, because nothing is left to be ended. */
    void disarmed() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            park(); // the JVM is already stopping, and the hook runs
        }
    }

    void writesInto(RunDirectory run, boolean made) {
        isNew = made;
        directory = Optional.of(run);
    }

    void add(Cluster cluster) {
        clusters.add(cluster);
        parkIfStopped();
    }

    void forget(Path file) {
        files.add(file);
    }

    boolean isStopped() {
        return stopped;
    }

    /** Passes a line on. After a signal only what the signal says is passed on. */
    void report(String line) {
        if (!stopped) {
            err.report(line);
        }
    }

    /** Passes a line on that the next one may replace. After a signal it is dropped. */
    void passing(String line) {
        if (!stopped) {
            err.passing(line);
        }
    }

    /** Ends a line that the next one would replace. */
    void settle() {
        err.settle();
    }

    /** Never returns after a signal: what would be done or said next is no longer wanted. */
    void parkIfStopped() {
        if (stopped) {
            park();
        }
    }

    private void park() {
        unwound.countDown();
        while (true) {
            LockSupport.park();
        }
    }

    /** Tells the user of results of a run that fails, before the failure itself is told. */
    void unfinished() {
        StopText text = StopText.of(command, directory);
        text.goOn().forEach(err::report);
        text.results().forEach(out::report);
    }

    /** When this returns, every cluster is closed. */
    void closeClusters() {
        RuntimeException failure = null;
        for (Cluster cluster : clusters) {
            try {
                cluster.close();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Removes a directory that this run made and in which nothing was measured. */
    void discardIfEmpty() {
        directory.filter(run -> isNew && !run.hasRows()).ifPresent(RunDirectory::discard);
    }

    /** Kills the JVMs that measure. */
    void killForks() {
        forks().forEach(ProcessHandle::destroyForcibly);
    }

    /** Returns the JVMs that measure now. */
    static Stream<ProcessHandle> forks() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("ForkedMain"));
    }

    /** Returns the run's directory for files that explain a failure, if there is one. */
    Optional<Path> scratch() {
        return directory.map(RunDirectory::scratch);
    }

    /** What libraries log from here on is only about the end that this brings about. */
    private void stopQuietly() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        stop();
    }

    /** Ends the run at a signal. When this returns, nothing of it is left but results. */
    void stop() {
        String at = doing.get();
        stopped = true;
        if (clusters.isEmpty() && directory.filter(RunDirectory::hasRows).isEmpty()) {
            // It waits for brokers that it has started and we do not know, and ends them itself.
            worker.interrupt();
        }
        killForks();
        Thread closing = new Thread(this::closeOrTell, "closing");
        closing.setDaemon(true);
        closing.start();
        files.forEach(file -> file.toFile().delete());
        await(closing);
        StopText text = StopText.of(command, directory);
        try {
            discardIfEmpty();
        } catch (RuntimeException e) {
            err.report("run-bench: " + IoReason.message(e));
        }
        text.stopped(at).forEach(err::report);
        text.results().forEach(out::report);
    }

    private void closeOrTell() {
        try {
            closeClusters();
        } catch (RuntimeException e) {
            err.report("run-bench: " + IoReason.message(e));
        }
    }

    private void await(Thread closing) {
        try {
            closing.join(CLOSING.toMillis());
            unwound.await(UNWINDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
