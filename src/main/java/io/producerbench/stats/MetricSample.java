package io.producerbench.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values that one side has of one metric in one cell: one a block, of the samples that are OK.
 *
 * @param left samples that are not OK, and so not among the values
 */
public record MetricSample(double[] values, int left) {

    public int n() {
        return values.length;
    }

    /** Empty without a value. */
    public OptionalDouble median() {
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(MedianInterval.medianOf(values));
    }

    /** Empty below six values. */
    public Optional<Interval> interval() {
        return n() == 0 ? Optional.empty() : MedianInterval.of(values).interval();
    }

    double[] logarithms() {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /** The sum of the squared distances of the logarithms from their mean. */
    double squaredDistances() {
        double[] logarithms = logarithms();
        double mean = Arrays.stream(logarithms).average().orElse(0);
        return Arrays.stream(logarithms).map(v -> (v - mean) * (v - mean)).sum();
    }
}
