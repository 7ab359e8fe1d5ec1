package io.producerbench.stats;

import java.util.Locale;

/**
 * How many trials had an anomaly, and the bounds of its rate: the exact one-sided bounds of Clopper
 * and Pearson (The use of confidence or fiducial limits illustrated in the case of the binomial,
 * Biometrika 26 (1934), 404-413).
 *
 * <p>Each bound alone holds with at least 95 %, both together with at least 90 %. They hold for the
 * fault and the machine that were tried, and for no other.
 *
 * @param hits trials with the anomaly
 * @param trials valid trials, at least one
 */
public record AnomalyRate(int hits, int trials) {
    private static final double TAIL = 0.05;

    /**
     * After so many halvings of the unit interval both ends are the same or neighbouring doubles.
     */
    private static final int HALVINGS = 60;

    /** @throws IllegalArgumentException if there is no trial, or more hits than trials */
    public AnomalyRate {
        if (trials < 1 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException(
                    "expected at least one trial and no more hits than trials, got: " + hits + " of " + trials);
        }
    }

    /** Returns the upper bound of the rate, with 95 % confidence. */
    public double upper() {
        return upper(TAIL);
    }

    /** Returns the lower bound of the rate, with 95 % confidence. */
    public double lower() {
        return lower(TAIL);
    }

    /**
     * Returns the largest rate at which no more than these hits have at least the probability
     * {@code tail}.
     */
    double upper(double tail) {
        if (hits == trials) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMostTheseHits(middle) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Returns the smallest rate at which at least these hits have at least the probability
     * {@code tail}.
     */
    double lower(double tail) {
        return 1 - new AnomalyRate(trials - hits, trials).upper(tail);
    }

    /**
     * Returns P(Binomial(trials, rate) ≤ hits). It uses logarithms, because with many trials the
     * first terms are smaller than any double.
     */
    private double atMostTheseHits(double rate) {
        double sum = 0;
        double logChoose = 0;
        for (int k = 0; k <= hits; k++) {
            sum += Math.exp(logChoose + k * Math.log(rate) + (trials - k) * Math.log1p(-rate));
            logChoose += Math.log((double) (trials - k) / (k + 1));
        }
        return sum;
    }

    /**
     * Returns for instance {@code 0 of 59, <= 4.95 %}; {@code 30 of 30, >= 90.50 %};
     * {@code 3 of 10, 8.73 % to 60.66 %}.
     */
    public String text() {
        String count = hits + " of " + trials + ", ";
        if (hits == 0) {
            return count + "<= " + percent(upper());
        }
        return count + (hits == trials ? ">= " + percent(lower()) : percent(lower()) + " to " + percent(upper()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
