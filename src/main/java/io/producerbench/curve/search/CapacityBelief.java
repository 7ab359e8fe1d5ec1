package io.producerbench.curve.search;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the capacity lies, as a probability for each gap between two loads of a grid: probabilistic
 * bisection (Waeber, Frazier and Henderson, SIAM J. Control Optim. 51(3), 2013).
 *
 * @param weights the i-th is of a capacity between the loads i-1 and i; together 1
 */
record CapacityBelief(List<Double> weights) {
    /** How often a trial above the capacity misses the goal. */
    private static final double MISS_ABOVE = 0.9;

    /** How often one below it does, because something disturbed it or the load is near. */
    private static final double MISS_BELOW = 0.25;

    /** Returns the belief that every gap is as likely. */
    static CapacityBelief even(int loads) {
        return new CapacityBelief(Collections.nCopies(loads + 1, 1.0 / (loads + 1)));
    }

    /** Returns the belief after a trial. The loads from {@code index} on are not below its load. */
    CapacityBelief after(int index, boolean missed) {
        double[] product = IntStream.range(0, weights.size())
                .mapToDouble(gap -> weights.get(gap) * likelihood(gap <= index, missed))
                .toArray();
        double sum = IntStream.range(0, product.length)
                .mapToDouble(gap -> product[gap])
                .sum();
        return new CapacityBelief(IntStream.range(0, product.length)
                .mapToObj(gap -> product[gap] / sum)
                .toList());
    }

    private static double likelihood(boolean isAbove, boolean missed) {
        double miss = isAbove ? MISS_ABOVE : MISS_BELOW;
        return missed ? miss : 1 - miss;
    }

    /** Returns the gap in which the median lies. */
    int median() {
        double below = 0;
        for (int gap = 0; gap < weights.size(); gap++) {
            below += weights.get(gap);
            if (below >= 0.5) {
                return gap;
            }
        }
        return weights.size() - 1;
    }
}
