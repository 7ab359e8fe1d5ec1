package io.producerbench.compare;

import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultFile;
import io.producerbench.results.SettingColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A {@code samples.csv} of the columns that comparisons read; every row is valid and OK until a
 * test changes it.
 */
public final class SamplesCsv {
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("schema_version", "2"),
            Map.entry("started_at", "2026-11-23T17:52:28.723Z"),
            Map.entry("dirty", "false"),
            Map.entry("cluster_kind", "processes"),
            Map.entry("broker_version", "4.3.1"),
            Map.entry("client_version", "4.3.1"),
            Map.entry("jdk", "17.0.15"),
            Map.entry("cpu_model", "Some CPU, 2.20GHz"),
            Map.entry("cores", "2"),
            Map.entry("hosts", "1"),
            Map.entry("enable.idempotence", "false"),
            Map.entry("transactional", "false"),
            Map.entry("min.insync.replicas", "2"),
            Map.entry("record_size", "1024"),
            Map.entry("partitions", "6"),
            Map.entry("replication.factor", "3"),
            Map.entry("linger.ms", "5"),
            Map.entry("latency_sampling", "1/16"),
            Map.entry("status", "OK"));

    private final Map<String, String> common = new HashMap<>(USUAL);
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();

    public static SamplesCsv ofRun(String runId) {
        return new SamplesCsv()
                .with("run_id", runId)
                .with("commit", runId.substring(runId.indexOf('-') + 1) + "0".repeat(33));
    }

    /** Sets a column of the rows that follow. */
    public SamplesCsv with(String column, String value) {
        common.put(column, value);
        return this;
    }

    /** Removes a column, as in a file that is older than the column. */
    public SamplesCsv without(String column) {
        left.add(column);
        return this;
    }

    /** Adds a cell of closed loop with its rate in each block. */
    public SamplesCsv maxRate(String acks, double... recordsPerSecond) {
        for (int i = 0; i < recordsPerSecond.length; i++) {
            String rate = decimals(recordsPerSecond[i]);
            add(
                    i + 1,
                    Map.of(
                            "benchmark",
                            "MaxRate",
                            "acks",
                            acks,
                            "records_per_s",
                            rate,
                            "log_end_records_per_s",
                            rate,
                            "client_cpu_us_per_record",
                            decimals(200_000 / recordsPerSecond[i])));
        }
        return this;
    }

    /** Adds a cell of open loop with its 99th percentile in each block. */
    public SamplesCsv fixedRate(String acks, double... ackP99) {
        for (int i = 0; i < ackP99.length; i++) {
            add(
                    i + 1,
                    Map.of(
                            "benchmark",
                            "FixedRate",
                            "records_per_s",
                            "2000.000",
                            "acks",
                            acks,
                            "ack_p99_us",
                            decimals(ackP99[i]),
                            "target_rate",
                            "2000"));
        }
        return this;
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private void add(int block, Map<String, String> cells) {
        Map<String, String> row = new HashMap<>(common);
        row.put("block", Integer.toString(block));
        row.putAll(cells);
        rows.add(row);
    }

    /** Changes a column of the last row. */
    public SamplesCsv lastWith(String column, String value) {
        rows.get(rows.size() - 1).put(column, value);
        return this;
    }

    public String text() {
        Set<String> names = new LinkedHashSet<>(List.of("schema_version", "run_id", "started_at", "commit", "dirty"));
        names.addAll(HiddenDimension.names());
        names.add("block");
        names.addAll(SettingColumn.names());
        names.addAll(
                List.of("status", "records_per_s", "log_end_records_per_s", "ack_p99_us", "client_cpu_us_per_record"));
        common.keySet().stream().sorted().forEach(names::add);
        names.removeAll(left);
        return new CsvTable<Map<String, String>>(names.stream()
                        .map(name ->
                                new Column<Map<String, String>>(new ColumnKey(name), row -> row.getOrDefault(name, "")))
                        .toList())
                .text(rows);
    }

    /** Writes the file into a run directory of that name. */
    public Path writeTo(Path directory) {
        try {
            return Files.writeString(Files.createDirectories(directory).resolve("samples.csv"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RunSamples samples(Path directory) {
        return new RunSamples("results/" + directory.getFileName(), ResultFile.read(writeTo(directory)));
    }
}
