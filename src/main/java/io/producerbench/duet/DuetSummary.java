package io.producerbench.duet;

import io.producerbench.results.CsvTable;
import io.producerbench.stats.LookResult;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Metric;
import io.producerbench.stats.PairedComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a duet says, computed from the rows of {@code duet.csv} alone: whoever has the file finds the same. */
public record DuetSummary(List<DuetSummaryRow> rows) {
    private static final String CLOSED_LOOP = "MaxRate";

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
            rows.add(
                    row(scenario.getValue(), decisive(scenario.getValue().get(0).get("benchmark")), true, looks));
            rows.add(row(scenario.getValue(), Metric.CLIENT_CPU_US_PER_RECORD, false, looks));
        });
        return new DuetSummary(List.copyOf(rows));
    }

    /** Returns the metric by which a scenario of this benchmark is judged. */
    public static Metric decisive(String benchmark) {
        return benchmark.equals(CLOSED_LOOP) ? Metric.RECORDS_PER_S : Metric.ACK_P99_US;
    }

    private static DuetSummaryRow row(List<Map<String, String>> pairs, Metric metric, boolean isJudged, Looks looks) {
        List<Map<String, String>> counting = pairs.stream()
                .filter(pair -> !isDropped(pair))
                .filter(pair -> !pair.get("log_ratio_" + metric.name()).isEmpty())
                .toList();
        PairedComparison comparison = new PairedComparison(metric.better(), metric.margin(), looks);
        List<Double> logRatios = column(counting, "log_ratio_" + metric.name());
        return new DuetSummaryRow(
                pairs,
                metric,
                isJudged,
                column(counting, "base_" + metric.name()),
                column(counting, "new_" + metric.name()),
                looks,
                isJudged ? comparison.atTheEnd(logRatios) : shown(comparison, logRatios));
    }

    /** All pairs at once: when to look was decided by another metric. */
    private static Optional<LookResult> shown(PairedComparison comparison, List<Double> logRatios) {
        return logRatios.isEmpty()
                ? Optional.empty()
                : new PairedComparison(
                                comparison.better(),
                                comparison.margin(),
                                Looks.once(logRatios.size(), comparison.looks().alphaOfEach()))
                        .after(logRatios);
    }

    static boolean isDropped(Map<String, String> pair) {
        return !pair.get("dropped").isEmpty();
    }

    private static List<Double> column(List<Map<String, String>> pairs, String name) {
        return pairs.stream().map(pair -> Double.valueOf(pair.get(name))).toList();
    }

    /** The whole file. */
    public String csv() {
        return new CsvTable<>(DuetSummaryColumns.ALL).text(rows);
    }
}
