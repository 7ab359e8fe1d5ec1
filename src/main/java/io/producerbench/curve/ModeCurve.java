package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.curve.search.LoadGrid;
import io.producerbench.curve.search.RateSearch;
import io.producerbench.curve.search.SearchResult;
import io.producerbench.curve.search.SearchRule;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Feasibility;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The curve of one mode as far as it is measured, and what it needs next: its maximum, then the
 * ladder of rates, then for a goal that the lowest rate missed whether it misses it again, then the
 * searches. No input or output.
 */
final class ModeCurve {
    /** The rates of the ladder, in percent of the maximum. */
    static final List<Integer> LADDER = List.of(10, 25, 50, 75, 90, 95);

    /** How often a trial is repeated at most because it was dropped. */
    static final int MOST_REPEATS = 2;

    /** How many trials at the lowest rate decide whether a goal can be reached at all. */
    static final int QUIET_TRIALS = 3;

    /** How many trials of the searches may be dropped before the searches are given up. */
    static final int MOST_DROPPED = 12;

    private static final double PERCENT = 100;

    private final Scenario scenario;
    private final List<LatencyGoal> goals;
    private final int ladderBlocks;
    private final List<Taken> taken = new ArrayList<>();
    private final Map<LatencyGoal, RateSearch> searches = new LinkedHashMap<>();
    private OptionalDouble maximum = OptionalDouble.empty();

    private record Taken(CurvePhase phase, int rate, TrialReading reading) {}

    /** What to measure next. */
    record Wish(CurvePhase phase, Scenario scenario) {}

    /**
     * @param scenario in closed loop
     * @param ladderBlocks how often each rate of the ladder is measured
     */
    ModeCurve(Scenario scenario, List<LatencyGoal> goals, int ladderBlocks) {
        this.scenario = scenario;
        this.goals = scenario.guarantee().acks().confirms() ? goals : List.of();
        this.ladderBlocks = ladderBlocks;
    }

    Scenario scenario() {
        return scenario;
    }

    OptionalDouble maximum() {
        return maximum;
    }

    /** Returns what to measure in the next block; nothing once the curve is complete. */
    List<Wish> wanted() {
        if (maximum.isEmpty()) {
            boolean isHopeless = count(CurvePhase.MAXIMUM) > MOST_REPEATS;
            return isHopeless ? List.of() : List.of(new Wish(CurvePhase.MAXIMUM, scenario));
        }
        List<Wish> ladder = ladder().stream()
                .filter(this::isLadderWanted)
                .map(rate -> wish(CurvePhase.LADDER, rate))
                .toList();
        if (!ladder.isEmpty()) {
            return ladder;
        }
        if (isQuietWanted()) {
            return List.of(wish(CurvePhase.QUIET, ladder().get(0)));
        }
        OptionalInt load = searchedLoad();
        return load.isPresent() ? List.of(wish(CurvePhase.SEARCH, load.getAsInt())) : List.of();
    }

    private Wish wish(CurvePhase phase, int rate) {
        return new Wish(phase, atRate(rate));
    }

    private Scenario atRate(int rate) {
        return scenario.with(Axis.RATE, Integer.toString(rate));
    }

    /** Returns the rates of the ladder, without those at which no transaction would be in time. */
    private List<Integer> ladder() {
        return LADDER.stream()
                .map(percent -> (int) Math.max(1, Math.round(maximum.orElseThrow() * percent / PERCENT)))
                .distinct()
                .filter(rate -> Feasibility.problem(atRate(rate)).isEmpty())
                .toList();
    }

    private boolean isLadderWanted(int rate) {
        long all = at(CurvePhase.LADDER, rate).count();
        long counted = at(CurvePhase.LADDER, rate)
                .filter(each -> each.reading.counts())
                .count();
        return counted < ladderBlocks && all < ladderBlocks + MOST_REPEATS;
    }

