package io.producerbench.duet;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleMetrics;
import io.producerbench.stats.Judgement;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import io.producerbench.stats.MedianInterval;
import io.producerbench.stats.Metric;
import io.producerbench.stats.PairedComparison;
import java.util.List;
import java.util.Optional;

/**
 * The result of one scenario by one metric: one row of {@code duet-summary.csv}.
 *
 * @param pairs the scenario's rows of {@code duet.csv}, dropped ones too
 * @param base the base arm's values in the pairs that count
 * @param other the new arm's values in the pairs that count
 * @param result empty if too few pairs count
 */
public record DuetSummaryRow(
        List<ResultRow> pairs,
        Metric metric,
        List<Double> base,
        List<Double> other,
        Looks looks,
        Optional<LookResult> result) {

    /**
     * Returns the row of a metric, judged at the looks that were fixed. The error that a look may
     * make does not depend on which metric decided that there were no more pairs: the errors of all
     * looks are added up, so they hold for any rule that stops at one of them.
     */
    static DuetSummaryRow of(List<ResultRow> pairs, Metric metric, Looks looks) {
        ColumnKey column = SampleMetrics.column(metric);
        ColumnKey logRatio = JudgementKeys.logRatio(column);
        List<ResultRow> counting = pairs.stream()
                .filter(pair -> !isDropped(pair) && !pair.text(logRatio).isEmpty())
                .toList();
        return new DuetSummaryRow(
                pairs,
                metric,
                numbers(counting, column.of(DuetColumns.BASE)),
                numbers(counting, column.of(DuetColumns.NEW)),
                looks,
                comparison(metric, looks).atTheEnd(numbers(counting, logRatio)));
    }

    private static boolean isDropped(ResultRow pair) {
        return !pair.text(JudgementKeys.DROPPED).isEmpty();
    }

    private static List<Double> numbers(List<ResultRow> pairs, ColumnKey column) {
        return pairs.stream().map(pair -> Double.valueOf(pair.text(column))).toList();
    }

    private static PairedComparison comparison(Metric metric, Looks looks) {
        return new PairedComparison(metric.better(), metric.margin(), looks);
    }

    /** Returns the value of a column that is the same in all pairs of the scenario. */
    String shared(ColumnKey column) {
        return pairs.get(0).textIfAny(column);
    }

    public long dropped() {
        return pairs.stream().filter(DuetSummaryRow::isDropped).count();
    }

    /** Returns the judgement in one word. */
    public String judgement() {
        return result.map(LookResult::judgement).orElse(Judgement.INCONCLUSIVE).name();
    }

    /** Returns why the scenario is inconclusive; empty if it is decided. */
    public Optional<String> advice() {
        int fewest = looks.pairs().get(0);
        if (result.filter(LookResult::isDecided).isPresent()) {
            return Optional.empty();
        }
        if (base.size() < fewest) {
            return Optional.of("too few pairs, " + base.size() + " of at least " + fewest);
        }
        return Optional.of("not decided by " + base.size() + " pairs");
    }

    public String scenario() {
        return shared(JudgementKeys.SCENARIO);
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
