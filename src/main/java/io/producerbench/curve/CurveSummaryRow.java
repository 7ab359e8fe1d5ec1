package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.curve.search.SearchResult;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.stats.MetricSample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of {@code curve-summary.csv}: what was found for a goal, or what was measured at a load.
 *
 * @param curve of the mode
 * @param goal empty in a row about a load
 * @param trials in a row about a load the trials at it, otherwise all trials of the mode, dropped
 *     ones included
 */
record CurveSummaryRow(ModeCurve curve, Optional<LatencyGoal> goal, List<ResultRow> trials) {

    String about() {
        return goal.isPresent() ? CurveKeys.ABOUT_GOAL : CurveKeys.ABOUT_LOAD;
    }

    /** Returns a cell that all trials share. */
    String shared(ColumnKey column) {
        return trials.get(0).textIfAny(column);
    }

    String mode() {
        return curve.scenario().guarantee().mode().label();
    }

    Optional<SearchResult> found() {
        return goal.flatMap(curve::result);
    }

    Optional<CurveResult> result() {
        return goal.map(each -> CurveResult.of(curve.result(each), curve.isUnreachable(each)));
    }

    /** Returns the trials that the row rests on: those of the search, or those that count at the load. */
    long counted() {
        return goal.isPresent()
                ? found().map(SearchResult::trials).orElse(0)
                : countedRows().size();
    }

    long dropped() {
        return trials.size() - countedRows().size();
    }

    private List<ResultRow> countedRows() {
        return trials.stream()
                .filter(row -> row.text(JudgementKeys.DROPPED).isEmpty())
                .toList();
    }

    /** Returns the median over the trials that count; empty in a row about a goal. */
    OptionalDouble median(ColumnKey column) {
        if (goal.isPresent()) {
            return OptionalDouble.empty();
        }
        double[] values = countedRows().stream()
                .flatMapToDouble(row -> row.amount(column).stream())
                .toArray();
        return new MetricSample(values, 0).median();
    }
}
