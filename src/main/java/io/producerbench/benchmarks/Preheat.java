package io.producerbench.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Sends in bursts until the client's code is compiled, and discards what is recorded. For open loop
 * only, whose own warm-up sends too few records for that.
 *
 * <p>A JVM that has just started compiles for several CPU seconds. Sending at full speed leaves its
 * compilers a small share of a small machine. After each burst the producers are therefore at rest
 * until the compilers have caught up.
 */
final class Preheat {
    private static final long BURST_NANOS = 200_000_000;
    /** One burst that compiles little may be chance. */
    private static final int QUIET_BURSTS = 2;

    private final List<RecordedProducer> producers;
    private final int depth;
    private final LongSupplier compiledNanos;

    /**
     * @param depth how many records each producer keeps outstanding
     * @param compiledNanos the CPU time that compilers used so far
     */
    Preheat(List<RecordedProducer> producers, int depth, LongSupplier compiledNanos) {
        this.producers = producers;
        this.depth = depth;
        this.compiledNanos = compiledNanos;
    }

    /**
     * Returns when two bursts in a row made the compilers work little.
     *
     * @param longest after which it ends in any case, because a tail of rarely used code is compiled
     *     for long
     * @return how many bursts it sent
     */
    int run(Duration longest) {
        producers.forEach(producer -> producer.recorder().startWindow(System.nanoTime()));
        long latest = System.nanoTime() + longest.toNanos();
        int bursts = 0;
        for (int quiet = 0; quiet < QUIET_BURSTS && System.nanoTime() - latest < 0; bursts++) {
            long before = compiledNanos.getAsLong();
            burst();
            new CompilerRest(compiledNanos).await();
            quiet = CompilerRest.isIdle(compiledNanos.getAsLong() - before, BURST_NANOS) ? quiet + 1 : 0;
        }
        producers.forEach(producer -> producer.recorder().drain());
        return bursts;
    }

    private void burst() {
        long end = System.nanoTime() + BURST_NANOS;
        while (System.nanoTime() - end < 0) {
            producers.forEach(this::send);
        }
        producers.forEach(producer -> producer.paced().drain());
    }

    private void send(RecordedProducer producer) {
        producer.paced().adopt();
        for (int i = 0; i < MaxRate.RECORDS; i++) {
            producer.paced().sendNextAt(System.nanoTime());
        }
        producer.paced().awaitRoom(depth);
    }
}
