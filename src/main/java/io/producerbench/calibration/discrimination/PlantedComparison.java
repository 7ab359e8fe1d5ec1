package io.producerbench.calibration.discrimination;

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
record PlantedComparison(double planted, List<Map<String, String>> blocks) {
    /** What the statistic is: CPU time of the client's threads for a record, in nanoseconds. */
    static final String CPU = "cpu_ns_per_record";

    static final String RATE = "records_per_s";

    /** @param rows of the file, in its order */
    static List<PlantedComparison> all(List<Map<String, String>> rows) {
        Map<String, List<Map<String, String>>> comparisons = new LinkedHashMap<>();
        rows.forEach(row -> comparisons
                .computeIfAbsent(row.get("comparison"), number -> new ArrayList<>())
                .add(row));
        return comparisons.values().stream()
                .map(blocks ->
                        new PlantedComparison(Double.parseDouble(blocks.get(0).get("planted")), List.copyOf(blocks)))
                .toList();
    }

    /** New divided by base, of each block. */
    List<Double> logRatios(String statistic) {
        return column(blocks, "log_ratio_" + statistic);
    }

    private static List<Double> column(List<Map<String, String>> blocks, String name) {
        return blocks.stream().map(block -> Double.valueOf(block.get(name))).toList();
    }

    /** What both arms gave in all blocks, in one heap each, as JMH has iterations. */
    PooledIterations pooled() {
        return new PooledIterations(column(blocks, "base_" + CPU), column(blocks, "new_" + CPU));
    }

    /**
     * The same stream as it would be if the arms had been measured one after the other: the base of its first half, the new
     * arm of its second.
     */
    PooledIterations pooledInSequence() {
        int half = blocks.size() / 2;
        return new PooledIterations(
                column(blocks.subList(0, half), "base_" + CPU),
                column(blocks.subList(half, blocks.size()), "new_" + CPU));
    }
}
