package io.producerbench.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long a process was stopped, by SIGSTOP and SIGCONT, at least and at most, in nanoseconds. */
record Stop(long leastNanos, long mostNanos) {
    private static final long LONGEST_WAIT_NANOS = 10_000_000_000L;

    static Stop of(long pid, Duration duration) throws IOException {
        // A shell that is up already: its kill is built in, so a signal does not wait for a process
        // to start.
        Process shell = new ProcessBuilder("/bin/sh").start();
        try (Writer signals = shell.outputWriter()) {
            long stopping = System.nanoTime();
            signal(signals, "STOP", pid);
            awaitStopped(pid, true);
            long stopped = System.nanoTime();
            while (System.nanoTime() - stopped < duration.toNanos()) {
                LockSupport.parkNanos(duration.toNanos() - (System.nanoTime() - stopped));
            }
            long continuing = System.nanoTime();
            signal(signals, "CONT", pid);
            awaitStopped(pid, false);
            return new Stop(continuing - stopped, System.nanoTime() - stopping);
        } finally {
            shell.destroy();
        }
    }

    long nanos() {
        return (leastNanos + mostNanos) / 2;
    }

    private static void signal(Writer signals, String name, long pid) throws IOException {
        signals.write("kill -" + name + " " + pid + "\n");
        signals.flush();
    }

    private static void awaitStopped(long pid, boolean expected) throws IOException {
        long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (isStopped(pid) != expected) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("expected process " + pid + (expected ? " to stop" : " to go on"));
            }
            Thread.onSpinWait();
        }
    }

    /** The state follows the command's name, which stands in parentheses. */
    private static boolean isStopped(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    }
}
