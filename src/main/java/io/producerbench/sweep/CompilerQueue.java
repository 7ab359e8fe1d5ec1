package io.producerbench.sweep;

import io.producerbench.cluster.Cluster;
import io.producerbench.process.Polling;
import io.producerbench.process.Ticker;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The work that waits for the brokers' compilers. Under full load they compete with the load for the
 * processors and the queue stays long, so a warm-up pauses until it is short.
 */
final class CompilerQueue {
    private static final Polling PATIENCE = Polling.seconds(5);

    /** A shorter look would be blurred by the time slices of the kernel. */
    private static final long SHORTEST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** The compilers' share of one processor below which little is left to compile. */
    private static final double QUIET = 0.05;

    private final Cluster cluster;
    private final Ticker ticker;
    private long nanos;
    private OptionalLong cpu;

    CompilerQueue(Cluster cluster, Ticker ticker) {
        this.cluster = cluster;
        this.ticker = ticker;
        look();
    }

    /**
     * When this returns, the compilers have little left to do, or five seconds have passed, or it
     * is not known what they do.
     */
    static void drain(Cluster cluster) {
        PATIENCE.await(new CompilerQueue(cluster, Ticker.SYSTEM)::isShort);
    }

    /** True if the compilers did little since the last look that was long enough ago. */
    boolean isShort() {
        if (ticker.nanos() - nanos < SHORTEST_LOOK_NANOS) {
            return cpu.isEmpty();
        }
        long since = nanos;
        OptionalLong before = cpu;
        look();
        return before.isEmpty() || cpu.isEmpty() || cpu.getAsLong() - before.getAsLong() < QUIET * (nanos - since);
    }

    private void look() {
        nanos = ticker.nanos();
        cpu = cluster.usage().brokerCompilerNanos();
    }
}
