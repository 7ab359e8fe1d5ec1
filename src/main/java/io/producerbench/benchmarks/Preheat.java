package io.producerbench.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Sends in bursts until the client's code is compiled, and discards what is recorded.
 *
 * <p>A JVM that has just started compiles for several CPU seconds. Sending at full speed leaves its
 * compilers a small share of a small machine, so that code would be measured that is still
 * interpreted or half optimised. After each burst the producers are therefore at rest until the
 * compilers have caught up.
 */
final class Preheat {
    private static final long BURST_NANOS = 200_000_000;
    private static final long LOOK_NANOS = 20_000_000;

    /** The compilers are idle below this share of one core. */
    private static final double IDLE_SHARE = 0.1;

    /** One burst that compiles little may be chance. */
    private static final int QUIET_BURSTS = 2;

    private static final long LONGEST_REST_NANOS = 1_000_000_000;

    private final List<RecordedProducer> producers;
    private final int depth;
    private final boolean paced;
    private final LongSupplier compiledNanos;

    /**
     * @param depth how many records each producer keeps outstanding
     * @param paced true if records will be sent at their due times, which is other code
     * @param compiledNanos the CPU time that compilers used so far
     */
    Preheat(List<RecordedProducer> producers, int depth, boolean paced, LongSupplier compiledNanos) {
        this.producers = producers;
        this.depth = depth;
        this.paced = paced;
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
            awaitCompilers();
            quiet = compiledNanos.getAsLong() - before < IDLE_SHARE * BURST_NANOS ? quiet + 1 : 0;
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
            if (paced) {
                producer.paced().sendNextAt(System.nanoTime());
            } else {
                producer.paced().sendNext();
            }
        }
        producer.paced().awaitRoom(depth);
    }

    private void awaitCompilers() {
        long latest = System.nanoTime() + LONGEST_REST_NANOS;
        long before;
        long start;
        do {
            before = compiledNanos.getAsLong();
            start = System.nanoTime();
            LockSupport.parkNanos(LOOK_NANOS);
        } while (compiledNanos.getAsLong() - before > IDLE_SHARE * (System.nanoTime() - start)
                && System.nanoTime() - latest < 0);
    }
}
