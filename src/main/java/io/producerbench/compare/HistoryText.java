package io.producerbench.compare;

import io.producerbench.compare.RunHistory.Point;
import io.producerbench.compare.RunHistory.Series;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.stats.Metric;
import io.producerbench.stats.MetricSample;
import io.producerbench.text.Table;
import io.producerbench.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the history of each cell for people: a table for each cell and machine, a line for each
 * run.
 */
public final class HistoryText {
    private static final int WIDTH = 80;

    private HistoryText() {}

    public static String of(RunHistory history) {
        List<ComparedCell> cells = history.cells();
        StringBuilder text =
                new StringBuilder(wrapped("in every cell: " + named(ComparedCell.shared(cells), "="))).append('\n');
        for (Series series : history.series()) {
            series.cell()
                    .headline()
                    .ifPresent(metric -> text.append(heading(series, metric, cells))
                            .append(table(series, metric))
                            .append('\n'));
        }
        return text.append(wrapped("Runs were made at different times: a step between two lines may be the machine's."
                        + " To know, measure both commits interleaved in one run."))
                .toString();
    }

    private static String heading(Series series, Metric metric, List<ComparedCell> cells) {
        return wrapped(series.cell().setting(ScenarioKeys.BENCHMARK) + " "
                        + series.cell().name(cells) + ": " + metric.name() + " in " + metric.unit())
                + wrapped(named(series.circumstances(), " "));
    }

    private static String wrapped(String line) {
        return String.join("\n", Texts.wrap(Texts.printable(line), WIDTH)) + "\n";
    }

    private static String named(Map<ColumnKey, String> values, String separator) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + separator + value.getValue())
                .collect(Collectors.joining(separator.equals("=") ? " " : ", "));
    }

    private static String table(Series series, Metric metric) {
        Table table = Table.of("date", "commit", "run", "n:", "median:", "95 % interval:");
        for (Point point : series.points()) {
            MetricSample sample = point.sample(metric);
            table.add(
                    point.startedAt().split("T", 2)[0],
                    point.commit().substring(0, Math.min(7, point.commit().length())),
                    point.runId(),
                    String.format(Locale.ROOT, "%d/%d", sample.n(), point.rows().size()),
                    sample.median().isPresent()
                            ? ComparisonText.number(sample.median().getAsDouble())
                            : "-",
                    sample.interval()
                            .map(range ->
                                    ComparisonText.number(range.low()) + " to " + ComparisonText.number(range.high()))
                            .orElse("-"));
        }
        return table.plain();
    }
}
