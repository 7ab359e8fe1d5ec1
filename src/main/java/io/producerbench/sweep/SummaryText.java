package io.producerbench.sweep;

import io.producerbench.guarantee.Acks;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
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

/** A run's {@code summary.csv} as a table for the terminal: the rate of a setting beside its latency. */
public final class SummaryText {
    private static final String FORMAT = "%-14s %7s %6s  %14s  %9s %9s  %14s %10s %10s  %-9s %s";

    /** Shown in columns of their own. */
    private static final List<String> SHOWN =
            List.of("acks", "enable.idempotence", "transactional", "min.insync.replicas", "record_size");

    /** Named behind the row if they vary. */
    private static final List<String> OTHERS = List.of(
            "partitions",
            "producers",
            "linger.ms",
            "batch.size",
            "max.in.flight.requests.per.connection",
            "compression.type",
            "records_per_transaction",
            "keys",
            "brokers_down");

    private SummaryText() {}

    public static String of(Path directory) {
        Path summary = new RunDirectory(directory).summary();
        return Files.exists(summary) ? of(CsvTable.read(summary)) : "the run was stopped before its end";
    }

    static String of(List<Map<String, String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "mode",
                "min.isr",
                "bytes",
                "max records/s",
                "client us",
                "broker us",
                "limited by",
                "ack p50 ms",
                "ack p99 ms",
                "at rate/s",
                "valid"));
        Set<Map<String, String>> left = new HashSet<>(rows);
        for (Map<String, String> row : rows) {
            if (left.remove(row)) {
                Map<String, String> partner = rows.stream()
                        .filter(left::contains)
                        .filter(other -> isSameSetting(row, other))
                        .findFirst()
                        .orElse(Map.of());
                left.remove(partner);
                boolean isMax = row.get("benchmark").equals("MaxRate");
                lines.add(
                        line(isMax ? row : partner, isMax ? partner : row) + others(row, rows) + outage(row, partner));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static boolean isSameSetting(Map<String, String> row, Map<String, String> other) {
        return !row.get("benchmark").equals(other.get("benchmark"))
                && SHOWN.stream().allMatch(column -> row.get(column).equals(other.get(column)))
                && OTHERS.stream().allMatch(column -> cell(row, column).equals(cell(other, column)));
    }

    /** Empty in a summary older than the column. */
    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** What the broker's death came to: a refusal, or the longest pause of the two rows. */
    private static String outage(Map<String, String> row, Map<String, String> partner) {
        if (!cell(row, "refused_with").isEmpty()) {
            return " refused: " + row.get("refused_with") + ", with retries " + row.get("expired_with") + " after "
                    + number(row.get("expired_p50_ms_median"), 1, "%,.0f ms");
        }
        return Stream.of(row, partner)
                .map(either -> cell(either, "unavailable_ms_median"))
                .filter(cell -> !cell.isEmpty())
                .max(Comparator.comparingDouble(Double::parseDouble))
                .map(longest -> " unavailable " + number(longest, 1e-3, "%.1f s"))
                .orElse("");
    }

    private static String line(Map<String, String> max, Map<String, String> fixed) {
        Map<String, String> setting = max.isEmpty() ? fixed : max;
        return line(
                mode(setting),
                setting.get("min.insync.replicas"),
                setting.get("record_size"),
                number(max.get("records_per_s_median"), 1, "%,.0f"),
                number(max.get("client_cpu_us_per_record_median"), 1, "%.2f"),
                number(max.get("broker_cpu_us_per_record_median"), 1, "%.2f"),
                max.getOrDefault("limited_by", ""),
                number(fixed.get("ack_pooled_p50_us"), 1e-3, "%.1f"),
                number(fixed.get("ack_pooled_p99_us"), 1e-3, "%.1f"),
                fixed.getOrDefault("target_rate", ""),
                valid(max) + " " + valid(fixed));
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, FORMAT, cells).stripTrailing();
    }

    private static String others(Map<String, String> row, List<Map<String, String>> rows) {
        return OTHERS.stream()
                .filter(column -> !cell(row, column).isEmpty())
                .filter(column -> rows.stream()
                                .map(other -> cell(other, column))
                                .filter(cell -> !cell.isEmpty())
                                .distinct()
                                .count()
                        > 1)
                .map(column -> " " + column + "=" + row.get(column))
                .collect(Collectors.joining());
    }

    private static String mode(Map<String, String> row) {
        return new Guarantee(
                        Acks.parse(row.get("acks")),
                        Boolean.parseBoolean(row.get("enable.idempotence")),
                        Boolean.parseBoolean(row.get("transactional")),
                        Integer.parseInt(row.get("min.insync.replicas")))
                .mode()
                .label();
    }

    private static String number(String cell, double factor, String format) {
        return cell == null || cell.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, format, Double.parseDouble(cell) * factor);
    }

    private static String valid(Map<String, String> row) {
        return row.isEmpty() ? "-" : row.get("valid") + "/" + row.get("blocks");
    }
}
