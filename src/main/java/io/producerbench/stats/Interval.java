package io.producerbench.stats;

/**
 * A confidence interval, both ends included. An end is infinite if too little is known for a bound
 * on that side.
 */
public record Interval(double low, double high) {
    public Interval {
        // Written so that NaN is refused too.
        if (!(low <= high)) {
            throw new IllegalArgumentException("expected low <= high, got " + low + " and " + high);
        }
    }

    /** True if every value of this interval lies in {@code other}. */
    public boolean isInside(Interval other) {
        return other.low <= low && high <= other.high;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Returns the interval of a ratio, if this is the interval of its natural logarithm. */
    public Interval exp() {
        return new Interval(Math.exp(low), Math.exp(high));
    }
}
