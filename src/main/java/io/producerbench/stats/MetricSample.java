package io.producerbench.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values of one metric in one cell on one side: one value for each block whose sample is OK.
 *
 * @param notOk how many samples are not OK and have no value here
 */
public record MetricSample(double[] values, int notOk) {

    public int n() {
        return values.length;
    }

    /** Returns the median; empty if there is no value. */
    public OptionalDouble median() {
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(MedianInterval.medianOf(values));
    }

    /** Returns the 95 % interval of the median; empty below six values. */
    public Optional<Interval> interval() {
        return n() == 0 ? Optional.empty() : MedianInterval.of(values).interval();
    }

    double[] logarithms() {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /** Returns the sum of the squared distances of the logarithms from their mean. */
    double squaredDistances() {
        double[] logarithms = logarithms();
        double mean = Arrays.stream(logarithms).average().orElse(0);
        return Arrays.stream(logarithms).map(v -> (v - mean) * (v - mean)).sum();
    }
}
