package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SettingColumn;
import io.producerbench.results.sample.Status;
import io.producerbench.stats.Metric;
import io.producerbench.stats.MetricSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * All samples of one side of a comparison.
 *
 * @param name the name of the side in texts
 * @param rows at least one
 */
public record RunSamples(String name, List<ResultRow> rows) {
    /** The benchmark of samples in which every record is refused, which have no rate. */
    private static final String REFUSAL = "Refusal";

    /** Refuses rows that no run can have written. */
    public RunSamples {
        rows.forEach(row -> {
            row.require(
                    Arrays.stream(Status.values()).anyMatch(s -> s.name().equals(row.text(SampleKeys.STATUS))),
                    SampleKeys.STATUS,
                    "OK," + " INVALID or FAILED");
            row.requireInt(SampleKeys.BLOCK);
            List.of(RunKeys.RUN_ID, RunKeys.STARTED_AT, RunKeys.COMMIT, RunKeys.DIRTY)
                    .forEach(column -> row.require(!row.text(column).isEmpty(), column, "a value"));
            HiddenDimension.columns().forEach(column -> HiddenDimension.cell(row, column));
            if (isOk(row)) {
                requireRate(row);
            }
        });
    }

    /** A sample with {@code acks=0} may have only the rate at which the logs grew. */
    private static void requireRate(ResultRow row) {
        ColumnKey rate = SampleMetrics.column(SampleMetrics.RECORDS_PER_S);
        ColumnKey logEndRate = SampleMetrics.column(SampleMetrics.LOG_END_RECORDS_PER_S);
        boolean has = positive(row, rate).isPresent()
                || row.text(ScenarioKeys.ACKS).equals("0")
                        && positive(row, logEndRate).isPresent();
        row.require(has || row.text(ScenarioKeys.BENCHMARK).equals(REFUSAL), rate, "a rate, because the sample is OK");
    }

    /** Returns true if a sample is of a benchmark whose numbers are exported. */
    public boolean hasRates() {
        return rows.stream()
                .anyMatch(row -> !List.of(REFUSAL, ScenarioKeys.VISIBLE).contains(row.text(ScenarioKeys.BENCHMARK)));
    }

    /** Returns the settings for which the file has a column. */
    List<ColumnKey> settingColumns() {
        return SettingColumn.keys().stream().filter(rows.get(0)::has).toList();
    }

    /** Returns the rows of each cell. Only the settings in {@code columns} distinguish cells. */
    Map<ComparedCell, List<ResultRow>> cells(List<ColumnKey> columns) {
        Map<ComparedCell, List<ResultRow>> cells = new LinkedHashMap<>();
        for (ResultRow row : rows) {
            Map<ColumnKey, String> settings = new LinkedHashMap<>();
            columns.forEach(column -> settings.put(column, SettingColumn.of(row, column)));
            cells.computeIfAbsent(new ComparedCell(settings), unused -> new ArrayList<>())
                    .add(row);
        }
        return cells;
    }

    /** Returns the rows of each cell, told apart by all settings, also those of newer files. */
    public Map<ComparedCell, List<ResultRow>> cells() {
        return cells(SettingColumn.keys());
    }

    /** Returns the rows of each cell, closed loop first and then sorted by the settings. */
    Map<ComparedCell, List<ResultRow>> sortedCells() {
        Map<ComparedCell, List<ResultRow>> sorted = new LinkedHashMap<>();
        cells().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ComparedCell.BY_SETTING))
                .forEach(cell -> sorted.put(cell.getKey(), cell.getValue()));
        return sorted;
    }

    /** Returns the different values of a column, joined by {@code +}. */
    public String distinct(ColumnKey column) {
        return distinct(column, rows);
    }

    static String distinct(ColumnKey column, List<ResultRow> rows) {
        return rows.stream()
                .map(row -> HiddenDimension.cell(row, column))
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }

    public static boolean isOk(ResultRow row) {
        return row.text(SampleKeys.STATUS).equals(Status.OK.name());
    }

    public long ok() {
        return rows.stream().filter(RunSamples::isOk).count();
    }

    /**
     * Returns the values of a metric in the rows of one cell, one for each sample that is OK.
     *
     * @throws io.producerbench.results.ResultFileException if a cell of that column is no number
     *     above 0
     */
    public static MetricSample values(Metric metric, List<ResultRow> rows) {
        double[] values = rows.stream()
                .filter(RunSamples::isOk)
                .map(row -> positive(row, SampleMetrics.column(metric)))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        long ok = rows.stream().filter(RunSamples::isOk).count();
        return new MetricSample(values, (int) (rows.size() - ok));
    }

    private static OptionalDouble positive(ResultRow row, ColumnKey column) {
        OptionalDouble value = row.number(column);
        row.require(value.isEmpty() || value.getAsDouble() > 0, column, "a number above 0");
        return value;
    }
}
