package io.producerbench.latency;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.util.AbstractStatistics;

/**
 * Presents a histogram of nanoseconds as JMH statistics in microseconds, so that JMH's JSON shows
 * HDR percentiles.
 */
final class HistogramStatistics extends AbstractStatistics {
    private static final long serialVersionUID = 1L;
    private static final double NANOS_PER_MICRO = 1000.0;

    private final Histogram histogram;

    HistogramStatistics(Histogram histogram) {
        this.histogram = histogram;
    }

    Histogram histogram() {
        return histogram;
    }

    @Override
    public double getMax() {
        return histogram.getMaxValue() / NANOS_PER_MICRO;
    }

    @Override
    public double getMin() {
        return histogram.getMinValue() / NANOS_PER_MICRO;
    }

    @Override
    public double getMean() {
        return histogram.getMean() / NANOS_PER_MICRO;
    }

    @Override
    public long getN() {
        return histogram.getTotalCount();
    }

    @Override
    public double getSum() {
        return getMean() * getN();
    }

    @Override
    public double getVariance() {
        double deviation = histogram.getStdDeviation() / NANOS_PER_MICRO;
        return deviation * deviation;
    }

    @Override
    public double getPercentile(double rank) {
        return histogram.getValueAtPercentile(rank) / NANOS_PER_MICRO;
    }

    @Override
    public int[] getHistogram(double[] levels) {
        int[] counts = new int[levels.length - 1];
        for (int i = 0; i < counts.length; i++) {
            long from = (long) (levels[i] * NANOS_PER_MICRO);
            long to = Math.max(from, (long) (levels[i + 1] * NANOS_PER_MICRO) - 1);
            counts[i] = (int) Math.min(Integer.MAX_VALUE, histogram.getCountBetweenValues(from, to));
        }
        return counts;
    }

    @Override
    public Iterator<Map.Entry<Double, Long>> getRawData() {
        List<Map.Entry<Double, Long>> values = new ArrayList<>();
        histogram
                .recordedValues()
                .forEach(value -> values.add(
                        Map.entry(value.getValueIteratedTo() / NANOS_PER_MICRO, value.getCountAtValueIteratedTo())));
        return values.iterator();
    }

    /**
     * Returns NaN, where JMH would return an interval of the mean. The records of a batch share one
     * acknowledgement, so their latencies are not independent, and such an interval would be far
     * too narrow.
     */
    @Override
    public double getMeanErrorAt(double confidence) {
        return Double.NaN;
    }

    @Override
    public double[] getConfidenceIntervalAt(double confidence) {
        return new double[] {Double.NaN, Double.NaN};
    }
}
