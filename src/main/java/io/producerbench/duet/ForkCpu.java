package io.producerbench.duet;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The CPU time of one arm's forks, read from outside. A fork that waits for its turn still compiles
 * and collects now and then. That is the duet's own work and no disturbance of the other arm.
 */
final class ForkCpu {
    private final LongFunction<Optional<Duration>> cpuOf;
    private long pid = -1;
    private long endedForks;
    private long current;

    /** @param cpuOf gives the CPU time of the process with this id; empty if it has ended */
    ForkCpu(LongFunction<Optional<Duration>> cpuOf) {
        this.cpuOf = cpuOf;
    }

    ForkCpu() {
        this(pid -> ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()));
    }

    /** Reads this process from now on. The fork before it counts with what was read of it last. */
    synchronized void follow(long fork) {
        endedForks += current;
        current = 0;
        pid = fork;
    }

    /**
     * Returns the CPU time of all forks until now in nanoseconds, which never decreases. Linux tells
     * it in steps of ten milliseconds.
     */
    synchronized long nanos() {
        if (pid >= 0) {
            current = Math.max(current, cpuOf.apply(pid).map(Duration::toNanos).orElse(current));
        }
        return endedForks + current;
    }
}
