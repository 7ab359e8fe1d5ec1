package io.producerbench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** Of each block: the mean of the logarithms of the new arm's two slots less that of the base's. */
    List<Double> logRatios(String statistic) {
        return blocks.stream()
                .map(block -> (log(block, "new_" + statistic + "_1")
                                + log(block, "new_" + statistic + "_2")
                                - log(block, "base_" + statistic + "_1")
                                - log(block, "base_" + statistic + "_2"))
                        / 2)
                .toList();
    }

    private static double log(Map<String, String> block, String column) {
        return Math.log(value(block, column));
    }

    private static double value(Map<String, String> block, String column) {
        return Double.parseDouble(block.get(column));
    }

    /** All slots of both arms in one heap each. */
    PooledIterations pooled() {
        return new PooledIterations(slots(blocks, "base_"), slots(blocks, "new_"));
    }

    /**
     * The same stream as it would be if the arms had been measured one after the other: the base of its first half, the new
     * arm of its second.
     */
    PooledIterations pooledInSequence() {
        int half = blocks.size() / 2;
        return new PooledIterations(
                slots(blocks.subList(0, half), "base_"), slots(blocks.subList(half, blocks.size()), "new_"));
    }

    private static List<Double> slots(List<Map<String, String>> blocks, String arm) {
        Function<Map<String, String>, Stream<Double>> slots =
                block -> Stream.of(value(block, arm + CPU + "_1"), value(block, arm + CPU + "_2"));
        return blocks.stream().flatMap(slots).toList();
    }
}
