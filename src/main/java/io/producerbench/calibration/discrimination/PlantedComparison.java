package io.producerbench.calibration.discrimination;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.stats.PooledIterations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One comparison whose right outcome is known: its rows of {@code discrimination-blocks.csv}, in
 * the order in which they were measured.
 *
 * @param planted the share of CPU time that was added to a record of the new arm; 0 for equal arms
 */
record PlantedComparison(double planted, List<ResultRow> blocks) {
    /** The CPU time of the client's threads for a record, in nanoseconds. */
    static final ColumnKey CPU = SlotBlock.CPU_NS_PER_RECORD;

    static final ColumnKey RATE = SampleKeys.RECORDS_PER_S;

    /** @param rows of the file, in its order */
    static List<PlantedComparison> all(List<ResultRow> rows) {
        Map<String, List<ResultRow>> comparisons = new LinkedHashMap<>();
        rows.forEach(row -> comparisons
                .computeIfAbsent(row.text(SlotBlock.COMPARISON), number -> new ArrayList<>())
                .add(row));
        return comparisons.values().stream()
                .map(blocks -> new PlantedComparison(
                        Double.parseDouble(blocks.get(0).text(SlotBlock.PLANTED)), List.copyOf(blocks)))
                .toList();
    }

    /** Returns the logarithm of new divided by base, for each block. */
    List<Double> logRatios(ColumnKey statistic) {
        return column(blocks, SlotBlock.logRatio(statistic));
    }

    private static List<Double> column(List<ResultRow> blocks, ColumnKey column) {
        return blocks.stream().map(block -> Double.valueOf(block.text(column))).toList();
    }

    /** Returns the values of all blocks pooled for each arm, as JMH pools iterations. */
    PooledIterations pooled() {
        return new PooledIterations(column(blocks, CPU.of(SlotBlock.BASE)), column(blocks, CPU.of(SlotBlock.NEW)));
    }

    /**
     * Returns the values as if the arms had been measured one after the other: the base of the
     * first half of the blocks, the new arm of the second half.
     */
    PooledIterations pooledInSequence() {
        int half = blocks.size() / 2;
        return new PooledIterations(
                column(blocks.subList(0, half), CPU.of(SlotBlock.BASE)),
                column(blocks.subList(half, blocks.size()), CPU.of(SlotBlock.NEW)));
    }
}
