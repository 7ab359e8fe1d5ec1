package io.producerbench.plan;

import io.producerbench.guarantee.Mode;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.ScenarioKeys;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What load-latency curves found of one mode.
 *
 * @param rows of curve-summary.csv, those of the last run first
 */
record CurveBounds(List<ResultRow> rows) {
    /** Returns the rows of one mode and one record size. */
    static CurveBounds of(List<ResultRow> rows, Mode mode, int recordSize, int minInsyncReplicas) {
        return new CurveBounds(rows.stream()
                .filter(row -> RowMode.of(row).equals(Optional.of(mode)))
                .filter(row -> row.requireInt(ScenarioKeys.RECORD_SIZE) == recordSize)
                .filter(row -> !mode.consultsMinInsyncReplicas()
                        || row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS) == minInsyncReplicas)
                .filter(row -> List.of("", "0").contains(row.textIfAny(ScenarioKeys.BROKERS_DOWN)))
                .toList());
    }

    /** Returns the latencies at each load. */
    Stream<MeasuredPoint> points() {
        return about(CurveKeys.ABOUT_LOAD).map(MeasuredPoint::of);
    }

    /**
     * Returns the bounds of all goals together; empty unless a search had each of them. A bound that
     * a search did not find bounds nothing: 0 from below, {@code most} from above.
     */
    Optional<RateBounds> of(List<PlanGoal> goals, double most) {
        List<ResultRow> searches =
                goals.stream().flatMap(goal -> search(goal).stream()).toList();
        if (goals.isEmpty() || searches.size() < goals.size()) {
            return Optional.empty();
        }
        return Optional.of(new RateBounds(
                least(searches, CurveKeys.LOWER_BOUND, 0),
                least(searches, CurveKeys.UPPER_BOUND, most),
                searches.stream()
                        .map(row -> row.amount(CurveKeys.CONDITIONAL_THROUGHPUT))
                        .flatMapToDouble(OptionalDouble::stream)
                        .min()));
    }

    private Optional<ResultRow> search(PlanGoal goal) {
        return about(CurveKeys.ABOUT_GOAL)
                .filter(row -> isEqual(
                                row.amount(CurveKeys.GOAL_PERCENT),
                                goal.percentile().percent())
                        && isEqual(row.amount(CurveKeys.GOAL_MS), goal.micros() / 1000))
                .findFirst();
    }

    private Stream<ResultRow> about(String what) {
        return rows.stream().filter(row -> row.text(CurveKeys.ABOUT).equals(what));
    }

    private static boolean isEqual(OptionalDouble cell, double value) {
        return cell.isPresent() && Math.abs(cell.getAsDouble() - value) < 1e-6;
    }

    private static double least(List<ResultRow> rows, ColumnKey bound, double ifNone) {
        return rows.stream()
                .mapToDouble(row -> row.amount(bound).orElse(ifNone))
                .min()
                .orElse(ifNone);
    }
}
