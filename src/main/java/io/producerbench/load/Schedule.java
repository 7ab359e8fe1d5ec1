package io.producerbench.load;

/**
 * The due times of records in open loop. Each is computed from the record's index, so that rounding
 * does not accumulate and a late record does not move the due times of those after it.
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

    /**
     * Returns the due time of record {@code index}, counted from 0: {@code start + index·1e9/rate},
     * rounded down, without overflow.
     */
    public long dueNanos(long index) {
        long seconds = index / recordsPerSecond;
        long rest = index % recordsPerSecond;
        return startNanos + seconds * NANOS_PER_SECOND + rest * NANOS_PER_SECOND / recordsPerSecond;
    }

    /**
     * Returns the first of the records {@code number}, {@code number + step}, {@code number + 2·step}…
     * that is due at {@code nanos} or later.
     */
    public long firstFrom(long nanos, int number, int step) {
        long elapsed = nanos - startNanos;
        if (elapsed <= 0) {
            return number;
        }
        // One step too low at most, because the due times are rounded down.
        long seconds = elapsed / NANOS_PER_SECOND;
        long rest = elapsed % NANOS_PER_SECOND;
        long before = seconds * recordsPerSecond + rest * recordsPerSecond / NANOS_PER_SECOND;
        long index = number + Math.max(0, (before - number) / step) * step;
        while (dueNanos(index) - nanos < 0) {
            index += step;
        }
        return index;
    }
}
