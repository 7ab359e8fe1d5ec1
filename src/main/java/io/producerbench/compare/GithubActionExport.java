package io.producerbench.compare;

import io.producerbench.results.RunKeys;
import io.producerbench.stats.Direction;
import io.producerbench.stats.Metric;
import io.producerbench.stats.MetricSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a run for github-action-benchmark in two files: {@code customBiggerIsBetter} for rates and
 * {@code customSmallerIsBetter} for the rest. Its {@code jmh} tool is not used, because it takes
 * smaller values for better, also for rates.
 */
final class GithubActionExport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GithubActionExport() {}

    /** Returns the metrics of one direction as a JSON array. */
    static String of(RunSamples run, Direction better) {
        List<Map<String, Object>> entries = new ArrayList<>();
        run.sortedCells()
                .forEach((cell, rows) -> cell.metrics().stream()
                        .filter(metric -> metric.better() == better)
                        .forEach(metric -> {
                            MetricSample sample = RunSamples.values(metric, rows);
                            if (sample.n() > 0) {
                                entries.add(entry(run, cell, metric, sample));
                            }
                        }));
        return JSON.writeValueAsString(entries) + "\n";
    }

    private static Map<String, Object> entry(RunSamples run, ComparedCell cell, Metric metric, MetricSample sample) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name(cell, metric));
        entry.put("unit", metric.unit());
        entry.put("value", sample.median().orElseThrow());
        sample.interval()
                .ifPresent(range -> entry.put(
                        "range", ComparisonText.number(range.low()) + " to " + ComparisonText.number(range.high())));
        entry.put("extra", "n=" + sample.n() + "\nrun " + run.distinct(RunKeys.RUN_ID));
        return entry;
    }

    /**
     * Returns a name with the settings by which the series is named. It does not depend on the other
     * cells of the run, because a changed name starts a new chart.
     */
    private static String name(ComparedCell cell, Metric metric) {
        return metric.name() + " " + SeriesName.of(cell).joined(" ");
    }
}
