package io.producerbench.calibration.discrimination;

import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.stats.Looks;
import io.producerbench.text.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Formats the results of a discrimination run for the terminal and for {@code discrimination.csv}.
 */
public final class DiscriminationText {
    private static final String FORMAT = "%-21s  %-32s  %-17s  %13s  %8s  %-4s  %s";

    private DiscriminationText() {}

    /** A line with its run. */
    record Row(RunIdentity run, Instant startedAt, DiscriminationLine line) {}

    static final List<Column<Row>> COLUMNS = columns();

    private static List<Column<Row>> columns() {
        List<Column<Row>> columns = new ArrayList<>(RunIdentity.leadingColumns(Row::run, Row::startedAt));
        columns.add(Column.text("question", row -> row.line().question()));
        columns.add(Column.text("rule", row -> row.line().rule()));
        columns.add(Column.text("statistic", row -> row.line().statistic()));
        columns.add(Column.text("count", row -> row.line().count()));
        columns.add(Column.text("of", row -> row.line().all()));
        columns.add(Column.number("share", 5, row -> OptionalDouble.of(share(row.line()))));
        columns.add(Column.text("note", row -> row.line().note()));
        columns.add(Column.text(JudgementKeys.TARGET, row -> row.line().target()));
        columns.add(Column.text(JudgementKeys.MARK, row -> row.line().mark()));
        return List.copyOf(columns);
    }

    public static String csv(RunIdentity run, Instant startedAt, List<DiscriminationLine> lines) {
        return new CsvTable<>(COLUMNS)
                .text(lines.stream().map(line -> new Row(run, startedAt, line)).toList());
    }

    public static String of(List<DiscriminationLine> lines, Looks looks) {
        Table table = Table.of("question", "rule", "statistic", "count", "share", "mark", "target");
        for (DiscriminationLine line : lines) {
            table.add(
                    line.question(),
                    line.rule(),
                    line.statistic(),
                    line.count() + " of " + line.all(),
                    line.all() == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", share(line) * 100),
                    line.mark(),
                    line.target() + (line.note().isEmpty() ? "" : " (" + line.note() + ")"));
        }
        List<String> text = new ArrayList<>(table.formatted(FORMAT));
        text.add("");
        text.add("paired: looked at after " + looks.pairs() + " blocks, "
                + String.format(Locale.ROOT, "%.1f %% of false alarms allowed over all looks", looks.alpha() * 100));
        text.add("in sequence: the base from the first half of the same blocks, the new arm from the second");
        lines.stream().filter(DiscriminationLine::isMissed).forEach(line -> text.add("MISS " + words(line)));
        lines.stream()
                .filter(DiscriminationLine::isOpen)
                .forEach(line -> text.add("not shown " + words(line) + ": too few comparisons to show it"));
        return String.join("\n", text) + "\n";
    }

    private static String words(DiscriminationLine line) {
        return line.question() + ": expected " + line.target() + ", got " + line.count() + " of " + line.all();
    }

    private static double share(DiscriminationLine line) {
        return (double) line.count() / line.all();
    }
}
