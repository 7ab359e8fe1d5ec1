package io.producerbench.latency;

import java.io.Serializable;

/**
 * The counts between the two edges of one measured iteration. Times are of {@link System#nanoTime},
 * which on Linux is CLOCK_MONOTONIC and so comparable with readings by another process on the same
 * host.
 *
 * @param sentBefore records handed to {@code send()} before the window, since the start of the fork
 * @param sent records handed to {@code send()}
 * @param due records whose due time passed; 0 in closed loop
 * @param succeeded callbacks without an exception
 * @param cpuNanos CPU time of the sending and network threads
 * @param busiestThreadNanos CPU time of the one among them that used most
 * @param allocatedBytes heap allocated by the sending and network threads
 * @param requests requests the producers sent
 * @param jvm what the fork's whole JVM used
 * @param brokers the brokers' own count over nearly the same time
 */
public record MeasuredWindow(
        long startNanos,
        long endNanos,
        long sentBefore,
        long sent,
        long due,
        long succeeded,
        long cpuNanos,
        long busiestThreadNanos,
        long allocatedBytes,
        long gcMillis,
        long requests,
        JvmUsage jvm,
        BrokerCount brokers)
        implements Serializable {

    public MeasuredWindow {
        // Missing in what a fork of an older commit sends.
        jvm = jvm == null ? JvmUsage.UNKNOWN : jvm;
    }

    /** Returns a window in which this program measured without a fork. */
    public static MeasuredWindow withoutFork(long startNanos, long endNanos) {
        return new MeasuredWindow(
                startNanos, endNanos, 0, 0, 0, 0, 0, 0, 0, 0, 0, JvmUsage.NONE, new BrokerCount(0, 0, 0, 0));
    }

    public long nanos() {
        return endNanos - startNanos;
    }

    /**
     * The growth of the log end between two readings, beside the client's count between the same
     * two.
     *
     * @param records growth of the log end offsets, the client's own control records subtracted
     * @param succeeded the client's successful callbacks between the same two moments
     * @param nanos time between them
     * @param uncertainNanos how far the two moments may lie from those for which the readings hold,
     *     both together
     * @param controlRecords those that were subtracted
     */
    public record BrokerCount(long records, long succeeded, long nanos, long uncertainNanos, long controlRecords)
            implements Serializable {
        /** Makes the count of a client without transactions. */
        public BrokerCount(long records, long succeeded, long nanos, long uncertainNanos) {
            this(records, succeeded, nanos, uncertainNanos, 0);
        }
    }
}
