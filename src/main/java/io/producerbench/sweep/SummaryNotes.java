package io.producerbench.sweep;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.scenario.Axis;
import io.producerbench.text.Texts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines below a row of a sweep's table on the terminal: the settings that vary, what limited the
 * row, and what a broker's death came to. Pure.
 */
final class SummaryNotes {
    static final int WIDTH = 80;

    /** Stands for the row that a setting lacks. */
    static final ResultRow NONE = new ResultRow(Path.of(""), 0, Map.of());

    /** Named behind the row if they vary. */
    private static final List<ColumnKey> OTHERS = Stream.of(
                    Axis.PARTITIONS,
                    Axis.PRODUCERS,
                    Axis.LINGER_MS,
                    Axis.BATCH_SIZE,
                    Axis.MAX_IN_FLIGHT,
                    Axis.COMPRESSION,
                    Axis.RECORDS_PER_TRANSACTION,
                    Axis.TRANSACTION_MS,
                    Axis.ABORT_RATE,
                    Axis.OPEN_TRANSACTION_MS,
                    Axis.KEYS,
                    Axis.BROKERS_DOWN)
            .map(ScenarioKeys::of)
            .toList();

    private SummaryNotes() {}

    /**
     * Returns the lines below a row.
     *
     * @param partner the row of the same setting that is shown in the same line, or {@link #NONE}
     * @param rows all rows of the table
     */
    static List<String> of(ResultRow row, ResultRow partner, List<ResultRow> rows) {
        return wrapped(text(row, partner, rows), "  ");
    }

    /** Returns the settings of a row that vary between these rows, as lines below it. */
    static List<String> varied(ResultRow row, List<ResultRow> rows) {
        return of(row, NONE, rows);
    }

    /** True if the settings that have no column of their own are the same. */
    static boolean haveSameOthers(ResultRow row, ResultRow other) {
        return OTHERS.stream().allMatch(column -> row.textIfAny(column).equals(other.textIfAny(column)));
    }

    /** Returns the lines, none longer than {@link #WIDTH}. */
    static List<String> wrapped(List<String> lines, String indent) {
        return lines.stream()
                .flatMap(line -> Texts.wrap(line, WIDTH - indent.length()).stream())
                .map(line -> indent + line)
                .toList();
    }

    /** Returns the different target rates of these rows. */
    static Stream<String> rates(List<ResultRow> rows) {
        return rows.stream()
                .map(row -> row.textIfAny(ScenarioKeys.TARGET_RATE))
                .filter(cell -> !cell.isEmpty())
                .distinct();
    }

    private static List<String> text(ResultRow row, ResultRow partner, List<ResultRow> rows) {
        String others = others(row, rows);
        String rate = rates(rows).count() > 1
                ? rates(List.of(row, partner))
                        .map(cell -> " target_rate=" + cell)
                        .collect(Collectors.joining())
                : "";
        String limits = Stream.of(limit(row), limit(partner))
                .filter(limit -> limit.contains("+"))
                .map(limit -> " limited by " + limit)
                .collect(Collectors.joining());
        String text = (others + rate + limits + outage(row, partner)).strip();
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** What the broker's death came to: a refusal, or the longest pause of the two rows. */
    private static String outage(ResultRow row, ResultRow partner) {
        if (!row.textIfAny(SampleKeys.REFUSED_WITH).isEmpty()) {
            return " refused: " + row.text(SampleKeys.REFUSED_WITH) + ", with retries "
                    + row.text(SampleKeys.EXPIRED_WITH) + " after "
                    + number(row.textIfAny(SampleKeys.EXPIRED_P50_MS.median()), 1, "%,.0f ms");
        }
        return Stream.of(row, partner)
                .map(either -> either.textIfAny(SampleKeys.UNAVAILABLE_MS.median()))
                .filter(cell -> !cell.isEmpty())
                .max(Comparator.comparingDouble(Double::parseDouble))
                .map(longest -> " unavailable " + number(longest, 1e-3, "%.1f s"))
                .orElse("");
    }

    /** Returns what limited the rate; several, joined by a plus, if the blocks differ. */
    static String limit(ResultRow row) {
        return row.textIfAny(SampleKeys.LIMITED_BY);
    }

    private static String others(ResultRow row, List<ResultRow> rows) {
        return OTHERS.stream()
                .filter(column -> !row.textIfAny(column).isEmpty())
                .filter(column -> rows.stream()
                                .map(other -> other.textIfAny(column))
                                .filter(cell -> !cell.isEmpty())
                                .distinct()
                                .count()
                        > 1)
                .map(column -> " " + column + "=" + row.text(column))
                .collect(Collectors.joining());
    }

    /** Returns a cell's number times {@code factor}, or a dash for an empty cell. */
    static String number(String cell, double factor, String format) {
        return cell.isEmpty() ? "-" : String.format(Locale.ROOT, format, Double.parseDouble(cell) * factor);
    }
}
