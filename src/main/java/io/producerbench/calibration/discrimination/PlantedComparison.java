package io.producerbench.calibration.discrimination;

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
record PlantedComparison(double planted, List<Map<String, String>> blocks) {
    /** The CPU time of the client's threads for a record, in nanoseconds. */
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

    /** Returns the logarithm of new divided by base, for each block. */
    List<Double> logRatios(String statistic) {
        return column(blocks, "log_ratio_" + statistic);
    }

    private static List<Double> column(List<Map<String, String>> blocks, String name) {
        return blocks.stream().map(block -> Double.valueOf(block.get(name))).toList();
    }

    /** Returns the values of all blocks pooled for each arm, as JMH pools iterations. */
    PooledIterations pooled() {
        return new PooledIterations(column(blocks, "base_" + CPU), column(blocks, "new_" + CPU));
    }

    /**
     * Returns the values as if the arms had been measured one after the other: the base of the
     * first half of the blocks, the new arm of the second half.
     */
    PooledIterations pooledInSequence() {
        int half = blocks.size() / 2;
        return new PooledIterations(
                column(blocks.subList(0, half), "base_" + CPU),
                column(blocks.subList(half, blocks.size()), "new_" + CPU));
    }
}
