package io.producerbench.report.page;

import io.producerbench.latency.Latency;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CurveKeys;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import io.producerbench.text.Figures;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a curve found: for each goal the modes that keep it, and a row for each mode and goal. Pure. */
final class CurveFindings {
    private CurveFindings() {}

    /**
     * Returns a sentence for each goal.
     *
     * @param summary the rows of {@code curve-summary.csv}
     */
    static List<String> advice(List<ResultRow> summary) {
        Map<String, List<ResultRow>> goals = ofGoals(summary).stream()
                .collect(Collectors.groupingBy(
                        row -> row.text(CurveKeys.GOAL), LinkedHashMap::new, Collectors.toList()));
        return goals.isEmpty()
                ? List.of("Measured: " + summary.size() + " rates, without a goal.")
                : goals.entrySet().stream()
                        .map(goal ->
                                goal.getKey() + ": " + sentence(goal.getValue(), least(summary, goal.getKey())) + ".")
                        .toList();
    }

    private static List<ResultRow> ofGoals(List<ResultRow> summary) {
        return summary.stream()
                .filter(row -> row.text(CurveKeys.ABOUT).equals(CurveKeys.ABOUT_GOAL))
                .toList();
    }

    /** @param least the least of that percentile that was measured, in words; empty if there is none */
    private static String sentence(List<ResultRow> rows, String least) {
        String kept = rows.stream()
                .filter(row -> row.amount(CurveKeys.LOWER_BOUND).isPresent())
                .sorted(Comparator.comparingDouble(
                        (ResultRow row) -> -row.amount(CurveKeys.LOWER_BOUND).getAsDouble()))
                .map(row -> row.text(TrialKeys.MODE) + " reaches it at " + figure(row, CurveKeys.LOWER_BOUND)
                        + " records/s of " + Figures.whole(row.requireCount(ScenarioKeys.RECORD_SIZE)) + " bytes")
                .collect(Collectors.joining(", "));
        return kept.isEmpty() ? "no rate was found at which it is reached" + least : kept;
    }

    /** Says which limit a goal of this percentile must be above. */
    private static String least(List<ResultRow> summary, String goal) {
        String percentile = goal.substring(0, goal.indexOf('='));
        ColumnKey key =
                SampleKeys.latency(Latency.ACK, percentile.replace('.', '_')).median();
        return summary.stream()
                .filter(row -> !row.text(CurveKeys.ABOUT).equals(CurveKeys.ABOUT_GOAL))
                .filter(row -> !row.textIfAny(key).isEmpty())
                .min(Comparator.comparingDouble(row -> row.amount(key).getAsDouble()))
                .map(row -> "; the least " + percentile + " that was measured is "
                        + Figures.text(row.amount(key), Figures::millis)
                        + " ms (" + row.text(TrialKeys.MODE) + " at "
                        + Figures.whole(row.requireCount(ScenarioKeys.TARGET_RATE)) + " records/s)")
                .orElse("");
    }

    private static String figure(ResultRow row, ColumnKey key) {
        return Figures.text(row.amount(key), Figures::whole);
    }

    static Grid grid(List<ResultRow> summary) {
        return Grid.of(
                List.of("mode", "bytes", "goal", "reached at", "missed at", "in time", "trials", "dropped", "result"),
                ofGoals(summary).stream()
                        .map(row -> new Grid.GridRow(
                                "",
                                List.of(
                                        row.text(TrialKeys.MODE),
                                        row.text(ScenarioKeys.RECORD_SIZE),
                                        row.text(CurveKeys.GOAL),
                                        figure(row, CurveKeys.LOWER_BOUND),
                                        figure(row, CurveKeys.UPPER_BOUND),
                                        figure(row, CurveKeys.CONDITIONAL_THROUGHPUT),
                                        row.text(SummaryKeys.TRIALS),
                                        row.text(JudgementKeys.DROPPED),
                                        row.text(CurveKeys.RESULT)
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '))))
                        .toList());
    }
}
