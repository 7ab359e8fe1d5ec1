package io.producerbench.sweep;

import io.producerbench.cluster.Cluster;
import io.producerbench.failure.FailedStepException;
import io.producerbench.process.Ticker;
import java.util.OptionalLong;

/**
 * Reads how many records a topic holds after sending has ended. The log end that clients see trails
 * the log by the followers' next fetch, and with {@code acks=0} the log itself trails the producer.
 * So it is awaited, and taken as it is once it has stood still.
 */
public final class SettledLog {
    /** How long the log end may stand still below what is expected before it counts as final. */
    static final long SETTLED_NANOS = 3_000_000_000L;

    private static final long POLL_MILLIS = 50;

    private SettledLog() {}

    /**
     * Returns the records in the topic, less the control records; empty if the log end cannot be
     * read.
     */
    public static OptionalLong records(Cluster cluster, String topic, long controlRecords, long expected) {
        return records(cluster, topic, controlRecords, expected, Ticker.SYSTEM);
    }

    static OptionalLong records(Cluster cluster, String topic, long controlRecords, long expected, Ticker ticker) {
        try {
            long last = -1;
            long lastChange = ticker.nanos();
            while (true) {
                long now = cluster.logEndOffsetSum(topic) - controlRecords;
                if (now != last) {
                    last = now;
                    lastChange = ticker.nanos();
                }
                if (now == expected || ticker.nanos() - lastChange > SETTLED_NANOS) {
                    return OptionalLong.of(now);
                }
                ticker.sleepMillis(POLL_MILLIS);
            }
        } catch (FailedStepException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
