package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.load.Schedule;
import java.util.Arrays;

/**
 * The true latencies of a window's records, by the broker's clock: from the time when a record was
 * due to the time when the last byte of its acknowledgement left the broker. They are valid for one
 * producer, one partition and no failures, because then the record with index <em>i</em> has offset
 * <em>i</em>.
 *
 * @param sortedNanos ascending
 */
public record ReferenceTimes(long[] sortedNanos) {
    /**
     * The allowed error of a latency: a share of the true latency, or the time from the broker's
     * socket to our clock.
     */
    private static final double TOLERATED_SHARE = 0.01;

    private static final double TOLERATED_NANOS = 150_000;

    /**
     * @param window of the fork; its first record is due when it starts
     * @throws IllegalArgumentException if the broker acknowledged fewer records than were due
     */
    public static ReferenceTimes of(ReferenceLog log, String topic, MeasuredWindow window, long recordsPerSecond) {
        Schedule schedule = new Schedule(window.startNanos(), recordsPerSecond);
        long[] latencies = new long[Math.toIntExact(window.due())];
        Arrays.fill(latencies, -1);
        for (Batch batch : log.batches()) {
            if (batch.topic().equals(topic) && batch.appended()) {
                long first = batch.baseOffset() - window.sentBefore();
                for (long i = Math.max(0, first); i < Math.min(latencies.length, first + batch.records()); i++) {
                    latencies[(int) i] = batch.repliedNanos() - schedule.dueNanos(i);
                }
            }
        }
        Arrays.sort(latencies);
        if (latencies.length == 0 || latencies[0] < 0) {
            throw new IllegalArgumentException("expected the stub broker to have acknowledged all " + latencies.length
                    + " records that were due in the window, but it has not");
        }
        return new ReferenceTimes(latencies);
    }

    /**
     * Returns the smallest latency that at least this share of all records does not exceed, as
     * HdrHistogram defines it.
     */
    public long percentile(double percent) {
        // One ulp less, as in HdrHistogram, so that 99.9 % of 10,000 is not rounded up to 9,991.
        int rank = (int) Math.ceil(Math.nextDown(percent) * sortedNanos.length / 100);
        return sortedNanos[Math.max(1, rank) - 1];
    }

    /** Returns the error of {@code measuredNanos} as a multiple of the allowed error. */
    public double error(double percent, long measuredNanos) {
        long truth = percentile(percent);
        return Math.abs(measuredNanos - truth) / Math.max(TOLERATED_SHARE * truth, TOLERATED_NANOS);
    }
}
