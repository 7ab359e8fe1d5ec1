package io.producerbench.stats;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * Two rules in common use, shown beside ours for comparison. They pool all iterations of all forks
 * of a side as if they were independent. Neither rule knows pairs or blocks, so both take drift of
 * the machine for a difference.
 */
public record PooledIterations(List<Double> base, List<Double> other) {
    /** The confidence of JMH's "Error" column, {@code (99.9%)} in its table. */
    private static final double JMH_CONFIDENCE = 0.999;

    public PooledIterations {
        base = List.copyOf(base);
        other = List.copyOf(other);
        if (base.size() < 2 || other.size() < 2) {
            throw new IllegalArgumentException(
                    "expected at least 2 iterations of each side, got " + base.size() + " and " + other.size());
        }
    }

    /** True if the two intervals that JMH prints have no value in common. */
    public boolean jmhIntervalsAreApart() {
        Interval left = jmhInterval(base);
        Interval right = jmhInterval(other);
        return left.high() < right.low() || right.high() < left.low();
    }

    /** Returns the p-value of Welch's t-test. */
    public double welchPValue() {
        return TTest.withDefaults()
                .with(DataDispersion.HETEROSCEDASTIC)
                .with(AlternativeHypothesis.TWO_SIDED)
                .test(array(base), array(other))
                .getPValue();
    }

    /** True if the mean of the other side is above the mean of the base. */
    public boolean otherIsHigher() {
        return mean(other) > mean(base);
    }

    /**
     * Returns Student's interval around the mean, as {@code org.openjdk.jmh.util.Statistics}
     * computes it.
     */
    static Interval jmhInterval(List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        int freedom = values.size() - 1;
        double error = TDistribution.of(freedom).inverseCumulativeProbability(1 - (1 - JMH_CONFIDENCE) / 2)
                * Math.sqrt(squares / freedom / values.size());
        return new Interval(mean - error, mean + error);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
