package io.producerbench.benchmarks;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Waits until this JVM's compilers are idle. On a full machine they get a small share of the cores,
 * and code that they have in their queue would be measured as it was before; at rest they have all.
 *
 * @param compiledNanos the CPU time that they used so far
 */
record CompilerRest(LongSupplier compiledNanos) {
    private static final long LOOK_NANOS = 20_000_000;

    /** They are idle below this share of one core. */
    private static final double IDLE_SHARE = 0.1;

    private static final long LONGEST_NANOS = 1_000_000_000;

    /** True if they worked so little in this time that they count as idle. */
    static boolean isIdle(long compiled, long nanos) {
        return compiled <= IDLE_SHARE * nanos;
    }

    /** Returns when they are idle, at most after a second. */
    void await() {
        long latest = System.nanoTime() + LONGEST_NANOS;
        long before;
        long start;
        do {
            before = compiledNanos.getAsLong();
            start = System.nanoTime();
            LockSupport.parkNanos(LOOK_NANOS);
        } while (!isIdle(compiledNanos.getAsLong() - before, System.nanoTime() - start)
                && System.nanoTime() - latest < 0);
    }
}
