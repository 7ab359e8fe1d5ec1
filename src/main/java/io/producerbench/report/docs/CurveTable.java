package io.producerbench.report.docs;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The bounds that a curve found for each goal, beside the latencies at its lowest, middle and highest rates. */
final class CurveTable {
    private static final List<Double> SHOWN = List.of(0.10, 0.50, 0.95);
    private static final double CLOSE = 0.005;
    private static final List<ColumnKey> SETTING =
            List.of(TrialKeys.MODE, ScenarioKeys.RECORD_SIZE, ScenarioKeys.MIN_INSYNC_REPLICAS);

    private CurveTable() {}

    /** @param summary the rows of {@code curve-summary.csv} */
    static String of(List<ResultRow> summary) {
        Table table = Table.of(
                "mode",
                "goal",
                "reached at, records/s:",
                "missed at:",
                "of its maximum:",
                "ack p99 ms at 10 / 50 / 95 % of the maximum:",
                "trials (dropped):");
        summary.stream()
                .filter(row -> row.text(CurveKeys.ABOUT).equals(CurveKeys.ABOUT_GOAL))
                .filter(row -> ModeOfRow.of(row) != Mode.ACKS_0)
                .forEach(goal -> table.add(
                        goal.text(TrialKeys.MODE),
                        goal.text(CurveKeys.GOAL),
                        reached(goal),
                        DocCells.number(goal, CurveKeys.UPPER_BOUND, Figures::whole),
                        share(goal),
                        latencies(goal, summary),
                        goal.text(SummaryKeys.TRIALS) + " (" + goal.text(JudgementKeys.DROPPED) + ")"));
        return table.markdown();
    }

    /** Returns the lower bound, or the word that says why there is none. */
    private static String reached(ResultRow goal) {
        String bound = DocCells.number(goal, CurveKeys.LOWER_BOUND, Figures::whole);
        return bound.isEmpty()
                ? goal.text(CurveKeys.RESULT).toLowerCase(Locale.ROOT).replace('_', ' ')
                : bound;
    }

    private static String share(ResultRow goal) {
        OptionalDouble bound = goal.amount(CurveKeys.LOWER_BOUND);
        OptionalDouble maximum = goal.amount(CurveKeys.MAXIMUM);
        return bound.isPresent() && maximum.isPresent()
                ? Math.round(100 * bound.getAsDouble() / maximum.getAsDouble()) + " %"
                : "";
    }

    private static String latencies(ResultRow goal, List<ResultRow> summary) {
        List<ResultRow> loads = summary.stream()
                .filter(row -> row.text(CurveKeys.ABOUT).equals(CurveKeys.ABOUT_LOAD))
                .filter(row -> SETTING.stream().allMatch(key -> row.text(key).equals(goal.text(key))))
                .toList();
        return SHOWN.stream().map(share -> p99At(share, loads)).collect(Collectors.joining(" / "));
    }

    /** Returns the p99 at the load next to a share of the maximum; empty if there is none close by. */
    private static String p99At(double share, List<ResultRow> loads) {
        return loads.stream()
                .filter(row -> distance(row, share) < CLOSE)
                .min(Comparator.comparingDouble(row -> distance(row, share)))
                .map(row -> DocCells.number(row, SampleKeys.ACK_P99_US.median(), Figures::millis))
                .orElse("");
    }

    private static double distance(ResultRow load, double share) {
        return Math.abs(load.amount(CurveKeys.SHARE_OF_MAXIMUM.median()).orElse(Double.NaN) - share);
    }
}
