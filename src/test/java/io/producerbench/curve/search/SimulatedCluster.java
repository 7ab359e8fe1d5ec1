package io.producerbench.curve.search;

import java.util.Random;

/**
 * A cluster whose capacity is known. A trial misses with a logistic probability around the capacity,
 * and some trials miss because something else disturbed the machine.
 *
 * @param slope how wide the logistic curve is, as a share of the capacity
 * @param disturbed the share of trials that miss whatever their load
 */
record SimulatedCluster(double capacity, double slope, double disturbed, Random random) {
    private static final double LATE = 1;

    /** Returns the loss ratio of a trial at this load: everything is late, or nothing is. */
    double lossAt(int load) {
        double missed = 1 / (1 + Math.exp(-Math.log(load / capacity) / slope));
        return random.nextDouble() < disturbed + (1 - disturbed) * missed ? LATE : 0;
    }

    /** Returns the result of a whole search. */
    SearchResult searched(RateSearch begin) {
        RateSearch search = begin;
        while (search.next().isPresent()) {
            int load = search.next().getAsInt();
            search = search.after(load, lossAt(load));
        }
        return search.result();
    }
}
