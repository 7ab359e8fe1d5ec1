package io.producerbench.report.cost;

import io.producerbench.report.AnomalyColumn;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.text.Figures;
import io.producerbench.text.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of one record size as Markdown: what each mode costs, and what became of it. */
final class CostTable {
    /** Behind a cost that was measured at another {@code min.insync.replicas}. */
    static final String BORROWED = " †";

    private final CostAndGuarantee table;

    private CostTable(CostAndGuarantee table) {
        this.table = table;
    }

    /** With what became of it; rows that the sweep did not measure, in whatever size, are here as well. */
    static String withHarms(CostAndGuarantee table, int recordSize) {
        List<TableRow> rows = table.rows().stream()
                .filter(row ->
                        row.cost().map(cost -> cost.recordSize() == recordSize).orElse(true))
                .toList();
        return new CostTable(table).text(rows, harms(table));
    }

    /** The costs alone: a fault does not ask how long a record is, so what became of it is told once. */
    static String withoutHarms(CostAndGuarantee table, int recordSize) {
        List<TableRow> rows = table.rows().stream()
                .filter(row ->
                        row.cost().map(cost -> cost.recordSize() == recordSize).orElse(false))
                .toList();
        return new CostTable(table).text(rows, List.of());
    }

    /** Those that were looked for or seen in some mode. */
    private static List<AnomalyColumn> harms(CostAndGuarantee table) {
        return Arrays.stream(AnomalyColumn.values())
                .filter(harm -> table.rows().stream()
                        .anyMatch(row -> !harm.text(row.cells(), table.faults()).isEmpty()))
                .toList();
    }

    private String text(List<TableRow> rows, List<AnomalyColumn> harms) {
        boolean hasSettings = rows.stream().anyMatch(row -> !setting(row).isEmpty());
        List<String> titles = new ArrayList<>(List.of("mode", "min.isr:"));
        if (hasSettings) {
            titles.add("setting");
        }
        titles.addAll(List.of("records/s:", "p50 / p99 ms:", "commit p50 / p99 ms:", "CPU µs client / brokers:"));
        harms.forEach(harm -> titles.add(harm.title()));
        Table text = Table.of(titles);
        for (TableRow row : rows) {
            List<String> cells =
                    new ArrayList<>(List.of(row.mode().label(), Integer.toString(row.minInsyncReplicas())));
            if (hasSettings) {
                cells.add(setting(row));
            }
            cells.addAll(costs(row));
            harms.forEach(harm -> cells.add(harm.text(row.cells(), table.faults())));
            text.add(cells);
        }
        return text.markdown();
    }

    private static String setting(TableRow row) {
        return row.cost().map(SettingCost::setting).orElse("");
    }

    private static List<String> costs(TableRow row) {
        return List.of(
                cost(row, cost -> rate(cost) + (row.costIsBorrowed() ? BORROWED : "")),
                cost(
                        row,
                        cost -> Figures.pair(
                                cost.atFixedRate(SummaryKeys.ACK_P50_US),
                                cost.atFixedRate(SummaryKeys.ACK_P99_US),
                                Figures::millis)),
                cost(
                        row,
                        cost -> Figures.pair(
                                cost.atFixedRate(SummaryKeys.COMMIT_P50_US),
                                cost.atFixedRate(SummaryKeys.COMMIT_P99_US),
                                Figures::millis)),
                cost(
                        row,
                        cost -> Figures.pair(
                                cost.atMax(SampleKeys.CLIENT_CPU_US_PER_RECORD.median()),
                                cost.atMax(SampleKeys.BROKER_CPU_US_PER_RECORD.median()),
                                Figures::fine)));
    }

    private static String cost(TableRow row, Function<SettingCost, String> cell) {
        Optional<String> text = row.cost().map(cell);
        return text.orElse("");
    }

    private static String rate(SettingCost cost) {
        String median = Figures.text(cost.atMax(SampleKeys.RECORDS_PER_S.median()), Figures::whole);
        boolean hasInterval = cost.atMax(SampleKeys.RECORDS_PER_S.low()).isPresent()
                && cost.atMax(SampleKeys.RECORDS_PER_S.high()).isPresent();
        return hasInterval
                ? median + " ("
                        + Figures.whole(
                                cost.atMax(SampleKeys.RECORDS_PER_S.low()).getAsDouble()) + "–"
                        + Figures.whole(
                                cost.atMax(SampleKeys.RECORDS_PER_S.high()).getAsDouble()) + ")"
                : median;
    }
}
