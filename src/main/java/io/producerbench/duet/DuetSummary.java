package io.producerbench.duet;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Looks;
import io.producerbench.stats.Metric;
import io.producerbench.stats.PairedComparison;
import io.producerbench.stats.PairedVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a duet says, computed from the rows of {@code duet.csv} alone: whoever has the file finds the same. */
public record DuetSummary(List<DuetSummaryRow> rows) {
    private static final String CLOSED_LOOP = "MaxRate";

    /** @param pairs the rows of {@code duet.csv} in the order of the file */
    public static DuetSummary of(List<ResultRow> pairs, Looks looks) {
        Map<String, List<ResultRow>> scenarios = new LinkedHashMap<>();
        for (ResultRow pair : pairs) {
            scenarios
                    .computeIfAbsent(pair.text(DuetColumns.SCENARIO), name -> new ArrayList<>())
                    .add(pair);
        }
        List<DuetSummaryRow> rows = new ArrayList<>();
        scenarios.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(scenario -> {
            rows.add(row(
                    scenario.getValue(),
                    decisive(scenario.getValue().get(0).text(ScenarioKeys.BENCHMARK)),
                    true,
                    looks));
            rows.add(row(scenario.getValue(), SampleMetrics.CLIENT_CPU_US_PER_RECORD, false, looks));
        });
        return new DuetSummary(List.copyOf(rows));
    }

    /** What the verdict on a scenario is about. */
    public static Metric decisive(String benchmark) {
        return benchmark.equals(CLOSED_LOOP) ? SampleMetrics.RECORDS_PER_S : SampleMetrics.ACK_P99_US;
    }

    private static DuetSummaryRow row(List<ResultRow> pairs, Metric metric, boolean isJudged, Looks looks) {
        List<ResultRow> counting = pairs.stream()
                .filter(pair -> !isDropped(pair))
                .filter(pair -> !pair.text(DuetColumns.logRatio(SampleMetrics.column(metric)))
                        .isEmpty())
                .toList();
        PairedComparison comparison = new PairedComparison(metric.better(), metric.margin(), looks);
        List<Double> logRatios = column(counting, DuetColumns.logRatio(SampleMetrics.column(metric)));
        return new DuetSummaryRow(
                pairs,
                metric,
                isJudged,
                column(counting, SampleMetrics.column(metric).of(DuetColumns.BASE)),
                column(counting, SampleMetrics.column(metric).of(DuetColumns.NEW)),
                looks,
                isJudged ? comparison.atTheEnd(logRatios) : shown(comparison, logRatios));
    }

    /** All pairs at once: when to look was decided by another metric. */
    private static Optional<PairedVerdict> shown(PairedComparison comparison, List<Double> logRatios) {
        return logRatios.isEmpty()
                ? Optional.empty()
                : new PairedComparison(
                                comparison.better(),
                                comparison.margin(),
                                Looks.once(logRatios.size(), comparison.looks().alphaOfEach()))
                        .after(logRatios);
    }

    static boolean isDropped(ResultRow pair) {
        return !pair.text(DuetColumns.DROPPED).isEmpty();
    }

    private static List<Double> column(List<ResultRow> pairs, ColumnKey column) {
        return pairs.stream().map(pair -> Double.valueOf(pair.text(column))).toList();
    }

    /** The whole file. */
    public String csv() {
        return new CsvTable<>(DuetSummaryColumns.ALL).text(rows);
    }
}
