package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The summary of a curve: for each mode a row for each goal, then a row for each rate from the lowest
 * to the highest.
 */
record CurveSummary(List<CurveSummaryRow> rows) {
    private static final ColumnKey RATE = ScenarioKeys.TARGET_RATE;

    /**
     * @param trials the rows of {@code curve.csv}
     * @param curves that these rows have brought to their state
     */
    static CurveSummary of(List<ResultRow> trials, List<ModeCurve> curves, List<LatencyGoal> goals) {
        List<CurveSummaryRow> rows = new ArrayList<>();
        for (ModeCurve curve : curves) {
            List<ResultRow> ofCurve =
                    trials.stream().filter(row -> isOf(row, curve.scenario())).toList();
            if (!ofCurve.isEmpty()) {
                goals.forEach(goal -> rows.add(new CurveSummaryRow(curve, Optional.of(goal), ofCurve)));
                byRate(ofCurve).forEach(atRate -> rows.add(new CurveSummaryRow(curve, Optional.empty(), atRate)));
            }
        }
        return new CurveSummary(List.copyOf(rows));
    }

    private static boolean isOf(ResultRow row, Scenario scenario) {
        return scenario.values().entrySet().stream()
                .filter(value -> value.getKey() != Axis.RATE && value.getKey() != Axis.LATENCY_SAMPLING)
                .filter(value -> Scenario.applies(value.getKey(), value.getValue()))
                .allMatch(value -> row.text(ScenarioKeys.of(value.getKey())).equals(value.getValue()));
    }

    private static Collection<List<ResultRow>> byRate(List<ResultRow> trials) {
        Map<Integer, List<ResultRow>> byRate = new TreeMap<>();
        for (ResultRow row : trials) {
            if (!row.text(RATE).isEmpty()) {
                byRate.computeIfAbsent(row.requireInt(RATE), rate -> new ArrayList<>())
                        .add(row);
            }
        }
        return byRate.values();
    }

    /** Returns the whole file. */
    String csv() {
        return new CsvTable<>(CurveSummaryColumns.ALL).text(rows);
    }
}
