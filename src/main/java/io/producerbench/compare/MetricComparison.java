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
 * @param difference empty if the sides cannot be compared
 * @param judgement empty before it is judged, and if the sides cannot be compared
 * @param reason why the sides cannot be compared; empty if they can
 */
public record MetricComparison(
        ComparedCell cell,
        Metric metric,
        MetricFamily family,
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

    boolean isOf(MetricFamily wanted) {
        return family == wanted;
    }

    /**
     * Returns this comparison with its p adjusted and its judgement, which is inconclusive if the
     * controls are not trusted.
     */
    MetricComparison judged(double adjusted, NullControls controls) {
        Difference known = difference.orElseThrow().adjustedTo(adjusted);
        Judgement judgement = controls.isTrusted() ? known.judgement(metric) : Judgement.INCONCLUSIVE;
        return new MetricComparison(
                cell, metric, family, baseRows, nextRows, Optional.of(known), Optional.of(judgement), reason);
    }
}
