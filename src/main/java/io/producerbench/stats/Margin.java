package io.producerbench.stats;

/**
 * The smallest difference that matters, as a share, for instance 0.02. It is symmetric in the
 * ratio, from 1/1.02 to 1.02, so that exchanging the two sides only exchanges FASTER and SLOWER.
 */
public record Margin(double share) {
    /** The margin of rates and of CPU per record: 2 %. */
    public static final Margin OF_RATE = new Margin(0.02);

    /** The margin of the 99th percentile of a latency: 5 %, because a tail varies more. */
    public static final Margin OF_P99 = new Margin(0.05);

    public Margin {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("expected a share between 0 and 1, got " + share);
        }
    }

    /** Returns the ratios that count as equal to 1. */
    public Interval ratios() {
        return new Interval(1 / (1 + share), 1 + share);
    }
}
