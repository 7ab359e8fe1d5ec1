package io.producerbench.calibration.discrimination;

import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.stats.Looks;
import io.producerbench.text.Table;
import io.producerbench.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats the results of a discrimination run for the terminal and for {@code discrimination.csv}.
 */
public final class DiscriminationText {
    private static final int WIDTH = 80;

    /** Question, rule, statistic, count, share, mark, target. */
    private static final int[] WIDTHS = {12, 14, 17, 9, 6, 4, 12};

    private DiscriminationText() {}

    /** A line with its run. */
    public record Row(RunIdentity run, Instant startedAt, DiscriminationLine line) {}

    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version run_id started_at commit dirty cluster_kind broker_version client_version jdk cpu_model cores capacity_valid seed | | as in `samples.csv`; `cluster_kind` is `stub` | as there
            question | | what is counted: `false alarms` among equal arms; `5 % found` and `2 % found` among arms that were slowed down by so much; `sign wrong`: slowed down and judged faster; `same verdict as at 30`: looks and one look at the end agree; `blocks saved` by stopping early, both once for each margin | never
            rule | | the rule that judges: `paired` with a margin is this suite's rule; `JMH intervals apart`: JMH's two 99.9 % intervals have no value in common; `pooled t-test`: Welch's, over the values of all blocks together; `in sequence`: the base from the first half of the blocks, the new arm from the second | never
            statistic | | column of `discrimination-blocks.csv` that it judges | never
            count of | | the number counted, and the total | never
            share | share | `count` divided by `of` | the total is 0
            note | | the measured size of the planted slowdown, over all its blocks | no slowdown was planted
            target | | what must be shown | for information only
            mark | | `PASS`, `MISS` | no target, or too few comparisons to show it
            """;

    public static final List<Column<Row>> COLUMNS = columns();

    private static List<Column<Row>> columns() {
        List<Column<Row>> columns = new ArrayList<>(RunIdentity.leadingColumns(Row::run, Row::startedAt));
        columns.add(Column.text(JudgementKeys.QUESTION, row -> row.line().question()));
        columns.add(Column.text(JudgementKeys.RULE, row -> row.line().rule()));
        columns.add(Column.text(JudgementKeys.STATISTIC, row -> row.line().statistic()));
        columns.add(Column.text(JudgementKeys.COUNT, row -> row.line().count()));
        columns.add(Column.text(JudgementKeys.OF, row -> row.line().all()));
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
        Table table = Table.of("question", "rule", "statistic", "count:", "share:", "mark", "target");
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
        List<String> text = new ArrayList<>(table.wrapped(" ", WIDTHS));
        text.add("");
        text.add("paired: looked at after " + looks.pairs() + " blocks, "
                + String.format(Locale.ROOT, "%.1f %% of false alarms allowed over all looks", looks.alpha() * 100));
        text.add("in sequence: the base from the first half of the same blocks, the new arm from the second");
        lines.stream().filter(DiscriminationLine::isMissed).forEach(line -> text.add("MISS " + words(line)));
        lines.stream()
                .filter(DiscriminationLine::isOpen)
                .forEach(line -> text.add("not shown " + words(line) + ": too few comparisons to show it"));
        return text.stream()
                .flatMap(line -> line.length() > WIDTH ? Texts.wrap(line, WIDTH).stream() : Stream.of(line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String words(DiscriminationLine line) {
        return line.question() + ": expected " + line.target() + ", got " + line.count() + " of " + line.all();
    }

    private static double share(DiscriminationLine line) {
        return (double) line.count() / line.all();
    }
}
