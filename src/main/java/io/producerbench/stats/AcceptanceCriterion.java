package io.producerbench.stats;

import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A condition on a count among independent comparisons. Most kinds accept a count only if it shows
 * the rate at 95 %.
 */
public sealed interface AcceptanceCriterion {
    /** One minus the confidence with which a rate is shown. */
    double DOUBT = 0.05;

    /** Returns the criterion in words. */
    String text();

    /** True if {@code count} of {@code all} fulfils the criterion. */
    boolean isShown(int count, int all);

    /** True if {@code all} comparisons are enough to fulfil the criterion. */
    boolean canBeShown(int all);

    /**
     * Accepts a count that shows at 95 % that the true rate is at most {@code rate}: with that
     * rate, a count so low has a probability of at most 5 %.
     */
    record AtMost(double rate) implements AcceptanceCriterion {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "at most %.0f %%, shown at 95 %% (0 of 299, 1 of 473)", rate * 100);
        }

        @Override
        public boolean isShown(int count, int all) {
            return all > 0 && BinomialDistribution.of(all, rate).cumulativeProbability(count) <= DOUBT;
        }

        @Override
        public boolean canBeShown(int all) {
            return isShown(0, all);
        }
    }

    /** Accepts a count that shows at 95 % that the true rate is at least {@code rate}. */
    record AtLeast(double rate) implements AcceptanceCriterion {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "at least %.0f %%, shown at 95 %% (59 of 59, 92 of 93)", rate * 100);
        }

        @Override
        public boolean isShown(int count, int all) {
            return all > 0 && BinomialDistribution.of(all, rate).survivalProbability(count - 1) <= DOUBT;
        }

        @Override
        public boolean canBeShown(int all) {
            return isShown(all, all);
        }
    }

    /**
     * Accepts an observed share from {@code least} to {@code most}. It shows nothing about the true
     * rate.
     */
    record Seen(String text, double least, double most) implements AcceptanceCriterion {
        @Override
        public boolean isShown(int count, int all) {
            double share = (double) count / all;
            return share >= least && share <= most;
        }

        @Override
        public boolean canBeShown(int all) {
            return all > 0;
        }
    }

    /** Accepts nothing, because the count is only shown. */
    record Nothing() implements AcceptanceCriterion {
        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean isShown(int count, int all) {
            return false;
        }

        @Override
        public boolean canBeShown(int all) {
            return false;
        }
    }
}
