package io.producerbench.load;

/**
 * When records are due in open loop. Pure arithmetic from the record's index: rounding never accumulates, and what
 * happened to earlier records moves no later due time.
 *
 * @param startNanos due time of record 0, on the clock of {@link System#nanoTime}
 * @param recordsPerSecond over all producers together
 */
public record Schedule(long startNanos, long recordsPerSecond) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public Schedule {
        if (recordsPerSecond < 1) {
            throw new IllegalArgumentException("rate must be at least 1 record/s, got: " + recordsPerSecond);
        }
    }

    /** Due time of record {@code index}, counted from 0: {@code start + index·1e9/rate}, rounded down, without overflow. */
    public long dueNanos(long index) {
        long seconds = index / recordsPerSecond;
        long rest = index % recordsPerSecond;
        return startNanos + seconds * NANOS_PER_SECOND + rest * NANOS_PER_SECOND / recordsPerSecond;
    }
}
