package io.producerbench.duet;

import io.producerbench.results.CsvTable;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Looks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a duet. They are computed from the rows of {@code duet.csv} alone, so that they
 * can be computed again from the file.
 */
public record DuetSummary(List<DuetSummaryRow> rows) {
    /** @param pairs the rows of {@code duet.csv} in the order of the file */
    public static DuetSummary of(List<ResultRow> pairs, Looks looks) {
        Map<String, List<ResultRow>> scenarios = new LinkedHashMap<>();
        for (ResultRow pair : pairs) {
            scenarios
                    .computeIfAbsent(pair.text(JudgementKeys.SCENARIO), name -> new ArrayList<>())
                    .add(pair);
        }
        List<DuetSummaryRow> rows = new ArrayList<>();
        scenarios.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(scenario -> {
            List<ResultRow> rowsOfScenario = scenario.getValue();
            ResultRow first = rowsOfScenario.get(0);
            ComparedMetric.judged(first.text(ScenarioKeys.BENCHMARK)).stream()
                    .map(ComparedMetric::metric)
                    // Before schema 5 there were fewer metrics.
                    .filter(metric -> first.has(JudgementKeys.logRatio(SampleMetrics.column(metric))))
                    .forEach(metric -> rows.add(DuetSummaryRow.of(rowsOfScenario, metric, looks)));
        });
        return new DuetSummary(List.copyOf(rows));
    }

    /** Returns the whole file. */
    public String csv() {
        return new CsvTable<>(DuetSummaryColumns.ALL).text(rows);
    }
}
