package io.producerbench.stats;

/**
 * Where a value lies with a stated confidence, both ends included. An end may be infinite: then so little is known that there
 * is no bound on that side.
 */
public record Interval(double low, double high) {
    public Interval {
        // Written so that NaN is refused too.
        if (!(low <= high)) {
            throw new IllegalArgumentException("expected low <= high, got " + low + " and " + high);
        }
    }

    /** Whether no value of this one lies outside {@code other}. */
    public boolean isInside(Interval other) {
        return other.low <= low && high <= other.high;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The interval of a ratio, given that of its natural logarithm. */
    public Interval exp() {
        return new Interval(Math.exp(low), Math.exp(high));
    }
}
