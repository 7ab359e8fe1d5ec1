package io.producerbench.duet;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.stats.Judgement;
import io.producerbench.stats.Looks;
import io.producerbench.stats.MedianInterval;
import io.producerbench.stats.Metric;
import io.producerbench.stats.PairedVerdict;
import java.util.List;
import java.util.Optional;

/**
 * What a duet says of one scenario by one metric: one row of {@code duet-summary.csv}.
 *
 * @param pairs the scenario's rows of {@code duet.csv}, dropped ones too
 * @param isJudged whether the scenario's verdict is about this metric; others are shown beside it
 * @param base the base arm's values in the pairs that count
 * @param other the new arm's
 * @param verdict empty while there is none: too few pairs that count
 */
public record DuetSummaryRow(
        List<ResultRow> pairs,
        Metric metric,
        boolean isJudged,
        List<Double> base,
        List<Double> other,
        Looks looks,
        Optional<PairedVerdict> verdict) {

    /** A cell that all pairs of the scenario share. */
    String shared(ColumnKey column) {
        return pairs.get(0).textIfAny(column);
    }

    public long dropped() {
        return pairs.stream().filter(DuetSummary::isDropped).count();
    }

    /** What is said, in one word; of a metric that is not judged nothing. */
    public String judgement() {
        return isJudged
                ? verdict.map(PairedVerdict::judgement)
                        .orElse(Judgement.INCONCLUSIVE)
                        .name()
                : "";
    }

    /** What to do about a scenario of which nothing can be said. */
    public Optional<String> advice() {
        int fewest = looks.pairs().get(0);
        if (!isJudged || verdict.filter(PairedVerdict::isDecided).isPresent()) {
            return Optional.empty();
        }
        if (base.size() < fewest) {
            return Optional.of("too few pairs, " + base.size() + " of at least " + fewest);
        }
        return Optional.of("not decided by " + base.size() + " pairs");
    }

    public String scenario() {
        return shared(DuetColumns.SCENARIO);
    }

    public double baseMedian() {
        return median(base);
    }

    public double newMedian() {
        return median(other);
    }

    public boolean isWorse() {
        return judgement().equals(Judgement.SLOWER.name());
    }

    private static double median(List<Double> values) {
        return values.isEmpty()
                ? Double.NaN
                : MedianInterval.medianOf(
                        values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
