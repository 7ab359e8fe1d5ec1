package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunKeys;
import io.producerbench.stats.Metric;
import io.producerbench.stats.MetricSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of each cell in every run, oldest first. Runs on another machine or with other
 * versions form another series.
 */
public record RunHistory(List<Series> series) {
    /**
     * Points that can be compared with each other.
     *
     * @param circumstances the hidden dimensions, which are the same for all points
     */
    public record Series(ComparedCell cell, Map<ColumnKey, String> circumstances, List<Point> points) {}

    /**
     * One cell in one run.
     *
     * @param rows at least one
     */
    public record Point(List<ResultRow> rows) {
        public String runId() {
            return RunSamples.distinct(RunKeys.RUN_ID, rows);
        }

        public String commit() {
            return RunSamples.distinct(RunKeys.COMMIT, rows);
        }

        /** Returns when the first sample began, as written in the file. */
        public String startedAt() {
            return rows.stream()
                    .map(row -> row.text(RunKeys.STARTED_AT))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }

        public MetricSample sample(Metric metric) {
            return RunSamples.values(metric, rows);
        }
    }

    private record SeriesKey(ComparedCell cell, Map<ColumnKey, String> circumstances) {}

    /** @param runs oldest first */
    public static RunHistory of(List<RunSamples> runs) {
        Map<ComparedCell, Map<SeriesKey, List<Point>>> cells = new TreeMap<>(ComparedCell.BY_SETTING);
        for (RunSamples run : runs) {
            run.cells()
                    .forEach((cell, rows) -> cells.computeIfAbsent(cell, unused -> new LinkedHashMap<>())
                            .computeIfAbsent(new SeriesKey(cell, circumstances(rows)), unused -> new ArrayList<>())
                            .add(new Point(rows)));
        }
        List<Series> series = new ArrayList<>();
        cells.values()
                .forEach(keys -> keys.forEach(
                        (key, points) -> series.add(new Series(key.cell(), key.circumstances(), List.copyOf(points)))));
        return new RunHistory(List.copyOf(series));
    }

    private static Map<ColumnKey, String> circumstances(List<ResultRow> rows) {
        Map<ColumnKey, String> circumstances = new LinkedHashMap<>();
        HiddenDimension.circumstances().forEach(column -> circumstances.put(column, RunSamples.distinct(column, rows)));
        circumstances.entrySet().removeIf(one -> HiddenDimension.isOneHost(one.getKey(), one.getValue()));
        return circumstances;
    }

    /** Returns the series of the cells that have these settings. */
    public RunHistory where(Map<ColumnKey, String> settings) {
        return new RunHistory(series.stream()
                .filter(one -> settings.entrySet().stream()
                        .allMatch(
                                setting -> one.cell().setting(setting.getKey()).equals(setting.getValue())))
                .toList());
    }

    public List<ComparedCell> cells() {
        return series.stream().map(Series::cell).distinct().toList();
    }
}
