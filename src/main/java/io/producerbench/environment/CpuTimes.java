package io.producerbench.environment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The time of all processors together since the machine started.
 *
 * @param processNanos in processes and in threads of the kernel
 * @param interruptNanos in interrupts, which no process is charged for
 * @param idleNanos without work, waiting for a disk included
 * @param stealNanos given to other machines by the hypervisor
 */
public record CpuTimes(long processNanos, long interruptNanos, long idleNanos, long stealNanos) {
    /** The kernel counts in USER_HZ, which is always 100 for programs on Linux. */
    private static final long NANOS_PER_TICK = TimeUnit.SECONDS.toNanos(1) / 100;

    /** Reads the counters now; empty if there is no {@code /proc/stat}. */
    public static Optional<CpuTimes> read() {
        return read(Path.of("/"));
    }

    static Optional<CpuTimes> read(Path root) {
        return new KernelFiles(root)
                .value("proc/stat", "cpu", ' ')
                .filter(counters -> counters.matches("\\d{1,18}( \\d{1,18}){7,}"))
                .map(CpuTimes::ofTicks);
    }

    private static CpuTimes ofTicks(String counters) {
        // user nice system idle iowait irq softirq steal; guest times follow, which user and nice
        // already contain.
        long[] ticks = Stream.of(counters.split(" ")).mapToLong(Long::parseLong).toArray();
        return new CpuTimes(
                (ticks[0] + ticks[1] + ticks[2]) * NANOS_PER_TICK,
                (ticks[5] + ticks[6]) * NANOS_PER_TICK,
                (ticks[3] + ticks[4]) * NANOS_PER_TICK,
                ticks[7] * NANOS_PER_TICK);
    }
}
