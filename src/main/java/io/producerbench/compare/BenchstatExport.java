package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Direction;
import io.producerbench.stats.Metric;
import io.producerbench.stats.MetricSample;
import io.producerbench.text.Texts;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a run in Go's benchmark format, which benchstat reads
 * (golang.org/design/14313-benchmark-format, and golang/go 43744 for the units): one line for each
 * sample that is OK and has a headline metric.
 *
 * <p>A key tells benchstat which values belong together. The run, its commit and the version of its
 * file belong to the values, so they are comments, which benchstat skips.
 */
final class BenchstatExport {
    private static final int NANOS_PER_MICRO_EXPONENT = 3;

    private BenchstatExport() {}

    static String of(RunSamples run) {
        Map<ComparedCell, List<ResultRow>> cells = run.sortedCells();
        StringBuilder text = new StringBuilder();
        for (ColumnKey column : List.of(RunKeys.RUN_ID, RunKeys.COMMIT, RunKeys.DIRTY, RunKeys.SCHEMA_VERSION)) {
            text.append(configuration("# " + column, run.distinct(column)));
        }
        HiddenDimension.circumstances().stream()
                .filter(column -> !HiddenDimension.isOneHost(column, run.distinct(column)))
                .forEach(column -> text.append(configuration(column.name(), run.distinct(column))));
        text.append('\n');
        units(run.cells().keySet()).forEach(text::append);
        cells.forEach((cell, rows) -> rows.forEach(row -> text.append(line(cell, row))));
        return text.toString();
    }

    /**
     * Returns one configuration line. A key has no capital letter and no blank; a value is a single
     * line.
     */
    private static String configuration(String key, String value) {
        return value.isBlank() ? "" : key + ": " + Texts.printable(value.strip()) + "\n";
    }

    private static Set<String> units(Set<ComparedCell> cells) {
        return cells.stream()
                .flatMap(cell -> cell.metrics().stream())
                .map(metric -> "Unit " + unit(metric) + " better="
                        + (metric.better() == Direction.HIGHER ? "higher" : "lower") + "\n")
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the unit in one word. Times are in {@code ns}, because benchstat converts those to
     * seconds and prints them with a prefix that suits.
     */
    private static String unit(Metric metric) {
        if (metric.equals(SampleMetrics.CLIENT_CPU_US_PER_RECORD)) {
            return "ns-cpu/record";
        }
        return isTime(metric) ? "ack-p99-ns" : metric.unit();
    }

    private static boolean isTime(Metric metric) {
        return metric.better() == Direction.LOWER;
    }

    private static String line(ComparedCell cell, ResultRow row) {
        String values =
                cell.metrics().stream().map(metric -> value(metric, row)).collect(Collectors.joining());
        return values.isEmpty() ? "" : "Benchmark" + name(cell) + "-" + row.text(RunKeys.CORES) + " 1" + values + "\n";
    }

    private static String value(Metric metric, ResultRow row) {
        MetricSample sample = RunSamples.values(metric, List.of(row));
        return sample.n() == 0
                ? ""
                : String.format(Locale.ROOT, " %s %s", plain(sample.values()[0], metric), unit(metric));
    }

    private static String plain(double value, Metric metric) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return (isTime(metric) ? exact.scaleByPowerOfTen(NANOS_PER_MICRO_EXPONENT) : exact)
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Returns {@code MaxRate/acks=all/...}: the settings by which the series is named, without the
     * characters that have a meaning in a name.
     */
    private static String name(ComparedCell cell) {
        return cell.setting(ScenarioKeys.BENCHMARK).replaceAll("\\W", "_")
                + SeriesName.of(cell).settings().entrySet().stream()
                        .filter(setting -> !setting.getKey().equals(ScenarioKeys.BENCHMARK))
                        .map(setting -> "/" + setting.getKey() + "="
                                + setting.getValue().replaceAll("[^A-Za-z0-9_.:]", "_"))
                        .collect(Collectors.joining());
    }
}
