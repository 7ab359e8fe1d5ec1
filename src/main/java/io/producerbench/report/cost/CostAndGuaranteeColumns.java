package io.producerbench.report.cost;

import io.producerbench.report.AnomalyColumn;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.NamedFault;
import io.producerbench.results.Column;
import io.producerbench.results.ColumnKey;
import io.producerbench.results.JudgementKeys;
import io.producerbench.results.RunIdentity;
import io.producerbench.results.RunKeys;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import io.producerbench.results.TrialKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The columns of {@code cost-and-guarantee.csv}, in order. {@code docs/files} explains
 * each of them. The columns of
 * faults depend on the faults of the trials.
 */
public final class CostAndGuaranteeColumns {
    /** The columns of the sweep that every row repeats, so that a row can be cited alone. */
    private static final List<ColumnKey> CITED = List.of(
            RunKeys.RUN_ID,
            RunKeys.COMMIT,
            RunKeys.DIRTY,
            RunKeys.CLUSTER_KIND,
            RunKeys.BROKER_VERSION,
            RunKeys.CLIENT_VERSION,
            RunKeys.JDK,
            RunKeys.CPU_MODEL,
            RunKeys.CORES,
            RunKeys.CAPACITY_VALID);

    private CostAndGuaranteeColumns() {}

    public static List<Column<TableRow>> of(CostAndGuarantee table) {
        List<Column<TableRow>> columns = new ArrayList<>();
        columns.add(Column.text(RunKeys.SCHEMA_VERSION, row -> RunIdentity.SCHEMA_VERSION));
        CITED.forEach(key -> columns.add(Column.text(key, row -> table.sweep().shared(key))));
        for (ColumnKey key : List.of(RunKeys.RUN_ID, RunKeys.COMMIT, RunKeys.BROKER_VERSION, RunKeys.CLIENT_VERSION)) {
            columns.add(Column.text(
                    key.of("guarantees"),
                    row -> table.guarantees().map(source -> source.shared(key)).orElse("")));
        }
        columns.addAll(setting());
        columns.addAll(rates());
        columns.addAll(latencies());
        columns.addAll(cpu());
        table.faults().forEach(fault -> columns.addAll(anomalies(fault, table)));
        return List.copyOf(columns);
    }

    private static List<Column<TableRow>> setting() {
        return List.of(
                Column.text(TrialKeys.MODE, row -> row.mode().label()),
                Column.text(ScenarioKeys.MIN_INSYNC_REPLICAS, TableRow::minInsyncReplicas),
                cost(ScenarioKeys.RECORD_SIZE, cost -> Integer.toString(cost.recordSize())),
                Column.text(
                        JudgementKeys.SETTING,
                        row -> row.cost().map(SettingCost::setting).orElse("")),
                cost(ScenarioKeys.MIN_INSYNC_REPLICAS.of("cost"), cost -> Integer.toString(cost.minInsyncReplicas())));
    }

    private static List<Column<TableRow>> rates() {
        return List.of(
                atMax(SampleKeys.RECORDS_PER_S, 1, SampleKeys.RECORDS_PER_S.median()),
                atMax(SampleKeys.RECORDS_PER_S.low(), 1, SampleKeys.RECORDS_PER_S.low()),
                atMax(SampleKeys.RECORDS_PER_S.high(), 1, SampleKeys.RECORDS_PER_S.high()));
    }

    private static List<Column<TableRow>> latencies() {
        return List.of(
                cost(
                        ScenarioKeys.TARGET_RATE,
                        cost -> cost.targetRate().isPresent()
                                ? Long.toString(cost.targetRate().getAsLong())
                                : ""),
                atFixedRate(SampleKeys.ACK_P50_US, SummaryKeys.ACK_P50_US),
                atFixedRate(SampleKeys.ACK_P99_US, SummaryKeys.ACK_P99_US),
                atFixedRate(SampleKeys.COMMIT_P50_US, SummaryKeys.COMMIT_P50_US),
                atFixedRate(SampleKeys.COMMIT_P99_US, SummaryKeys.COMMIT_P99_US));
    }

    private static List<Column<TableRow>> cpu() {
        return List.of(
                atMax(SampleKeys.CLIENT_CPU_US_PER_RECORD, 4, SampleKeys.CLIENT_CPU_US_PER_RECORD.median()),
                atMax(SampleKeys.BROKER_CPU_US_PER_RECORD, 4, SampleKeys.BROKER_CPU_US_PER_RECORD.median()));
    }

    /** Returns the columns of a fault that are not empty in every row. */
    private static List<Column<TableRow>> anomalies(NamedFault fault, CostAndGuarantee table) {
        String prefix = fault.columnPrefix(table.faults()) + "_";
        List<Column<TableRow>> columns = new ArrayList<>();
        for (AnomalyColumn anomaly : AnomalyColumn.values()) {
            columns.add(Column.text(
                    prefix + anomaly.column(),
                    row -> cell(fault, row).flatMap(anomaly::plain).orElse("")));
        }
        columns.add(Column.text(
                prefix + "mark",
                row -> cell(fault, row)
                        .filter(cell -> !cell.trials().alwaysAsExpected())
                        .map(cell -> "UNEXPECTED")
                        .orElse("")));
        columns.removeIf(column ->
                table.rows().stream().allMatch(row -> column.cell().apply(row).isEmpty()));
        return columns;
    }

    private static Optional<GuaranteeCell> cell(NamedFault fault, TableRow row) {
        return row.cells().stream().filter(cell -> cell.fault().equals(fault)).findFirst();
    }

    private static Column<TableRow> cost(ColumnKey name, Function<SettingCost, String> cell) {
        return Column.text(name, row -> row.cost().map(cell).orElse(""));
    }

    private static Column<TableRow> atMax(ColumnKey name, int decimals, ColumnKey column) {
        return Column.number(name, decimals, row -> of(row.cost(), cost -> cost.atMax(column)));
    }

    private static Column<TableRow> atFixedRate(ColumnKey name, ColumnKey column) {
        return Column.number(name, 3, row -> of(row.cost(), cost -> cost.atFixedRate(column)));
    }

    private static OptionalDouble of(Optional<SettingCost> cost, Function<SettingCost, OptionalDouble> value) {
        return cost.map(value).orElse(OptionalDouble.empty());
    }
}
