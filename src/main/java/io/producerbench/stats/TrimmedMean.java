package io.producerbench.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The mean of the middle half of values: a quarter is left out at each end.
 *
 * <p>It turns the slot pairs of a block into the block's one number. A plain mean follows every
 * pause that hits one slot and not its partner. A median ignores those but wastes a third of the
 * information where there are none. The mean of the middle half withstands a quarter of spoilt
 * slot pairs at either end, and its variance is about 1.2 times that of a mean of normally
 * distributed values, where the median's is 1.57 times (Huber and Ronchetti, Robust Statistics,
 * 2nd ed., chapter 3).
 */
public final class TrimmedMean {
    private static final int QUARTER = 4;

    private TrimmedMean() {}

    /**
     * Returns the mean of the middle half. With fewer than four values nothing is left out.
     *
     * @param values may be infinite, for instance the logarithm of a slot without records
     * @return empty without a value, or if the middle half is not finite
     */
    public static OptionalDouble ofMiddleHalf(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / QUARTER;
        OptionalDouble mean = Arrays.stream(sorted, cut, sorted.length - cut).average();
        return mean.isPresent() && Double.isFinite(mean.getAsDouble()) ? mean : OptionalDouble.empty();
    }
}
