package io.producerbench.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A percentile of latency, as people write it and as columns spell it. */
public enum PlanPercentile {
    P50("p50"),
    P90("p90"),
    P99("p99"),
    P99_9("p99.9"),
    P99_99("p99.99");

    private final String label;

    PlanPercentile(String label) {
        this.label = label;
    }

    static Optional<PlanPercentile> named(String label) {
        return Arrays.stream(values())
                .filter(percentile -> percentile.label.equals(label))
                .findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(PlanPercentile::label).toList();
    }

    String label() {
        return label;
    }

    /** Returns the percentile as a number, 99.9 for instance. */
    double percent() {
        return Double.parseDouble(label.substring(1));
    }

    /** Returns the statistic's part of a column's name. */
    String statistic() {
        return label.replace('.', '_');
    }
}
