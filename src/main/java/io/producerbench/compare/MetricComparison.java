package io.producerbench.compare;

import io.producerbench.results.ResultRow;
import io.producerbench.stats.Difference;
import io.producerbench.stats.Judgement;
import io.producerbench.stats.Metric;
import io.producerbench.stats.MetricSample;
import java.util.List;
import java.util.Optional;

/**
 * One metric of one cell on both sides.
 *
 * @param primary whether the metric is what the cell was measured for
 * @param difference empty if the sides cannot be compared
 * @param judgement empty likewise
 * @param reason why they cannot be; empty otherwise
 */
public record MetricComparison(
        ComparedCell cell,
        Metric metric,
        boolean primary,
        List<ResultRow> baseRows,
        List<ResultRow> nextRows,
        Optional<Difference> difference,
        Optional<Judgement> judgement,
        String reason) {

    public MetricSample base() {
        return RunSamples.values(metric, baseRows);
    }

    public MetricSample next() {
        return RunSamples.values(metric, nextRows);
    }

    public boolean isComparable() {
        return difference.isPresent();
    }

    /** @param trusted without it nothing is judged */
    MetricComparison judged(double adjusted, boolean trusted) {
        Difference known = difference.orElseThrow().adjustedTo(adjusted);
        Judgement judgement = trusted ? known.judgement(metric) : Judgement.INCONCLUSIVE;
        return new MetricComparison(
                cell, metric, primary, baseRows, nextRows, Optional.of(known), Optional.of(judgement), reason);
    }
}
