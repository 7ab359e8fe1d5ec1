package io.producerbench.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan worked out a second time, from the files of a sweep, as one would in a spreadsheet. It
 * shares no code with the program. 3 replicas, 2 consumer groups, 1 broker down, 24 h kept; brokers
 * of 8 cores, 1.25 GB/s, 4 TB of which 40 % may be full; records of 1,024 bytes were measured.
 */
final class SpreadsheetPlan {
    private static final Map<String, String> MODES = Map.of(
            "acks=0", "0,false,false,1",
            "acks=1", "1,false,false,1",
            "acks=all", "all,false,false,2",
            "idempotent", "all,true,false,2",
            "transactional", "all,true,true,2");

    private final List<NamedCsvRecord> summary = new ArrayList<>();
    private final List<NamedCsvRecord> samples = new ArrayList<>();
    private final double rate;
    private final int value;

    SpreadsheetPlan(Path sweep, double rate, int value) throws IOException {
        this.rate = rate;
        this.value = value;
        read(sweep.resolve("summary.csv"), summary);
        read(sweep.resolve("samples.csv"), samples);
    }

    private static void read(Path file, List<NamedCsvRecord> rows) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(rows::add);
        }
    }

    /** Ratios times an anchor of 250,000 records/s on 3 brokers. */
    Map<String, String> anchored(String mode) {
        double[] rates = ratio(mode, "MaxRate", "records_per_s");
        double[] cpu = ratio(mode, "MaxRate", "broker_cpu_us_per_record");
        double coreMicros = 3 * 8 * 1e6 / 250_000;
        Map<String, String> cells = new TreeMap<>();
        cells.put("rate_ratio", four(rates[1]));
        cells.put("rate_low", one(rates[0] * 250_000));
        cells.put("rate_high", one(rates[2] * 250_000));
        cells.put("headroom", four(1 - rate / (rates[0] * 250_000)));
        cells.put("broker_cpu_ratio", four(cpu[1]));
        if (!mode.equals("acks=0")) {
            cells.put("p99_ratio", four(ratio(mode, "FixedRate", "ack_p99_us")[1]));
        }
        brokers(cells, mode, new double[] {cpu[0] * coreMicros, cpu[1] * coreMicros, cpu[2] * coreMicros});
        return cells;
    }

    /** The numbers as they were measured, as if the machine had been large enough. */
    Map<String, String> measured(String mode) {
        NamedCsvRecord row = row(mode, "MaxRate");
        Map<String, String> cells = new TreeMap<>();
        cells.put("rate_low", one(number(row, "records_per_s_low")));
        cells.put("rate_high", one(number(row, "records_per_s_high")));
        cells.put("headroom", four(1 - rate / number(row, "records_per_s_low")));
        String cpu = "broker_cpu_us_per_record_";
        brokers(cells, mode, new double[] {
            number(row, cpu + "low"), number(row, cpu + "median"), number(row, cpu + "high")
        });
        cells.put("client_instances", whole(rate / (0.7 * number(row, "records_per_s_median"))));
        if (mode.equals("transactional")) {
            double fill = 1000 / number(row("idempotent", "MaxRate"), "records_per_s_median");
            double commit = number(row, "commit_p50_us_median") / 1e6;
            cells.put("transactional_producers", whole(rate * (fill + commit) / 1000));
        }
        if (mode.matches("idempotent|transactional")) {
            double roundTrip = number(row(mode, "FixedRate"), "service_pooled_p50_us") / 1e6;
            cells.put("partitions_at_least", whole(rate * roundTrip / (5 * perBatch(row))));
        }
        return cells;
    }

    private void brokers(Map<String, String> cells, String mode, double[] micros) {
        double bytes = inBatch() + 61 / perBatch(row(mode, "MaxRate"));
        double network = Math.ceil(rate * bytes * Math.max(3, 2 + 3 - 1) * 1.4 / 1.25e9);
        double disk = Math.ceil(rate * bytes * 3 * 24 * 3600 / (4e12 * 0.4));
        double[] cpu = new double[3];
        for (int i = 0; i < 3; i++) {
            double busy = rate * micros[i] / 1e6;
            cpu[i] = Math.ceil((busy + 2.375 * Math.sqrt(busy)) / 8) + 1;
        }
        double others = Math.max(Math.max(network, disk), 3 + 1);
        cells.put("bytes_per_record", String.format(Locale.ROOT, "%.2f", bytes));
        cells.put("broker_cpu_us", four(micros[1]));
        cells.put("brokers_cpu", whole(cpu[1]));
        cells.put("brokers_network", whole(network));
        cells.put("brokers_disk", whole(disk));
        cells.put("brokers_low", whole(Math.max(cpu[0], others)));
        cells.put("brokers", whole(Math.max(cpu[1], others)));
        cells.put("brokers_high", whole(Math.max(cpu[2], others)));
    }

    /** Attributes, time, no key, no headers: a byte each; offset, both lengths: two bytes each. */
    private double inBatch() {
        return 4 + 2 + 2 + 2 + value;
    }

    private double perBatch(NamedCsvRecord row) {
        return (number(row, "batch_size_avg_bytes_median") - 61) / inBatch();
    }

    private NamedCsvRecord row(String mode, String benchmark) {
        return summary.stream()
                .filter(row -> is(row, mode, benchmark))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(NamedCsvRecord row, String mode, String benchmark) {
        String settings = String.join(
                ",",
                row.getField("acks"),
                row.getField("enable.idempotence"),
                row.getField("transactional"),
                row.getField("min.insync.replicas"));
        return settings.equals(MODES.get(mode))
                && row.getField("benchmark").equals(benchmark)
                && row.getField("record_size").equals("1024");
    }

    /** Smallest, median and largest of six blocks' ratios. */
    private double[] ratio(String mode, String benchmark, String column) {
        List<Double> ratios = new ArrayList<>();
        for (String block : List.of("1", "2", "3", "4", "5", "6")) {
            ratios.add(inBlock(mode, benchmark, column, block) / inBlock("acks=1", benchmark, column, block));
        }
        Collections.sort(ratios);
        return new double[] {ratios.get(0), (ratios.get(2) + ratios.get(3)) / 2, ratios.get(5)};
    }

    private double inBlock(String mode, String benchmark, String column, String block) {
        return samples.stream()
                .filter(row -> is(row, mode, benchmark) && row.getField("block").equals(block))
                .filter(row -> row.getField("status").equals("OK"))
                .mapToDouble(row -> number(row, column))
                .findFirst()
                .orElseThrow();
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", Math.ceil(number));
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String four(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
