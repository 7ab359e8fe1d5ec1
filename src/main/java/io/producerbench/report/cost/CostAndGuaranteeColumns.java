package io.producerbench.report.cost;

import io.producerbench.report.AnomalyColumn;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.NamedFault;
import io.producerbench.results.Column;
import io.producerbench.results.RunIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The columns of {@code cost-and-guarantee.csv}, in order. {@code results/README.md} says what each means. Those of the faults
 * depend on which were tried.
 */
public final class CostAndGuaranteeColumns {
    /** Of the sweep, so that a row can be cited alone. */
    private static final List<String> CITED = List.of(
            "run_id",
            "commit",
            "dirty",
            "cluster_kind",
            "broker_version",
            "client_version",
            "jdk",
            "cpu_model",
            "cores",
            "capacity_valid");

    private CostAndGuaranteeColumns() {}

    public static List<Column<TableRow>> of(CostAndGuarantee table) {
        List<Column<TableRow>> columns = new ArrayList<>();
        columns.add(Column.text("schema_version", row -> RunIdentity.SCHEMA_VERSION));
        CITED.forEach(name -> columns.add(Column.text(name, row -> table.sweep().shared(name))));
        for (String name : List.of("run_id", "commit", "broker_version", "client_version")) {
            columns.add(Column.text(
                    "guarantees_" + name,
                    row -> table.guarantees().map(source -> source.shared(name)).orElse("")));
        }
        columns.addAll(setting());
        columns.addAll(rates());
        columns.addAll(latencies());
        columns.addAll(cpu());
        table.faults().forEach(fault -> columns.addAll(harms(fault, table)));
        return List.copyOf(columns);
    }

    private static List<Column<TableRow>> setting() {
        return List.of(
                Column.text("mode", row -> row.mode().label()),
                Column.text("min.insync.replicas", TableRow::minInsyncReplicas),
                cost("record_size", cost -> Integer.toString(cost.recordSize())),
                cost("setting", SettingCost::setting),
                cost("cost_min.insync.replicas", cost -> Integer.toString(cost.minInsyncReplicas())));
    }

    private static List<Column<TableRow>> rates() {
        return List.of(
                atMax("records_per_s", 1, "records_per_s_median"),
                atMax("records_per_s_low", 1, "records_per_s_low"),
                atMax("records_per_s_high", 1, "records_per_s_high"));
    }

    private static List<Column<TableRow>> latencies() {
        return List.of(
                cost(
                        "target_rate",
                        cost -> cost.targetRate().isPresent()
                                ? Long.toString(cost.targetRate().getAsLong())
                                : ""),
                atFixedRate("ack_p50_us", "ack_pooled_p50_us"),
                atFixedRate("ack_p99_us", "ack_pooled_p99_us"),
                atFixedRate("commit_p50_us", "commit_pooled_p50_us"),
                atFixedRate("commit_p99_us", "commit_pooled_p99_us"));
    }

    private static List<Column<TableRow>> cpu() {
        return List.of(
                atMax("client_cpu_us_per_record", 4, "client_cpu_us_per_record_median"),
                atMax("broker_cpu_us_per_record", 4, "broker_cpu_us_per_record_median"));
    }

    /** Those that have something to say of some mode. */
    private static List<Column<TableRow>> harms(NamedFault fault, CostAndGuarantee table) {
        String prefix = fault.columnPrefix(table.faults()) + "_";
        List<Column<TableRow>> columns = new ArrayList<>();
        for (AnomalyColumn harm : AnomalyColumn.values()) {
            columns.add(Column.text(
                    prefix + harm.column(),
                    row -> cell(fault, row).flatMap(harm::plain).orElse("")));
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

    private static Column<TableRow> cost(String name, Function<SettingCost, String> cell) {
        return Column.text(name, row -> row.cost().map(cell).orElse(""));
    }

    private static Column<TableRow> atMax(String name, int decimals, String column) {
        return Column.number(name, decimals, row -> of(row.cost(), cost -> cost.atMax(column)));
    }

    private static Column<TableRow> atFixedRate(String name, String column) {
        return Column.number(name, 3, row -> of(row.cost(), cost -> cost.atFixedRate(column)));
    }

    private static OptionalDouble of(Optional<SettingCost> cost, Function<SettingCost, OptionalDouble> value) {
        return cost.map(value).orElse(OptionalDouble.empty());
    }
}
