package io.producerbench.stats;

import java.util.List;

/**
 * When a comparison that grows pair by pair is looked at, and how much error each look may make; fixed before the first pair
 * is measured. Every look spends the same share: alpha divided by the number of looks. By Bonferroni's inequality the chance
 * that any of them errs is then at most alpha, however they hang together and whenever one stops.
 *
 * <p>Pocock's bound would allow more for each look (about 0.0034 instead of 0.0025 for four looks and alpha 0.01), but with
 * ten pairs the exact test has no level between 2/1024 = 0.00195 and 4/1024 = 0.0039, so the first look would gain nothing.
 *
 * @param pairs how many pairs each look needs, ascending
 * @param alpha the chance of a wrong "faster" or "slower" over all looks, where there is no difference
 */
public record Looks(List<Integer> pairs, double alpha) {
    /** 0.01, at 10, 15, 20 and 30 pairs: an interval of 99.75 % at each. */
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

    /** All the error at one look, for which nothing is decided before {@code pairs} pairs are there. */
    public static Looks once(int pairs, double alpha) {
        return new Looks(List.of(pairs), alpha);
    }

    /** What one look may err, two-sided. */
    public double alphaOfEach() {
        return alpha / pairs.size();
    }

    /** The confidence of the interval at each look. */
    public double confidence() {
        return 1 - alphaOfEach();
    }

    /** The pairs that the last look needs. */
    public int most() {
        return pairs.get(pairs.size() - 1);
    }
}