    private Stream<Taken> at(CurvePhase phase, int rate) {
        return taken.stream().filter(each -> each.phase == phase && each.rate == rate);
    }

    private long count(CurvePhase phase) {
        return taken.stream().filter(each -> each.phase == phase).count();
    }

    private boolean isQuietWanted() {
        return !ladder().isEmpty()
                && count(CurvePhase.QUIET) < QUIET_TRIALS + MOST_REPEATS
                && goals.stream().anyMatch(this::isUncertain);
    }

    /** True if the lowest rate missed the goal in too few trials to say that it always does. */
    private boolean isUncertain(LatencyGoal goal) {
        List<TrialReading> quiet = quiet();
        return quiet.size() < QUIET_TRIALS && misses(quiet, goal) > 0;
    }

    /**
     * Returns true if even the lowest rate of the ladder misses the goal, in most of its trials, so
     * that no search can find a rate that reaches it.
     */
    boolean isUnreachable(LatencyGoal goal) {
        List<TrialReading> quiet = quiet();
        return goals.contains(goal) && !isUncertain(goal) && 2 * misses(quiet, goal) > quiet.size();
    }

    private List<TrialReading> quiet() {
        if (maximum.isEmpty() || ladder().isEmpty()) {
            return List.of();
        }
        int lowest = ladder().get(0);
        return taken.stream()
                .filter(each -> each.rate == lowest && each.reading.counts())
                .map(Taken::reading)
                .toList();
    }

    private static long misses(List<TrialReading> trials, LatencyGoal goal) {
        return trials.stream()
                .filter(trial -> trial.lossRatio(goal) > goal.allowedLoss())
                .count();
    }

    private OptionalInt searchedLoad() {
        long dropped = taken.stream()
                .filter(each -> each.phase == CurvePhase.SEARCH && !each.reading.counts())
                .count();
        if (dropped >= MOST_DROPPED) {
            return OptionalInt.empty();
        }
        beginSearches();
        return searches.values().stream()
                .map(RateSearch::next)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** Begins the searches with what the ladder said. */
    private void beginSearches() {
        if (!searches.isEmpty()) {
            return;
        }
        LoadGrid grid = LoadGrid.around(maximum.orElseThrow());
        for (LatencyGoal goal : goals) {
            if (!isUnreachable(goal)) {
                RateSearch search = RateSearch.begin(grid, goal.allowedLoss(), SearchRule.USUAL);
                for (Taken each : taken) {
                    if (each.phase == CurvePhase.LADDER && each.reading.counts()) {
                        search = search.hinted(each.rate, each.reading.lossRatio(goal));
                    }
                }
                searches.put(goal, search);
            }
        }
    }

    /**
     * Takes note of a trial.
     *
     * @param rate in records per second; not read in closed loop
     */
    void took(CurvePhase phase, int rate, TrialReading reading) {
        taken.add(new Taken(phase, rate, reading));
        if (phase == CurvePhase.MAXIMUM) {
            maximum = known(reading);
        } else if (phase == CurvePhase.SEARCH && reading.counts()) {
            searches.replaceAll((goal, search) -> search.after(rate, reading.lossRatio(goal)));
        }
    }

    /**
     * Returns the maximum, once it is measured. If every attempt was disturbed, the best of them is
     * good enough: it says only where to search.
     */
    private OptionalDouble known(TrialReading last) {
        if (last.counts()) {
            return last.recordsPerSecond();
        }
        return count(CurvePhase.MAXIMUM) <= MOST_REPEATS
                ? OptionalDouble.empty()
                : taken.stream()
                        .flatMapToDouble(each -> each.reading.recordsPerSecond().stream())
                        .max();
    }

    /** Returns what the search for a goal has found; empty if it was not searched for. */
    Optional<SearchResult> result(LatencyGoal goal) {
        return Optional.ofNullable(searches.get(goal)).map(RateSearch::result);
    }
}
