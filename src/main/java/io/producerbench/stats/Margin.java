package io.producerbench.stats;

/**
 * How large a difference must be before it matters to anybody: a share, for instance 0.02. It is symmetric in the ratio, from
 * 1/1.02 to 1.02, so that exchanging the two sides exchanges the judgement and changes nothing else.
 */
public record Margin(double share) {
    /** Of rates, and of CPU per record: 2 %. */
    public static final Margin OF_RATE = new Margin(0.02);

    /** Of the 99th percentile of a latency: 5 %, since a tail moves more. */
    public static final Margin OF_P99 = new Margin(0.05);

    public Margin {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("expected a share between 0 and 1, got " + share);
        }
    }

    /** The ratios that are as good as 1. */
    public Interval ratios() {
        return new Interval(1 / (1 + share), 1 + share);
    }
}
