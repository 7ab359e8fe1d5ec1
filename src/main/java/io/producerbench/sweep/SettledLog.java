package io.producerbench.sweep;

import io.producerbench.cluster.Cluster;
import io.producerbench.failure.FailedStepException;
import java.util.OptionalLong;

/**
 * What a topic holds once nothing is sent to it any more. The end offset that clients see trails the log by the followers' next
 * fetch, and with acks=0 the log itself trails the producer, so it is awaited; it is taken as it is once it has stood still.
 */
public final class SettledLog {
    /** How long the log end may stand still, short of what is expected, before it counts as final. */
    private static final long SETTLED_NANOS = 3_000_000_000L;

    private static final long POLL_MILLIS = 50;

    private SettledLog() {}

    /** Records in the topic, {@code controlRecords} subtracted; empty if it cannot be read. */
    public static OptionalLong records(Cluster cluster, String topic, long controlRecords, long expected) {
        try {
            long last = -1;
            long lastChange = System.nanoTime();
            while (true) {
                long now = cluster.logEndOffsetSum(topic) - controlRecords;
                if (now != last) {
                    last = now;
                    lastChange = System.nanoTime();
                }
                if (now == expected || System.nanoTime() - lastChange > SETTLED_NANOS) {
                    return OptionalLong.of(now);
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (FailedStepException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
