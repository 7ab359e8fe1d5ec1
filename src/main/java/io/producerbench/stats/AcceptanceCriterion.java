package io.producerbench.stats;

import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** What a count among independent comparisons must be, so that a rate is shown and not only seen. */
public sealed interface AcceptanceCriterion {
    /** One minus the confidence with which a rate is shown. */
    double DOUBT = 0.05;

    /** For people. */
    String text();

    /** Whether {@code count} of {@code all} shows it. */
    boolean isShown(int count, int all);

    /** Whether so few could show it at all. */
    boolean canBeShown(int all);

    /** That the true rate is at most {@code rate}: with that rate, so few would be seen in at most one case of twenty. */
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

    /** That the true rate is at least {@code rate}, shown in the same way. */
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

    /** That the share seen is one of these. */
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

    /** Nothing: it is there to be looked at. */
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
