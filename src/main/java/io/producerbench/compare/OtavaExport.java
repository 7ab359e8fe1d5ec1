package io.producerbench.compare;

import io.producerbench.compare.RunHistory.Point;
import io.producerbench.compare.RunHistory.Series;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleMetrics;
import io.producerbench.stats.Direction;
import io.producerbench.stats.Metric;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Writes the history for Apache Otava, which looks for change points: a wide CSV for each series
 * with a row for each run, and the configuration that names the files.
 */
final class OtavaExport {
    private OtavaExport() {}

    /**
     * Returns the text of each file by its name.
     *
     * @param directory the directory that the files will be in. The configuration needs it, because
     *     Otava resolves paths against its working directory.
     */
    static Map<String, String> of(RunHistory history, Path directory) {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder tests = new StringBuilder("tests:\n");
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Series series : history.series()) {
            List<Metric> metrics = series.cell().metrics();
            List<Point> points = series.points().stream()
                    .filter(point -> metrics.stream()
                            .allMatch(metric -> point.sample(metric).n() > 0))
                    .toList();
            if (!metrics.isEmpty() && !points.isEmpty()) {
                String name = name(series);
                files.put(name + ".csv", new CsvTable<>(columns(series, metrics)).text(points));
                tests.append(test(series, directory.resolve(name + ".csv"), metrics));
                groups.computeIfAbsent("all", unused -> new ArrayList<>()).add(name);
                groups.computeIfAbsent(machine(series), unused -> new ArrayList<>())
                        .add(name);
            }
        }
        files.put("otava.yaml", tests + groups(groups));
        return files;
    }

    private static List<Column<Point>> columns(Series series, List<Metric> metrics) {
        List<Column<Point>> columns = new ArrayList<>();
        columns.add(Column.text("time", Point::startedAt));
        columns.add(Column.text(RunKeys.COMMIT, Point::commit));
        columns.add(Column.text(RunKeys.RUN_ID, Point::runId));
        series.circumstances().forEach((column, value) -> columns.add(Column.text(column, point -> value)));
        metrics.forEach(metric -> columns.add(Column.number(
                SampleMetrics.column(metric), 4, point -> point.sample(metric).median())));
        return columns;
    }

    /**
     * Returns a readable name that is the same in every export. Other settings, another machine or
     * other versions give another name.
     */
    private static String name(Series series) {
        SeriesName name = SeriesName.of(series.cell());
        CRC32 rest = new CRC32();
        rest.update((name.joined(" ") + " " + series.circumstances()).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%s-%08x", word(name.inWords()), rest.getValue());
    }

    private static String machine(Series series) {
        return word(series.circumstances().get(RunKeys.CPU_MODEL) + "-"
                + series.circumstances().get(RunKeys.CORES) + "-cores");
    }

    private static String word(String text) {
        return text.replaceAll("[^A-Za-z0-9.]+", "-");
    }

    /**
     * Returns the entry of one series. A metric is named after its test as well, because Otava
     * wants names that are unique among all tests.
     */
    private static String test(Series series, Path file, List<Metric> metrics) {
        String name = name(series);
        List<String> lines = new ArrayList<>();
        lines.add("  # " + comment(SeriesName.of(series.cell()).joined(" ")));
        lines.add("  # " + comment(told(series.circumstances())));
        lines.add("  " + quoted(name) + ":");
        lines.add("    type: csv");
        lines.add("    file: " + quoted(file.toString()));
        lines.add("    time_column: time");
        lines.add("    attributes: [" + attributes(series) + "]");
        lines.add("    metrics:");
        for (Metric metric : metrics) {
            lines.add("      " + quoted(name + "." + metric.name()) + ":");
            lines.add("        column: " + metric.name());
            lines.add("        direction: " + (metric.better() == Direction.HIGHER ? 1 : -1));
            lines.add("        scale: 1");
        }
        lines.add("    csv_options:");
        lines.add("      delimiter: \",\"");
        lines.add("      quote_char: '\"'");
        return String.join("\n", lines) + "\n";
    }

    private static String attributes(Series series) {
        return Stream.concat(Stream.of(RunKeys.COMMIT, RunKeys.RUN_ID), series.circumstances().keySet().stream())
                .map(ColumnKey::name)
                .collect(Collectors.joining(", "));
    }

    /** Returns the groups, because Otava would otherwise need the name of each test. */
    private static String groups(Map<String, List<String>> groups) {
        StringBuilder text = new StringBuilder(groups.isEmpty() ? "" : "test_groups:\n");
        groups.forEach((group, names) -> {
            text.append("  ").append(quoted(group)).append(":\n");
            names.forEach(name -> text.append("    - ").append(quoted(name)).append("\n"));
        });
        return text.toString();
    }

    private static String told(Map<ColumnKey, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Returns the text without what could end a comment of YAML. */
    private static String comment(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
