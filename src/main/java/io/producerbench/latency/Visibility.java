package io.producerbench.latency;

import io.producerbench.latency.VisibilityCounts.SeenCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes from the times of each record when consumers saw it, and counts what they missed. It reads
 * the times of one producer and changes nothing.
 *
 * <p>All records whose times are kept are checked. Only those due in the window are in the
 * latencies.
 *
 * @param confirms true if an acknowledgement says that a broker has the record, which it does not
 *     with {@code acks=0}
 */
public record Visibility(SentTimes sent, SeenTimes uncommitted, SeenTimes committed, boolean confirms) {
    /** A window, by {@link System#nanoTime}; both ends belong to it. */
    public record Window(long startNanos, long endNanos) {
        boolean holds(long nanos) {
            return nanos - startNanos >= 0 && nanos - endNanos <= 0;
        }
    }

    /** What the two consumers may read: everything, or no record of an open or aborted transaction. */
    private enum Reading {
        UNCOMMITTED,
        COMMITTED
    }

    /** By how many records the two consumers are behind the ends of the log, over all producers. */
    public record Lag(long uncommitted, long committed) {
        public static final Lag NONE = new Lag(0, 0);
    }

    /** True if either consumer has yet to see a record. */
    public boolean isIncomplete() {
        return missing(uncommitted, Reading.UNCOMMITTED) > 0 || missing(committed, Reading.COMMITTED) > 0;
    }

    /**
     * Returns the values of each kind of latency.
     *
     * @param values takes them
     */
    void values(Window window, LatencyValues values) {
        for (int index = 0; index < sent.capacity(); index++) {
            if (isMeasured(window, index)) {
                visible(index, values);
            }
        }
    }

    private boolean isMeasured(Window window, int index) {
        return isExpected(index, Reading.UNCOMMITTED) && window.holds(sent.dueNanos(index));
    }

    private void visible(int index, LatencyValues values) {
        long due = sent.dueNanos(index);
        if (committed.isSeen(index)) {
            values.add(Latency.VISIBLE_COMMITTED, committed.seenNanos(index) - due, committed.seenNanos(index));
        }
        if (!uncommitted.isSeen(index)) {
            return;
        }
        long seen = uncommitted.seenNanos(index);
        values.add(Latency.VISIBLE_UNCOMMITTED, seen - due, seen);
        if (committed.isSeen(index)) {
            long later = committed.seenNanos(index) - seen;
            values.add(
                    later < 0 ? Latency.COMMITTED_EARLIER : Latency.COMMITTED_LATER,
                    Math.abs(later),
                    Math.max(seen, committed.seenNanos(index)));
        }
        if (confirms) {
            long exposure = seen - sent.acknowledgedNanos(index);
            values.add(exposure < 0 ? Latency.EXPOSURE_NEGATIVE : Latency.EXPOSURE, Math.abs(exposure), seen);
        }
    }

    /** Returns the counts of this producer's records, without a lag. */
    VisibilityCounts counts(Window window) {
        long all = 0;
        long measured = 0;
        long exposed = 0;
        long exposedNanos = 0;
        for (int index = 0; index < sent.capacity(); index++) {
            all += sent.isSent(index) ? 1 : 0;
            if (isMeasured(window, index)) {
                measured++;
                if (confirms && uncommitted.isSeen(index)) {
                    exposed++;
                    exposedNanos += Math.max(0, uncommitted.seenNanos(index) - sent.acknowledgedNanos(index));
                }
            }
        }
        return new VisibilityCounts(
                all,
                sent.untracked(),
                measured,
                0,
                exposed,
                exposedNanos,
                reader(uncommitted, Reading.UNCOMMITTED),
                reader(committed, Reading.COMMITTED));
    }

    private SeenCounts reader(SeenTimes seen, Reading reading) {
        long expected = 0;
        long aborted = 0;
        for (int index = 0; index < sent.capacity(); index++) {
            expected += isExpected(index, reading) ? 1 : 0;
            aborted += reading == Reading.COMMITTED && sent.isAborted(index) && seen.isSeen(index) ? 1 : 0;
        }
        return new SeenCounts(expected, missing(seen, reading), seen.doubled(), seen.strays(), aborted, 0);
    }

    private long missing(SeenTimes seen, Reading reading) {
        long missing = 0;
        for (int index = 0; index < sent.capacity(); index++) {
            missing += isExpected(index, reading) && !seen.isSeen(index) ? 1 : 0;
        }
        return missing;
    }

    /**
     * True if a consumer has to see the record. One with {@code read_uncommitted} sees acknowledged
     * records of an aborted transaction too.
     */
    private boolean isExpected(int index, Reading reading) {
        boolean written = confirms ? sent.isAcknowledged(index) : sent.isSent(index);
        return written && sent.isSent(index) && !(sent.isAborted(index) && reading == Reading.COMMITTED);
    }

    /**
     * Returns the results of all producers of a fork: a histogram of each kind of latency that has a
     * value, and the counts.
     */
    public static VisibilityResults of(List<Visibility> producers, Window window, Lag lag) {
        LatencyValues values = new LatencyValues(window.startNanos());
        List<VisibilityCounts> counts = new ArrayList<>();
        for (Visibility producer : producers) {
            producer.values(window, values);
            counts.add(producer.counts(window));
        }
        VisibilityCounts rest = new VisibilityCounts(
                0,
                0,
                0,
                values.outOfRange(),
                0,
                0,
                new SeenCounts(0, 0, 0, 0, 0, lag.uncommitted()),
                new SeenCounts(0, 0, 0, 0, 0, lag.committed()));
        return new VisibilityResults(values.results(), counts.stream().reduce(rest, VisibilityCounts::plus));
    }
}
