package io.producerbench.report.docs;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.ModeOfRow;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The rates of settings that must be equal: they differ in {@code min.insync.replicas} only. */
final class ControlsTable {
    private ControlsTable() {}

    static String of(List<ResultRow> summary) {
        Table table = Table.of(
                "mode", "bytes:", "records/s with 1 / 2 / 3:", "largest against smallest:", "95 % intervals overlap");
        List<ResultRow> rates = summary.stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals("MaxRate"))
                .sorted(Comparator.comparingInt(row -> row.requireInt(ScenarioKeys.MIN_INSYNC_REPLICAS)))
                .toList();
        rates.stream()
                .map(row -> row.requireInt(ScenarioKeys.RECORD_SIZE))
                .distinct()
                .sorted()
                .forEach(size -> Stream.of(Mode.values())
                        .filter(Mode::consultsMinInsyncReplicas)
                        .forEach(mode -> add(table, mode, size, rates)));
        return table.markdown();
    }

    private static void add(Table table, Mode mode, int size, List<ResultRow> rates) {
        List<ResultRow> equals = rates.stream()
                .filter(row -> ModeOfRow.of(row) == mode && row.requireInt(ScenarioKeys.RECORD_SIZE) == size)
                .toList();
        double most = medians(equals).max().orElseThrow();
        double least = medians(equals).min().orElseThrow();
        table.add(
                mode.label(),
                Integer.toString(size),
                medians(equals).mapToObj(Figures::whole).collect(Collectors.joining(" / ")),
                String.format(Locale.ROOT, "%.1f %%", 100 * (most / least - 1)),
                overlap(equals));
    }

    private static DoubleStream medians(List<ResultRow> rows) {
        return rows.stream()
                .mapToDouble(
                        row -> row.amount(SampleKeys.RECORDS_PER_S.median()).orElseThrow());
    }

    private static String overlap(List<ResultRow> rows) {
        boolean all = rows.stream()
                .allMatch(row -> row.amount(SampleKeys.RECORDS_PER_S.low()).isPresent());
        if (!all) {
            return "not known";
        }
        double highestLow = rows.stream()
                .mapToDouble(row -> row.amount(SampleKeys.RECORDS_PER_S.low()).orElseThrow())
                .max()
                .orElseThrow();
        double lowestHigh = rows.stream()
                .mapToDouble(row -> row.amount(SampleKeys.RECORDS_PER_S.high()).orElseThrow())
                .min()
                .orElseThrow();
        return highestLow <= lowestHigh ? "yes" : "no";
    }
}
