package io.producerbench.duet;

import io.producerbench.results.CsvTable;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a duet says, computed from the rows of {@code duet.csv} alone: whoever has the file finds the same. */
public record DuetSummary(List<DuetSummaryRow> rows) {
    /** @param pairs the rows of {@code duet.csv} in the order of the file */
    public static DuetSummary of(List<Map<String, String>> pairs, Looks looks) {
        Map<String, List<Map<String, String>>> scenarios = new LinkedHashMap<>();
        for (Map<String, String> pair : pairs) {
            scenarios
                    .computeIfAbsent(pair.get("scenario"), name -> new ArrayList<>())
                    .add(pair);
        }
        List<DuetSummaryRow> rows = new ArrayList<>();
        scenarios.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(scenario -> {
            List<Map<String, String>> rowsOfScenario = scenario.getValue();
            rows.add(DuetSummaryRow.judged(
                    rowsOfScenario,
                    ComparedMetric.decisive(rowsOfScenario.get(0).get("benchmark"))
                            .metric(),
                    looks));
            rows.add(DuetSummaryRow.shown(rowsOfScenario, Metric.CLIENT_CPU_US_PER_RECORD, looks));
        });
        return new DuetSummary(List.copyOf(rows));
    }

    /** The whole file. */
    public String csv() {
        return new CsvTable<>(DuetSummaryColumns.ALL).text(rows);
    }
}
