package io.producerbench.cli;

import io.producerbench.results.CsvTable;
import io.producerbench.results.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run's {@code summary.csv} as a table for the terminal. */
final class SummaryText {
    private static final String FORMAT = "%-14s %7s %6s  %16s  %10s %10s  %9s %9s  %-8s %s%n";

    private SummaryText() {}

    static String of(Path directory) {
        Path summary = new RunDirectory(directory).summary();
        return Files.exists(summary) ? of(CsvTable.read(summary)) : "the run was stopped before its end";
    }

    static String of(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                FORMAT,
                "mode",
                "min.isr",
                "bytes",
                "max records/s",
                "ack p50 ms",
                "ack p99 ms",
                "client us",
                "broker us",
                "limited",
                "valid"));
        rows.stream().filter(row -> row.get("benchmark").equals("MaxRate")).forEach(row -> append(text, row, rows));
        rows.stream()
                .filter(row -> row.get("benchmark").equals("FixedRate") && partner(row, rows, "MaxRate") == null)
                .forEach(row -> append(text, row, rows));
        return text.toString();
    }

    private static void append(StringBuilder text, Map<String, String> row, List<Map<String, String>> rows) {
        boolean max = row.get("benchmark").equals("MaxRate");
        Map<String, String> fixed = max ? partner(row, rows, "FixedRate") : row;
        text.append(String.format(
                Locale.ROOT,
                FORMAT,
                mode(row),
                row.get("min.insync.replicas"),
                row.get("record_size"),
                max ? rate(row.get("records_per_s_median")) : "",
                fixed == null ? "" : millis(fixed.get("ack_pooled_p50_us")),
                fixed == null ? "" : millis(fixed.get("ack_pooled_p99_us")),
                max ? micros(row.get("client_cpu_us_per_record_median")) : "",
                max ? micros(row.get("broker_cpu_us_per_record_median")) : "",
                row.get("limited_by"),
                row.get("valid") + "/" + row.get("blocks")
                        + (max && fixed != null ? " " + fixed.get("valid") + "/" + fixed.get("blocks") : "")));
    }

    /** The other benchmark's row of the same setting. */
    private static Map<String, String> partner(
            Map<String, String> row, List<Map<String, String>> rows, String benchmark) {
        return rows.stream()
                .filter(other -> other.get("benchmark").equals(benchmark))
                .filter(other -> List.of(
                                "acks",
                                "enable.idempotence",
                                "transactional",
                                "min.insync.replicas",
                                "record_size",
                                "partitions",
                                "producers",
                                "linger.ms",
                                "batch.size",
                                "max.in.flight.requests.per.connection",
                                "compression.type",
                                "records_per_transaction",
                                "keys")
                        .stream()
                        .allMatch(column -> other.get(column).equals(row.get(column))))
                .findFirst()
                .orElse(null);
    }

    private static String mode(Map<String, String> row) {
        if (row.get("transactional").equals("true")) {
            return "transactional";
        }
        return row.get("enable.idempotence").equals("true") ? "idempotent" : "acks=" + row.get("acks");
    }

    private static String rate(String cell) {
        return cell.isEmpty() ? "-" : String.format(Locale.ROOT, "%,.0f", Double.parseDouble(cell));
    }

    private static String millis(String micros) {
        return micros.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", Double.parseDouble(micros) / 1e3);
    }

    private static String micros(String cell) {
        return cell.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", Double.parseDouble(cell));
    }
}
