package io.producerbench.sweep;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.latency.Latency;
import io.producerbench.results.Caveats;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.scenario.Axis;
import io.producerbench.text.Table;
import io.producerbench.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run's {@code summary.csv} as a table for the terminal: the rate of a setting beside its
 * latency.
 */
public final class SummaryText {
    private static final int WIDTH = 80;

    /** Fits {@link #WIDTH}, with records of at most 99,999 bytes. */
    private static final String FORMAT = "%-13s %3s %5s %9s %6s %6s %-7s %5s %6s %s";

    private static final List<String> TITLES =
            List.of("mode", "isr", "bytes", "records/s", "client", "broker", "limit", "p50", "p99", "OK of");

    private static final String LEGEND = "isr: min.insync.replicas; client, broker: CPU us/record; OK of: samples\n";

    /** Shown in columns of their own. */
    private static final List<ColumnKey> SHOWN = List.of(
            ScenarioKeys.ACKS,
            ScenarioKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            ScenarioKeys.MIN_INSYNC_REPLICAS,
            ScenarioKeys.RECORD_SIZE);

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

    /** Stands for the row that a setting lacks. */
    private static final ResultRow NONE = new ResultRow(Path.of(""), 0, Map.of());

    private SummaryText() {}

    public static String of(Path directory) {
        Path summary = new RunDirectory(directory).summary();
        if (!Files.exists(summary)) {
            return "the run was stopped before its end";
        }
        List<ResultRow> samples = CsvTable.read(new RunDirectory(directory).samples());
        List<ResultRow> rows = CsvTable.read(summary);
        return Stream.of(
                        wrapped(Caveats.of(samples, rows), ""),
                        List.of(of(rows)),
                        visible(rows),
                        wrapped(SummaryAdvice.of(samples, rows), ""))
                .map(lines -> String.join("\n", lines))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> visible(List<ResultRow> summary) {
        List<ResultRow> rows = summary.stream().filter(VisibleText::isOf).toList();
        return rows.isEmpty() ? List.of() : List.of(VisibleText.of(rows));
    }

    /** Returns the table of rates and latencies; empty if the run has neither. */
    static String of(List<ResultRow> summary) {
        List<ResultRow> rows =
                summary.stream().filter(row -> !VisibleText.isOf(row)).toList();
        if (rows.isEmpty()) {
            return "";
        }
        Table table = Table.of(TITLES);
        List<List<String>> notes = new ArrayList<>();
        Set<ResultRow> left = new HashSet<>(rows);
        for (ResultRow row : rows) {
            if (left.remove(row)) {
                ResultRow partner = rows.stream()
                        .filter(left::contains)
                        .filter(other -> isSameSetting(row, other))
                        .findFirst()
                        .orElse(NONE);
                left.remove(partner);
                boolean isMax = row.text(ScenarioKeys.BENCHMARK).equals("MaxRate");
                table.add(cells(isMax ? row : partner, isMax ? partner : row));
                notes.add(wrapped(notes(row, partner, rows), "  "));
            }
        }
        return withNotes(table.formatted(FORMAT), notes) + legend(rows);
    }

    /** Returns the settings of a row that vary between these rows, as lines to be printed below it. */
    static List<String> varied(ResultRow row, List<ResultRow> rows) {
        return wrapped(notes(row, NONE, rows), "  ");
    }

    /**
     * Returns a table with lines below its rows.
     *
     * @param lines the titles, then the rows
     * @param notes for each row
     */
    static String withNotes(List<String> lines, List<List<String>> notes) {
        StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
        for (int row = 0; row < notes.size(); row++) {
            text.append(lines.get(row + 1)).append('\n');
            notes.get(row).forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static List<String> wrapped(List<String> lines, String indent) {
        return lines.stream()
                .flatMap(line -> Texts.wrap(line, WIDTH - indent.length()).stream())
                .map(line -> indent + line)
                .toList();
    }

    /** Says what the short titles mean. */
    private static String legend(List<ResultRow> rows) {
        List<String> rates = rates(rows).toList();
        String at = rates.size() == 1 ? " at " + number(rates.get(0), 1, "%,.0f") + " records/s" : "";
        return rates.isEmpty() ? LEGEND : LEGEND + "p50, p99: ms from due to acknowledged" + at + "\n";
    }

    private static Stream<String> rates(List<ResultRow> rows) {
        return rows.stream()
                .map(row -> row.textIfAny(ScenarioKeys.TARGET_RATE))
                .filter(cell -> !cell.isEmpty())
                .distinct();
    }

    private static List<String> notes(ResultRow row, ResultRow partner, List<ResultRow> rows) {
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

    private static boolean isSameSetting(ResultRow row, ResultRow other) {
        return !row.text(ScenarioKeys.BENCHMARK).equals(other.text(ScenarioKeys.BENCHMARK))
                && SHOWN.stream().allMatch(column -> row.text(column).equals(other.text(column)))
                && OTHERS.stream().allMatch(column -> row.textIfAny(column).equals(other.textIfAny(column)));
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
    private static String limit(ResultRow row) {
        return row.textIfAny(SampleKeys.LIMITED_BY);
    }

    private static List<String> cells(ResultRow max, ResultRow fixed) {
        ResultRow setting = isNone(max) ? fixed : max;
        return List.of(
                mode(setting),
                setting.text(ScenarioKeys.MIN_INSYNC_REPLICAS),
                setting.text(ScenarioKeys.RECORD_SIZE),
                number(max.textIfAny(SampleKeys.RECORDS_PER_S.median()), 1, "%,.0f"),
                number(max.textIfAny(SampleKeys.CLIENT_CPU_US_PER_RECORD.median()), 1, "%.2f"),
                number(max.textIfAny(SampleKeys.BROKER_CPU_US_PER_RECORD.median()), 1, "%.2f"),
                limit(max).contains("+") ? "several" : limit(max),
                number(fixed.textIfAny(SummaryKeys.pooled(Latency.ACK, "p50")), 1e-3, "%.1f"),
                number(fixed.textIfAny(SummaryKeys.pooled(Latency.ACK, "p99")), 1e-3, "%.1f"),
                valid(max) + " " + valid(fixed));
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

    private static String mode(ResultRow row) {
        return new Guarantee(
                        Acks.parse(row.text(ScenarioKeys.ACKS)),
                        Boolean.parseBoolean(row.text(ScenarioKeys.ENABLE_IDEMPOTENCE)),
                        Boolean.parseBoolean(row.text(ScenarioKeys.TRANSACTIONAL)),
                        Integer.parseInt(row.text(ScenarioKeys.MIN_INSYNC_REPLICAS)))
                .mode()
                .label();
    }

    private static String number(String cell, double factor, String format) {
        return cell.isEmpty() ? "-" : String.format(Locale.ROOT, format, Double.parseDouble(cell) * factor);
    }

    private static boolean isNone(ResultRow row) {
        return row.cells().isEmpty();
    }

    private static String valid(ResultRow row) {
        return isNone(row) ? "-" : row.text(SummaryKeys.VALID) + "/" + row.text(SummaryKeys.BLOCKS);
    }
}
