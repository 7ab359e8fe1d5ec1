package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.RunKeys;
import io.producerbench.stats.Difference;
import io.producerbench.stats.Direction;
import io.producerbench.stats.Judgement;
import io.producerbench.stats.Metric;
import io.producerbench.stats.MetricSample;
import io.producerbench.text.Table;
import io.producerbench.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a comparison for people: a table for each metric, similar to benchstat's, and the notes.
 */
public final class ComparisonText {
    private static final String SEQUENTIAL = """
            warning: the two runs were made one after the other, so what the machine did in
            between (drift, neighbours, a warmer disk) is part of every difference, and more
            blocks do not take it out. Before acting on a difference, measure both sides
            interleaved in one run.
            """;

    private static final int WIDTH = 80;

    /** Cell, two medians, change, interval, p, judgement. */
    private static final int[] WIDTHS = {18, 9, 9, 6, 14, 6, 12};

    private ComparisonText() {}

    public static String of(RunComparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append(side("base", comparison.base())).append(side("new ", comparison.next()));
        text.append(wrapped("in every cell: " + settings(ComparedCell.shared(comparison.cells()))))
                .append('\n');
        if (!comparison.controls().isTrusted()) {
            text.append(
                            wrapped(
                                    "UNTRUSTED: nothing is judged, because equal things differ too often; see the controls below"))
                    .append('\n');
        }
        tables(comparison)
                .forEach((title, rows) -> text.append(wrapped(title
                                + (sameBlocks(rows)
                                        ? ", "
                                                + comparedBlocks(rows)
                                                        .findFirst()
                                                        .orElse("no") + " blocks"
                                        : ", blocks in brackets")))
                        .append(table(rows, comparison))
                        .append('\n'));
        text.append(ComparisonNotes.of(comparison).stream()
                .map(ComparisonText::wrapped)
                .collect(Collectors.joining()));
        return text.append(SEQUENTIAL).toString();
    }

    private static String side(String name, RunSamples side) {
        String dirty = side.distinct(RunKeys.DIRTY).contains("true") ? " dirty" : "";
        return wrapped(Texts.printable(String.format(
                Locale.ROOT,
                "%s  %s: commit %.7s%s, client %s, brokers %s (%s), JDK %s, %s, %s cores; %d of %d samples OK",
                name,
                side.name(),
                side.distinct(RunKeys.COMMIT),
                dirty,
                side.distinct(RunKeys.CLIENT_VERSION),
                side.distinct(RunKeys.BROKER_VERSION),
                side.distinct(RunKeys.CLUSTER_KIND),
                side.distinct(RunKeys.JDK),
                side.distinct(RunKeys.CPU_MODEL),
                side.distinct(RunKeys.CORES),
                side.ok(),
                side.rows().size())));
    }

    private static String wrapped(String line) {
        return String.join("\n", Texts.wrap(line, WIDTH)) + "\n";
    }

    private static String settings(Map<ColumnKey, String> settings) {
        return Texts.printable(settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ")));
    }

    /** Returns the rows of each table by its title, primary metrics first. */
    private static Map<String, List<MetricComparison>> tables(RunComparison comparison) {
        Map<String, List<MetricComparison>> tables = new LinkedHashMap<>();
        Stream.of(MetricFamily.values())
                .flatMap(family -> comparison.rows().stream().filter(row -> row.isOf(family)))
                .forEach(row -> tables.computeIfAbsent(title(row.cell(), row.metric()), unused -> new ArrayList<>())
                        .add(row));
        return tables;
    }

    private static String title(ComparedCell cell, Metric metric) {
        return String.format(
                Locale.ROOT,
                "%s at %s in %s, %s is better, margin %.0f %%",
                metric.name(),
                cell.isMaxRate() ? "MaxRate" : "FixedRate",
                metric.unit(),
                metric.better() == Direction.HIGHER ? "more" : "less",
                100 * metric.margin().share());
    }

    private static String table(List<MetricComparison> rows, RunComparison comparison) {
        Table table = Table.of("", "base:", "new:", "diff %:", "95 % interval:", "p adj.:", "judgement");
        for (MetricComparison row : rows) {
            table.add(
                    row.cell().name(comparison.cells()),
                    value(row.base()),
                    value(row.next()),
                    row.difference().map(ComparisonText::delta).orElse(""),
                    row.difference().map(ComparisonText::interval).orElse(""),
                    row.difference()
                            .map(difference -> probability(difference.adjusted()))
                            .orElse(""),
                    judgement(row) + (sameBlocks(rows) || row.judgement().isEmpty() ? "" : " (" + blocks(row) + ")"));
        }
        return table.wrapped(" ", WIDTHS).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static boolean sameBlocks(List<MetricComparison> rows) {
        return comparedBlocks(rows).count() <= 1;
    }

    /** Returns the numbers of blocks of the rows that can be compared, each once. */
    private static Stream<String> comparedBlocks(List<MetricComparison> rows) {
        return rows.stream()
                .filter(row -> row.judgement().isPresent())
                .map(ComparisonText::blocks)
                .distinct();
    }

    private static String blocks(MetricComparison row) {
        return row.base().n() + "+" + row.next().n();
    }

    private static String value(MetricSample sample) {
        return sample.median().isEmpty() ? "" : number(sample.median().getAsDouble());
    }

    /** Returns the number with at least four digits, or three decimals. */
    static String number(double value) {
        String format = value >= 1000 ? "%,.0f" : value >= 10 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    private static String probability(double p) {
        return p < 0.0005 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static String delta(Difference difference) {
        return difference.isShown() ? percent(difference.ratio()) : "~";
    }

    private static String interval(Difference difference) {
        return percent(difference.interval().low()) + " to "
                + percent(difference.interval().high());
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.1f", 100 * (ratio - 1));
    }

    private static String judgement(MetricComparison row) {
        if (row.judgement().isEmpty()) {
            return "not comparable: " + row.reason();
        }
        Judgement judgement = row.judgement().get();
        String word = judgement.name().toLowerCase(Locale.ROOT);
        return judgement == Judgement.INCONCLUSIVE
                ? String.format(
                        Locale.ROOT,
                        "%s (%,d blocks would do)",
                        word,
                        row.difference().orElseThrow().blocks())
                : word;
    }
}
