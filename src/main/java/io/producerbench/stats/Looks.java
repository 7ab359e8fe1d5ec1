package io.producerbench.stats;

import java.util.List;

/**
 * The numbers of pairs at which a growing comparison is looked at, and the error that each look may
 * make. Both are fixed before the first pair is measured. Every look has the same share of the
 * error: alpha divided by the number of looks. By Bonferroni's inequality the chance that any look
 * errs is then at most alpha, for any dependence between the looks and for any time of stopping.
 *
 * <p>Pocock's bound would allow more for each look (about 0.0034 instead of 0.0025 for four looks
 * and alpha 0.01), but with ten pairs the exact test has no level between 2/1024 = 0.00195 and
 * 4/1024 = 0.0039, so the first look would gain nothing.
 *
 * @param pairs how many pairs each look needs, ascending
 * @param alpha the largest chance of a wrong "faster" or "slower" over all looks if there is no
 *     difference
 */
public record Looks(List<Integer> pairs, double alpha) {
    /**
     * Looks at 10, 15, 20 and 30 pairs with alpha 0.01 in all, which is an interval of 99.75 % at
     * each.
     */
    public static final Looks USUAL = new Looks(List.of(10, 15, 20, 30), 0.01);

    public Looks {
        pairs = List.copyOf(pairs);
        boolean ascending = true;
        for (int i = 1; i < pairs.size(); i++) {
            ascending &= pairs.get(i - 1) < pairs.get(i);
        }
        if (pairs.isEmpty() || pairs.get(0) < 1 || !ascending) {
            throw new IllegalArgumentException("expected looks at growing numbers of pairs from 1 on, got " + pairs);
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("expected alpha between 0 and 1, got " + alpha);
        }
    }

    /** Returns a single look, which has the whole error. */
    public static Looks once(int pairs, double alpha) {
        return new Looks(List.of(pairs), alpha);
    }

    /** Returns the two-sided error that one look may make. */
    public double alphaOfEach() {
        return alpha / pairs.size();
    }

    /** Returns the confidence of the interval at each look. */
    public double confidence() {
        return 1 - alphaOfEach();
    }

    /** Returns how many pairs the last look needs. */
    public int most() {
        return pairs.get(pairs.size() - 1);
    }
}
