package io.producerbench.curve.search;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The state of a search for the highest load within a goal. It asks for a load, is told the loss of
 * a trial at it, and becomes the next state. The belief chooses the loads and RFC 9971 classifies
 * them, so that a wrong choice costs a trial and no truth.
 *
 * @param allowedLoss the share of late records at which a trial still reaches the goal
 * @param trials by the place of the load in the grid
 */
public record RateSearch(
        LoadGrid grid, double allowedLoss, SearchRule rule, CapacityBelief belief, Map<Integer, TrialsAtLoad> trials) {

    /** Returns a search that has seen nothing yet. */
    public static RateSearch begin(LoadGrid grid, double allowedLoss, SearchRule rule) {
        return new RateSearch(grid, allowedLoss, rule, CapacityBelief.even(grid.size()), Map.of());
    }

    /**
     * Returns the load of the next trial; empty once the search is done. It is the undecided load
     * nearest to the middle of the belief, of two as near the smaller one, because smaller loads
     * are to be measured first.
     */
    public OptionalInt next() {
        if (trialCount() >= rule.mostTrials()) {
            return OptionalInt.empty();
        }
        int middle = belief.median();
        return IntStream.range(lower() + 1, upper())
                .boxed()
                .min(Comparator.<Integer>comparingDouble(index -> Math.abs(index + 0.5 - middle))
                        .thenComparing(Comparator.naturalOrder()))
                .map(index -> OptionalInt.of(grid.load(index)))
                .orElse(OptionalInt.empty());
    }

    /**
     * Returns the search after a trial at one of its loads.
     *
     * @param lossRatio the share of the trial's records that were late
     * @throws IllegalArgumentException if the load is not of the grid
     */
    public RateSearch after(int load, double lossRatio) {
        int index = grid.index(load);
        Map<Integer, TrialsAtLoad> more = new TreeMap<>(trials);
        more.put(index, trialsAt(index).plus(lossRatio));
        return new RateSearch(
                grid, allowedLoss, rule, belief.after(index, isMiss(lossRatio)), Collections.unmodifiableMap(more));
    }

    /**
     * Returns the search with a trial at a load beside the grid, which shifts the belief and
     * classifies nothing.
     */
    public RateSearch hinted(int load, double lossRatio) {
        boolean missed = isMiss(lossRatio);
        int index = missed ? grid.below(load) : grid.notAbove(load) - 1;
        return new RateSearch(grid, allowedLoss, rule, belief.after(index, missed), trials);
    }

    /** Returns true if this share of late records is more than the goal allows. */
    public boolean isMiss(double lossRatio) {
        return lossRatio > allowedLoss;
    }

    /** Returns what is known now. */
    public SearchResult result() {
        int lower = lower();
        int upper = upper();
        return new SearchResult(
                end(lower, upper),
                lower < 0 ? OptionalInt.empty() : OptionalInt.of(grid.load(lower)),
                upper == grid.size() ? OptionalInt.empty() : OptionalInt.of(grid.load(upper)),
                lower < 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                grid.load(lower) * (1 - trialsAt(lower).conditionalLoss(rule))),
                trialCount());
    }

    private SearchEnd end(int lower, int upper) {
        if (upper - lower > 1) {
            return SearchEnd.UNDECIDED;
        }
        if (lower < 0) {
            return SearchEnd.BELOW_RANGE;
        }
        return upper == grid.size() ? SearchEnd.ABOVE_RANGE : SearchEnd.REGULAR;
    }

    /**
     * Returns the place of the lowest load that misses the goal, or one behind the last. Where
     * trials contradict each other, the smaller upper bound is believed, as the RFC says.
     */
    private int upper() {
        return IntStream.range(0, grid.size())
                .filter(index -> is(LoadClass.UPPER).test(index))
                .findFirst()
                .orElse(grid.size());
    }

    /** Returns the place of the highest load below the upper bound that reaches the goal, or -1. */
    private int lower() {
        return IntStream.range(0, upper())
                .filter(index -> is(LoadClass.LOWER).test(index))
                .max()
                .orElse(-1);
    }

    private Predicate<Integer> is(LoadClass wanted) {
        return index -> trialsAt(index).classify(allowedLoss, rule) == wanted;
    }

    private TrialsAtLoad trialsAt(int index) {
        return trials.getOrDefault(index, TrialsAtLoad.NONE);
    }

    private int trialCount() {
        return trials.values().stream()
                .mapToInt(each -> each.lossRatios().size())
                .sum();
    }
}
