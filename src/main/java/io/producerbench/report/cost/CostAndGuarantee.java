package io.producerbench.report.cost;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.NamedFault;
import io.producerbench.report.Source;
import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.results.CsvTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cost of each mode, measured by a sweep, beside its anomalies under each fault. The table
 * has one row for each mode and
 * {@code min.insync.replicas} in each record size. It is computed from the two summaries alone.
 */
public final class CostAndGuarantee {
    private final Source sweep;
    private final Optional<Source> guarantees;
    private final List<TableRow> rows;
    private final List<GuaranteeCell> cells;

    private CostAndGuarantee(
            Source sweep, Optional<Source> guarantees, List<TableRow> rows, List<GuaranteeCell> cells) {
        this.sweep = sweep;
        this.guarantees = guarantees;
        this.rows = List.copyOf(rows);
        this.cells = cells;
    }

    /**
     * Computes the table.
     *
     * @param sweep rows of a {@code summary.csv}
     * @param guarantees rows of a {@code guarantees-summary.csv}; empty for the costs alone
     * @throws io.producerbench.results.ResultFileException if a cell is not what its column should
     *     hold
     */
    public static CostAndGuarantee of(Source sweep, Optional<Source> guarantees) {
        List<SettingCost> costs = Costs.of(sweep.rows());
        List<GuaranteeCell> cells =
                guarantees.map(source -> GuaranteeCell.of(source.rows())).orElse(List.of());
        List<Integer> minima = Stream.concat(
                        costs.stream().map(SettingCost::minInsyncReplicas),
                        cells.stream().map(GuaranteeCell::minInsyncReplicas))
                .distinct()
                .sorted()
                .toList();
        List<TableRow> rows = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            for (int minimum : minima) {
                rows.addAll(rows(mode, minimum, costs, cells));
            }
        }
        return new CostAndGuarantee(sweep, guarantees, rows, cells);
    }

    Source sweep() {
        return sweep;
    }

    Optional<Source> guarantees() {
        return guarantees;
    }

    List<TableRow> rows() {
        return rows;
    }

    List<GuaranteeCell> cells() {
        return cells;
    }

    /** Returns the faults of the trials, in the order of the summary. */
    List<NamedFault> faults() {
        return cells.stream().map(GuaranteeCell::fault).distinct().toList();
    }

    private static List<TableRow> rows(Mode mode, int minimum, List<SettingCost> costs, List<GuaranteeCell> cells) {
        List<GuaranteeCell> tried = cells.stream()
                .filter(cell -> cell.mode() == mode && cell.minInsyncReplicas() == minimum)
                .toList();
        List<TableRow> rows = costs(mode, minimum, costs).stream()
                .map(cost -> new TableRow(mode, minimum, Optional.of(cost), tried))
                .toList();
        if (rows.isEmpty() && !tried.isEmpty()) {
            return List.of(new TableRow(mode, minimum, Optional.empty(), tried));
        }
        return rows;
    }

    /**
     * Returns the costs at a minimum. A mode that does not consult it takes them from the smallest
     * measured minimum.
     */
    private static List<SettingCost> costs(Mode mode, int minimum, List<SettingCost> costs) {
        List<SettingCost> ofMode =
                costs.stream().filter(cost -> cost.mode() == mode).toList();
        List<SettingCost> exact = ofMode.stream()
                .filter(cost -> cost.minInsyncReplicas() == minimum)
                .toList();
        if (!exact.isEmpty() || mode.consultsMinInsyncReplicas() || ofMode.isEmpty()) {
            return exact;
        }
        int least = ofMode.stream()
                .map(SettingCost::minInsyncReplicas)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return ofMode.stream().filter(cost -> cost.minInsyncReplicas() == least).toList();
    }

    /** Returns false if the sweep measured no cost, as one whose records were read. */
    public boolean hasCosts() {
        return rows.stream().anyMatch(row -> row.cost().isPresent());
    }

    /** Returns the table for programs. */
    public String csv() {
        return new CsvTable<>(CostAndGuaranteeColumns.of(this)).text(rows);
    }

    /**
     * Returns the table for people, in Markdown.
     *
     * @param claims shown below the tables; may be empty
     */
    public String markdown(List<ClaimFinding> claims) {
        return CostAndGuaranteePage.of(this, claims);
    }
}
