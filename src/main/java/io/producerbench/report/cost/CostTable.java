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

/** Writes the rows of one record size in Markdown: the cost of each mode, and its anomalies. */
final class CostTable {
    /** Marks a cost that was measured at another {@code min.insync.replicas}. */
    static final String BORROWED = " †";

    private final CostAndGuarantee table;

    private CostTable(CostAndGuarantee table) {
        this.table = table;
    }

    /**
     * Returns the table with costs and anomalies. It includes the rows that the sweep did not
     * measure in any size.
     */
    static String withAnomalies(CostAndGuarantee table, int recordSize) {
        List<TableRow> rows = table.rows().stream()
                .filter(row ->
                        row.cost().map(cost -> cost.recordSize() == recordSize).orElse(true))
                .toList();
        return new CostTable(table).text(rows, anomalies(table));
    }

    /**
     * Returns the table with costs alone. The anomalies are told once, because they do not depend
     * on the record size.
     */
    static String costsOnly(CostAndGuarantee table, int recordSize) {
        List<TableRow> rows = table.rows().stream()
                .filter(row ->
                        row.cost().map(cost -> cost.recordSize() == recordSize).orElse(false))
                .toList();
        return new CostTable(table).text(rows, List.of());
    }

    /** Returns the columns of the anomalies that were watched or seen in some mode. */
    private static List<AnomalyColumn> anomalies(CostAndGuarantee table) {
        return Arrays.stream(AnomalyColumn.values())
                .filter(anomaly -> table.rows().stream()
                        .anyMatch(row ->
                                !anomaly.text(row.cells(), table.faults()).isEmpty()))
                .toList();
    }

    private String text(List<TableRow> rows, List<AnomalyColumn> anomalies) {
        boolean hasSettings = rows.stream().anyMatch(row -> !setting(row).isEmpty());
        List<String> titles = new ArrayList<>(List.of("mode", "min.isr:"));
        if (hasSettings) {
            titles.add("setting");
        }
        titles.addAll(List.of("records/s:", "p50 / p99 ms:", "commit p50 / p99 ms:", "CPU µs client / brokers:"));
        anomalies.forEach(anomaly -> titles.add(anomaly.title()));
        Table text = Table.of(titles);
        for (TableRow row : rows) {
            List<String> cells =
                    new ArrayList<>(List.of(row.mode().label(), Integer.toString(row.minInsyncReplicas())));
            if (hasSettings) {
                cells.add(setting(row));
            }
            cells.addAll(costs(row));
            anomalies.forEach(anomaly -> cells.add(anomaly.text(row.cells(), table.faults())));
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
