package io.producerbench.sweep;

import io.producerbench.latency.Latency;
import io.producerbench.results.Caveats;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RowMode;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.text.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run's {@code summary.csv} as a table for the terminal: the rate of a setting beside its
 * latency.
 */
public final class SummaryText {
    /** Fits {@link SummaryNotes#WIDTH}, with records of at most 99,999 bytes. */
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

    private SummaryText() {}

    public static String of(Path directory) {
        Path summary = new RunDirectory(directory).summary();
        if (!Files.exists(summary)) {
            return "the run was stopped before its end";
        }
        List<ResultRow> samples = CsvTable.read(new RunDirectory(directory).samples());
        List<ResultRow> rows = CsvTable.read(summary);
        return Stream.of(
                        SummaryNotes.wrapped(Caveats.of(samples, rows), ""),
                        List.of(of(rows)),
                        visible(rows),
                        SummaryNotes.wrapped(SummaryAdvice.of(samples, rows), ""))
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
                        .orElse(SummaryNotes.NONE);
                left.remove(partner);
                boolean isMax = row.text(ScenarioKeys.BENCHMARK).equals("MaxRate");
                table.add(cells(isMax ? row : partner, isMax ? partner : row));
                notes.add(SummaryNotes.of(row, partner, rows));
            }
        }
        return table.formatted(FORMAT, notes) + legend(rows);
    }

    /** Says what the short titles mean. */
    private static String legend(List<ResultRow> rows) {
        List<String> rates = SummaryNotes.rates(rows).toList();
        String at = rates.size() == 1 ? " at " + SummaryNotes.number(rates.get(0), 1, "%,.0f") + " records/s" : "";
        return rates.isEmpty() ? LEGEND : LEGEND + "p50, p99: ms from due to acknowledged" + at + "\n";
    }

    private static boolean isSameSetting(ResultRow row, ResultRow other) {
        return !row.text(ScenarioKeys.BENCHMARK).equals(other.text(ScenarioKeys.BENCHMARK))
                && SHOWN.stream().allMatch(column -> row.text(column).equals(other.text(column)))
                && SummaryNotes.haveSameOthers(row, other);
    }

    private static List<String> cells(ResultRow max, ResultRow fixed) {
        ResultRow setting = isNone(max) ? fixed : max;
        return List.of(
                RowMode.of(setting).orElseThrow().label(),
                setting.text(ScenarioKeys.MIN_INSYNC_REPLICAS),
                setting.text(ScenarioKeys.RECORD_SIZE),
                SummaryNotes.number(max.textIfAny(SampleKeys.RECORDS_PER_S.median()), 1, "%,.0f"),
                SummaryNotes.number(max.textIfAny(SampleKeys.CLIENT_CPU_US_PER_RECORD.median()), 1, "%.2f"),
                SummaryNotes.number(max.textIfAny(SampleKeys.BROKER_CPU_US_PER_RECORD.median()), 1, "%.2f"),
                SummaryNotes.limit(max).contains("+") ? "several" : SummaryNotes.limit(max),
                SummaryNotes.number(fixed.textIfAny(SummaryKeys.pooled(Latency.ACK, "p50")), 1e-3, "%.1f"),
                SummaryNotes.number(fixed.textIfAny(SummaryKeys.pooled(Latency.ACK, "p99")), 1e-3, "%.1f"),
                valid(max) + " " + valid(fixed));
    }

    private static boolean isNone(ResultRow row) {
        return row.cells().isEmpty();
    }

    private static String valid(ResultRow row) {
        return isNone(row) ? "-" : row.text(SummaryKeys.VALID) + "/" + row.text(SummaryKeys.BLOCKS);
    }
}
