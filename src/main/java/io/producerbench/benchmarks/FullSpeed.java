package io.producerbench.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sends at full speed until this JVM compiles little, and discards what is recorded. For closed loop:
 * a client that is still being compiled becomes faster within its window, so its rate is that of no
 * moment, and more records are sent than acknowledged.
 *
 * @param send sends some records, in the way that is measured
 * @param compiledNanos the CPU time that compilers used so far
 */
record FullSpeed(List<RecordedProducer> producers, Consumer<RecordedProducer> send, LongSupplier compiledNanos) {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** One look that finds little may be chance, because compilers wait for a core on a full machine. */
    private static final int QUIET_LOOKS = 2;

    /**
     * Returns when two looks in a row found the compilers almost idle.
     *
     * @param longest after which it ends in any case, because a tail of rarely used code is compiled
     *     for long
     * @return how many looks it took
     */
    int run(Duration longest) {
        producers.forEach(producer -> producer.recorder().startWindow(System.nanoTime()));
        long latest = System.nanoTime() + longest.toNanos();
        int looks = 0;
        for (int quiet = 0; quiet < QUIET_LOOKS && System.nanoTime() - latest < 0; looks++) {
            long before = compiledNanos.getAsLong();
            sendUntil(System.nanoTime() + LOOK_NANOS);
            quiet = CompilerRest.isIdle(compiledNanos.getAsLong() - before, LOOK_NANOS) ? quiet + 1 : 0;
        }
        producers.forEach(producer -> producer.paced().drain());
        producers.forEach(producer -> producer.recorder().drain());
        return looks;
    }

    private void sendUntil(long until) {
        while (System.nanoTime() - until < 0) {
            for (RecordedProducer producer : producers) {
                producer.paced().adopt();
                send.accept(producer);
            }
        }
    }
}
