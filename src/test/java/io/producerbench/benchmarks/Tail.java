package io.producerbench.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** The largest values of a histogram, ascending, in nanoseconds. */
record Tail(List<Long> values) {

    static Tail of(Histogram histogram, int count) {
        List<Long> all = new ArrayList<>();
        for (HistogramIterationValue value : histogram.recordedValues()) {
            all.addAll(Collections.nCopies(
                    Math.toIntExact(value.getCountAtValueIteratedTo()),
                    histogram.medianEquivalentValue(value.getValueIteratedTo())));
        }
        return new Tail(all.subList(Math.max(0, all.size() - count), all.size()));
    }

    double mean() {
        return values.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    /**
     * The Kolmogorov-Smirnov distance to a uniform distribution from {@code low} to {@code high}: 0
     * if equal, 1 at most.
     */
    double distanceToUniform(double low, double high) {
        double distance = 0;
        for (int i = 0; i < values.size(); i++) {
            double expected = Math.min(1, Math.max(0, (values.get(i) - low) / (high - low)));
            distance = Math.max(distance, expected - (double) i / values.size());
            distance = Math.max(distance, (i + 1.0) / values.size() - expected);
        }
        return distance;
    }
}
