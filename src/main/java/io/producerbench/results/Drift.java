package io.producerbench.results;

import io.producerbench.stats.MedianInterval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much the whole machine got faster or slower while the sweep ran.
 *
 * <p>Each scenario's rate in a block is divided by that scenario's median over the blocks; a
 * block's effect is the median
 * of these quotients over all scenarios. The drift is the Theil–Sen slope of the blocks' effects
 * times the number of steps between
 * the first and the last. It is the change over the run, as a share.
 *
 * @param share positive if the rates rose
 */
record Drift(double share) {
    /** A run with a larger drift in either direction is flagged. */
    static final double NOTEWORTHY = 0.05;

    private static final int FEWEST_BLOCKS = 3;

    boolean noteworthy() {
        return Math.abs(share) > NOTEWORTHY;
    }

    /**
     * Computes the drift of a run.
     *
     * @param rates the rates of each scenario, by block
     * @return empty with fewer than three blocks
     */
    static Optional<Drift> of(Collection<Map<Integer, Double>> rates) {
        Map<Integer, List<Double>> relative = new TreeMap<>();
        for (Map<Integer, Double> scenario : rates) {
            double median = median(scenario.values());
            scenario.forEach((block, rate) ->
                    relative.computeIfAbsent(block, unused -> new ArrayList<>()).add(rate / median));
        }
        if (relative.size() < FEWEST_BLOCKS) {
            return Optional.empty();
        }
        double[] blocks =
                relative.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] effects = relative.values().stream().mapToDouble(Drift::median).toArray();
        return Optional.of(new Drift(slope(blocks, effects) * (blocks[blocks.length - 1] - blocks[0])));
    }

    /** Returns the Theil–Sen slope: the median of the slopes between all pairs of points. */
    private static double slope(double[] x, double[] y) {
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
            }
        }
        return MedianInterval.medianOf(slopes);
    }

    private static double median(Collection<Double> values) {
        return MedianInterval.medianOf(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
