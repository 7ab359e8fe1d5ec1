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
 * One comparison of which it is known how it must come out: its rows of {@code discrimination-blocks.csv}, in the order in which
 * they were measured.
 *
 * @param planted how much more CPU time a record of the new arm was to cost, as a share; 0 for the same on both sides
 */
record PlantedComparison(double planted, List<ResultRow> blocks) {
    /** What the statistic is: CPU time of the client's threads for a record, in nanoseconds. */
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

    /** New divided by base, of each block. */
    List<Double> logRatios(ColumnKey statistic) {
        return column(blocks, SlotBlock.logRatio(statistic));
    }

    private static List<Double> column(List<ResultRow> blocks, ColumnKey column) {
        return blocks.stream().map(block -> Double.valueOf(block.text(column))).toList();
    }

    /** What both arms gave in all blocks, in one heap each, as JMH has iterations. */
    PooledIterations pooled() {
        return new PooledIterations(column(blocks, CPU.of(SlotBlock.BASE)), column(blocks, CPU.of(SlotBlock.NEW)));
    }

    /**
     * The same stream as it would be if the arms had been measured one after the other: the base of its first half, the new
     * arm of its second.
     */
    PooledIterations pooledInSequence() {
        int half = blocks.size() / 2;
        return new PooledIterations(
                column(blocks.subList(0, half), CPU.of(SlotBlock.BASE)),
                column(blocks.subList(half, blocks.size()), CPU.of(SlotBlock.NEW)));
    }
}
