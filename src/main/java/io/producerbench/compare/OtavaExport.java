package io.producerbench.compare;

import io.producerbench.compare.RunHistory.Point;
import io.producerbench.compare.RunHistory.Series;
import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleMetrics;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Direction;
import io.producerbench.stats.Metric;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        for (Series series : history.series()) {
            List<Metric> metrics = series.cell().metrics();
            List<Point> points = series.points().stream()
                    .filter(point -> metrics.stream()
                            .allMatch(metric -> point.sample(metric).n() > 0))
                    .toList();
            if (!metrics.isEmpty() && !points.isEmpty()) {
                String name = name(series);
                files.put(name + ".csv", new CsvTable<>(columns(metrics)).text(points));
                tests.append(test(name, directory.resolve(name + ".csv"), metrics));
            }
        }
        files.put("otava.yaml", tests.toString());
        return files;
    }

    private static List<Column<Point>> columns(List<Metric> metrics) {
        List<Column<Point>> columns = new ArrayList<>();
        columns.add(Column.text("time", Point::startedAt));
        columns.add(Column.text(RunKeys.COMMIT, Point::commit));
        columns.add(Column.text(RunKeys.RUN_ID, Point::runId));
        metrics.forEach(metric -> columns.add(Column.number(
                SampleMetrics.column(metric), 4, point -> point.sample(metric).median())));
        return columns;
    }

    /**
     * Returns a readable name that is the same in every export. Other settings, another machine or
     * other versions give another name.
     */
    private static String name(Series series) {
        CRC32 rest = new CRC32();
        // Only settings that apply are part of it, so that a new column does not rename existing
        // series.
        rest.update((series.cell().applying() + " " + series.circumstances()).getBytes(StandardCharsets.UTF_8));
        String readable = series.cell().setting(ScenarioKeys.BENCHMARK) + "-"
                + series.cell().name(List.of(series.cell())).replaceAll("[^A-Za-z0-9.]+", "-");
        return String.format(Locale.ROOT, "%s-%08x", readable, rest.getValue());
    }

    private static String test(String name, Path file, List<Metric> metrics) {
        StringBuilder test = new StringBuilder("  " + quoted(name) + ":\n" + "    type: csv\n" + "    file: "
                + quoted(file.toString()) + "\n" + "    time_column: time\n" + "    attributes: [commit, run_id]\n"
                + "    metrics:\n");
        for (Metric metric : metrics) {
            int direction = metric.better() == Direction.HIGHER ? 1 : -1;
            test.append("      ").append(metric.name()).append(":\n");
            test.append("        column: ").append(metric.name()).append("\n");
            test.append("        direction: ").append(direction).append("\n");
            test.append("        scale: 1\n");
        }
        return test.append("    csv_options:\n      delimiter: \",\"\n      quote_char: '\"'\n")
                .toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
