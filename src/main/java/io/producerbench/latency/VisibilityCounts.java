package io.producerbench.latency;

import java.io.Serializable;

/**
 * What two consumers saw of the records of a sample, counted, so that the sample can be checked.
 *
 * @param sent records that were sent while the times of each were kept
 * @param untracked records that were sent when there was no room left for their times
 * @param measured records that were due in the windows and that consumers had to see
 * @param outOfRange latencies that no histogram could hold: negative, or too long
 * @param exposed records in the windows of which the time from acknowledgement to consumer is known;
 *     none with {@code acks=0}
 * @param exposedNanos the sum of these times, those below zero left out
 * @param openTransactions transactions that another producer kept open, from the lead-in to the last
 *     acknowledgement
 */
public record VisibilityCounts(
        long sent,
        long untracked,
        long measured,
        long outOfRange,
        long exposed,
        long exposedNanos,
        SeenCounts uncommitted,
        SeenCounts committed,
        long openTransactions)
        implements Serializable {

    /** Makes counts of records that no other producer's transaction held back. */
    public VisibilityCounts(
            long sent,
            long untracked,
            long measured,
            long outOfRange,
            long exposed,
            long exposedNanos,
            SeenCounts uncommitted,
            SeenCounts committed) {
        this(sent, untracked, measured, outOfRange, exposed, exposedNanos, uncommitted, committed, 0);
    }

    /**
     * What one consumer saw.
     *
     * @param expected records that it had to see: acknowledged (with {@code acks=0} sent), and for
     *     {@code read_committed} not of an aborted transaction
     * @param missing expected records that it did not see
     * @param doubled how often it saw a record again
     * @param strays records from before the sample that it saw in it
     * @param aborted records of aborted transactions that it saw although it may not
     * @param lag records by which its position was behind the log's end when the wait for it was over
     */
    public record SeenCounts(long expected, long missing, long doubled, long strays, long aborted, long lag)
            implements Serializable {
        SeenCounts plus(SeenCounts other) {
            return new SeenCounts(
                    expected + other.expected,
                    missing + other.missing,
                    doubled + other.doubled,
                    strays + other.strays,
                    aborted + other.aborted,
                    lag + other.lag);
        }
    }

    /** Returns the counts of two iterations or producers together. */
    VisibilityCounts plus(VisibilityCounts other) {
        return new VisibilityCounts(
                sent + other.sent,
                untracked + other.untracked,
                measured + other.measured,
                outOfRange + other.outOfRange,
                exposed + other.exposed,
                exposedNanos + other.exposedNanos,
                uncommitted.plus(other.uncommitted),
                committed.plus(other.committed),
                openTransactions + other.openTransactions);
    }

    VisibilityCounts withOpenTransactions(long count) {
        return new VisibilityCounts(
                sent, untracked, measured, outOfRange, exposed, exposedNanos, uncommitted, committed, count);
    }
}
