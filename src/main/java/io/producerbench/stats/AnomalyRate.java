package io.producerbench.stats;

import java.util.Locale;

/**
 * In how many trials something happened, and what that says of how often it does: the exact one-sided bounds of Clopper and
 * Pearson (The use of confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26 (1934), 404-413).
 *
 * <p>Each bound alone holds with at least 95 %; the two together with at least 90 %. They are of the fault and the machine
 * that were tried, and of no other.
 *
 * @param hits trials in which it happened
 * @param trials valid ones, at least one
 */
public record AnomalyRate(int hits, int trials) {
    private static final double TAIL = 0.05;

    /** Halvings of the unit interval after which a double cannot be told apart from the next. */
    private static final int HALVINGS = 60;

    /** @throws IllegalArgumentException if there is no trial, or more hits than trials */
    public AnomalyRate {
        if (trials < 1 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException(
                    "expected at least one trial and no more hits than trials, got: " + hits + " of " + trials);
        }
    }

    /** The rate is at most this, with 95 %. */
    public double upper() {
        return upper(TAIL);
    }

    /** The rate is at least this, with 95 %. */
    public double lower() {
        return lower(TAIL);
    }

    /** The largest rate at which as few hits as these have at least the probability {@code tail}. */
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

    /** The smallest rate at which as many hits as these have at least the probability {@code tail}. */
    double lower(double tail) {
        return 1 - new AnomalyRate(trials - hits, trials).upper(tail);
    }

    /** P(Binomial(trials, rate) ≤ hits), by logarithms, because the first terms of many trials are smaller than any double. */
    private double atMostTheseHits(double rate) {
        double sum = 0;
        double logChoose = 0;
        for (int k = 0; k <= hits; k++) {
            sum += Math.exp(logChoose + k * Math.log(rate) + (trials - k) * Math.log1p(-rate));
            logChoose += Math.log((double) (trials - k) / (k + 1));
        }
        return sum;
    }

    /** {@code 0 of 59, <= 4.95 %}; {@code 30 of 30, >= 90.50 %}; otherwise {@code 3 of 10, 8.73 % to 60.66 %}. */
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
