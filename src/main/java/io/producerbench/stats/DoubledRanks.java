package io.producerbench.stats;

import java.util.Arrays;

/**
 * Ranks from 1, doubled: tied values share the mean of their ranks, which is a multiple of one
 * half.
 */
final class DoubledRanks {
    private DoubledRanks() {}

    /** Returns the doubled ranks 1 to {@code n} of values without ties. */
    static int[] untied(int n) {
        int[] ranks = new int[n];
        Arrays.setAll(ranks, i -> 2 * (i + 1));
        return ranks;
    }

    /**
     * Returns the doubled rank of each value.
     *
     * @param tolerance values that are at most this far apart count as tied
     */
    static int[] of(double[] values, double tolerance) {
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int doubled = 1;
            for (double other : values) {
                if (Math.abs(other - values[i]) <= tolerance) {
                    doubled++;
                } else if (other < values[i]) {
                    doubled += 2;
                }
            }
            ranks[i] = doubled;
        }
        return ranks;
    }
}
