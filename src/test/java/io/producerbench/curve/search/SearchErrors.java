package io.producerbench.curve.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * The errors of many searches whose true answer is known, each in percent of the searches.
 *
 * @param beyondTen the lower bound is more than 10 % off the capacity
 * @param beyondQuarter it is more than 25 % off
 * @param tooHigh it is more than 5 % above the capacity
 * @param trials of a search on average
 */
record SearchErrors(double beyondTen, double beyondQuarter, double tooHigh, double trials, int mostTrials) {
    static final double MAXIMUM = 100_000;
    private static final int SEARCHES = 2_000;
    private static final double GOAL = 0.01;

    /**
     * Returns the errors of searches on clusters whose capacity is drawn between 0.45 and 0.95 of the
     * closed-loop maximum.
     *
     * @param begun what is known before the search, given the state without anything known
     */
    static SearchErrors of(double slope, double disturbed, SearchRule rule, UnaryOperator<RateSearch> begun) {
        Random random = new Random(11);
        List<Double> errors = new ArrayList<>();
        int trials = 0;
        int most = 0;
        LoadGrid grid = LoadGrid.around(MAXIMUM);
        for (int i = 0; i < SEARCHES; i++) {
            double capacity = 0.7 * MAXIMUM * Math.exp(-0.45 + 0.75 * random.nextDouble());
            SearchResult found = new SimulatedCluster(capacity, slope, disturbed, random)
                    .searched(begun.apply(RateSearch.begin(grid, GOAL, rule)));
            errors.add(Math.log(found.lowerBound().orElse(grid.load(0)) / capacity));
            trials += found.trials();
            most = Math.max(most, found.trials());
        }
        return new SearchErrors(
                percent(errors, 0.1, -0.1),
                percent(errors, 0.25, -0.25),
                percent(errors, Math.log(1.05), Double.NEGATIVE_INFINITY),
                (double) trials / SEARCHES,
                most);
    }

    private static double percent(List<Double> errors, double above, double below) {
        long beyond =
                errors.stream().filter(error -> error > above || error < below).count();
        return 100.0 * beyond / errors.size();
    }

    /** Returns the cells of a row of the table. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%5.1f %% %5.1f %% %5.1f %% %6.1f (most %d)",
                beyondTen,
                beyondQuarter,
                tooHigh,
                trials,
                mostTrials);
    }
}
