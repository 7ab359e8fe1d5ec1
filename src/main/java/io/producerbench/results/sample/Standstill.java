package io.producerbench.results.sample;

/**
 * The longest time within a window in which something did not run that had to.
 *
 * @param who what stood still, for a reason in words
 */
public record Standstill(String who, long nanos) {
    private static final double NANOS_PER_MILLI = 1e6;

    public double millis() {
        return nanos / NANOS_PER_MILLI;
    }
}
