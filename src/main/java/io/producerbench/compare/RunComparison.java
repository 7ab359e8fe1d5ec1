package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.stats.BenjaminiHochberg;
import io.producerbench.stats.BlocksNeeded;
import io.producerbench.stats.Difference;
import io.producerbench.stats.Judgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares two runs that were made independently of each other, cell by cell.
 *
 * @param rows the comparisons of the cells that both runs have
 * @param onlyBase cells that only the base has
 * @param onlyNext cells that only the new run has
 * @param unpairedColumns settings for which one of the files has no column
 */
public record RunComparison(
        RunSamples base,
        RunSamples next,
        List<MetricComparison> rows,
        NullControls controls,
        List<ComparedCell> onlyBase,
        List<ComparedCell> onlyNext,
        List<ColumnKey> unpairedColumns) {

    /** @param across the dimensions in which the runs may differ, apart from the code */
    public static RunComparison of(RunSamples base, RunSamples next, Set<HiddenDimension> across) {
        List<ColumnKey> columns = base.settingColumns().stream()
                .filter(next.settingColumns()::contains)
                .toList();
        Map<ComparedCell, List<ResultRow>> baseCells = base.cells(columns);
        Map<ComparedCell, List<ResultRow>> nextCells = next.cells(columns);
        NullControls controls = NullControls.in(base, next);
        Pairing pairing = new Pairing(across);
        List<MetricComparison> rows = new ArrayList<>();
        baseCells.keySet().stream()
                .filter(nextCells::containsKey)
                .sorted(ComparedCell.BY_SETTING)
                .forEach(cell -> rows.addAll(pairing.compare(cell, baseCells.get(cell), nextCells.get(cell))));
        Set<ColumnKey> unpaired = new LinkedHashSet<>(base.settingColumns());
        unpaired.addAll(next.settingColumns());
        columns.forEach(unpaired::remove);
        return new RunComparison(
                base,
                next,
                judged(judged(rows, MetricFamily.PRIMARY, controls), MetricFamily.SECONDARY, controls),
                controls,
                without(baseCells, nextCells),
                without(nextCells, baseCells),
                List.copyOf(unpaired));
    }

    private static List<ComparedCell> without(Map<ComparedCell, ?> cells, Map<ComparedCell, ?> others) {
        return cells.keySet().stream().filter(cell -> !others.containsKey(cell)).toList();
    }

    /** Returns all rows, with those of one family judged. */
    private static List<MetricComparison> judged(
            List<MetricComparison> rows, MetricFamily family, NullControls controls) {
        Predicate<MetricComparison> compared = row -> row.isOf(family) && row.isComparable();
        double[] adjusted = BenjaminiHochberg.adjusted(rows.stream()
                .filter(compared)
                .mapToDouble(row -> row.difference().orElseThrow().p())
                .toArray());
        int[] index = {0};
        return rows.stream()
                .map(row -> compared.test(row) ? row.judged(adjusted[index[0]++], controls) : row)
                .toList();
    }

    public List<ComparedCell> cells() {
        return rows.stream().map(MetricComparison::cell).distinct().toList();
    }

    /** Returns the comparisons that are judged together. */
    public List<MetricComparison> family() {
        return rows.stream()
                .filter(row -> row.isOf(MetricFamily.PRIMARY) && row.isComparable())
                .toList();
    }

    public boolean isComparable() {
        return rows.stream().anyMatch(MetricComparison::isComparable);
    }

    /** True if a cell got worse in the metric that it is judged by. */
    public boolean hasRegression() {
        return family().stream().anyMatch(row -> row.judgement().orElseThrow() == Judgement.SLOWER);
    }

    /**
     * Returns the blocks on each side with which a single difference can survive the adjustment for
     * the whole family.
     */
    public int blocksForFamily() {
        return BlocksNeeded.forFamily(Math.max(1, family().size()), Difference.ALPHA);
    }

    /** Returns the smallest number of values that a compared cell has on a side. */
    public int fewestBlocks() {
        return family().stream()
                .flatMapToInt(row ->
                        Arrays.stream(new int[] {row.base().n(), row.next().n()}))
                .min()
                .orElse(0);
    }
}
