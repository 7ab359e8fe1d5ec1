package io.producerbench.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.curve.ModeCurve.Wish;
import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.curve.search.SearchEnd;
import io.producerbench.curve.search.SearchResult;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ModeCurveTest {
    private static final LatencyGoal P99 = LatencyGoal.parse("p99=20ms");
    private static final LatencyGoal P50 = LatencyGoal.parse("p50=5ms");
    private static final int MAXIMUM = 10_000;

    private final Map<CurvePhase, List<Integer>> rates = new HashMap<>();

    @Test
    void the_maximum_comes_first_then_the_ladder_then_the_search() {
        ModeCurve curve = curve("all", 1, P99);

        assertThat(curve.wanted()).containsExactly(new Wish(CurvePhase.MAXIMUM, curve.scenario()));
        curve.took(CurvePhase.MAXIMUM, 0, maximum(true));
        assertThat(curve.wanted())
                .extracting(ModeCurveTest::rate)
                .containsExactly(1_000, 2_500, 5_000, 7_500, 9_000, 9_500);
        run(curve, 7_000);

        assertThat(rates.get(CurvePhase.LADDER)).hasSize(6);
        assertThat(rates).doesNotContainKey(CurvePhase.QUIET);
        SearchResult found = curve.result(P99).orElseThrow();
        assertThat(found.end()).isEqualTo(SearchEnd.REGULAR);
        assertThat(7_000)
                .isBetween(found.lowerBound().getAsInt(), found.upperBound().getAsInt() - 1);
        assertThat(curve.wanted()).isEmpty();
    }

    @Test
    void what_the_ladder_said_spares_trials_of_the_search() {
        ModeCurve curve = curve("all", 1, P99);
        curve.took(CurvePhase.MAXIMUM, 0, maximum(true));
        run(curve, 7_000);

        assertThat(rates.get(CurvePhase.SEARCH)).hasSizeLessThan(10).allMatch(rate -> rate > 5_000 && rate < 9_000);
    }

    @Test
    void a_ladder_of_several_blocks_is_measured_once_in_each() {
        ModeCurve curve = curve("all", 3, P99);
        curve.took(CurvePhase.MAXIMUM, 0, maximum(true));
        run(curve, 7_000);

        assertThat(rates.get(CurvePhase.LADDER)).hasSize(18);
    }

    @Test
    void two_goals_share_their_trials() {
        ModeCurve both = curve("all", 1, P99, P50);
        both.took(CurvePhase.MAXIMUM, 0, maximum(true));
        run(both, 7_000);
        int shared = rates.get(CurvePhase.SEARCH).size();

        assertThat(both.result(P50).orElseThrow().lowerBound())
                .isEqualTo(both.result(P99).orElseThrow().lowerBound());
        assertThat(both.result(P50).orElseThrow().trials()).isEqualTo(shared);
    }

    @Test
    void a_goal_that_the_lowest_rate_misses_twice_in_three_trials_is_not_searched_for() {
        ModeCurve curve = curve("all", 1, P99);
        curve.took(CurvePhase.MAXIMUM, 0, maximum(true));
        run(curve, 500);

        assertThat(rates.get(CurvePhase.QUIET)).containsExactly(1_000, 1_000);
        assertThat(rates).doesNotContainKey(CurvePhase.SEARCH);
        assertThat(curve.isUnreachable(P99)).isTrue();
        assertThat(curve.result(P99)).isEmpty();
    }

    @Test
    void one_late_trial_at_the_lowest_rate_does_not_make_a_goal_unreachable() {
        ModeCurve curve = curve("all", 1, P99);
        curve.took(CurvePhase.MAXIMUM, 0, maximum(true));
        for (Wish wish : curve.wanted()) {
            curve.took(CurvePhase.LADDER, rate(wish), reading(true, rate(wish) == 1_000 ? 100 : 0));
        }
        assertThat(curve.wanted()).extracting(Wish::phase).containsExactly(CurvePhase.QUIET);
        run(curve, 7_000);

        assertThat(curve.isUnreachable(P99)).isFalse();
        assertThat(curve.result(P99)).isPresent();
    }

    @Test
    void a_dropped_trial_is_taken_again_at_most_twice_and_decides_nothing() {
        ModeCurve curve = curve("all", 1, P99);
        curve.took(CurvePhase.MAXIMUM, 0, maximum(false));
        assertThat(curve.wanted()).extracting(Wish::phase).containsExactly(CurvePhase.MAXIMUM);
        curve.took(CurvePhase.MAXIMUM, 0, maximum(true));
        for (int attempt = 0; attempt <= ModeCurve.MOST_REPEATS; attempt++) {
            assertThat(curve.wanted()).extracting(ModeCurveTest::rate).contains(1_000);
            curve.took(CurvePhase.LADDER, 1_000, reading(false, 100));
        }
        assertThat(curve.wanted()).extracting(ModeCurveTest::rate).doesNotContain(1_000);
        run(curve, 7_000);

        assertThat(curve.isUnreachable(P99)).isFalse();
        assertThat(curve.result(P99).orElseThrow().end()).isEqualTo(SearchEnd.REGULAR);
    }

    @Test
    void the_best_of_disturbed_maxima_says_where_to_search() {
        ModeCurve curve = curve("all", 1, P99);
        for (double rate : List.of(5_000.0, 8_000.0, 6_000.0)) {
            curve.took(CurvePhase.MAXIMUM, 0, new TrialReading(false, OptionalDouble.of(rate), 0, Map.of()));
        }

        assertThat(curve.maximum()).hasValue(8_000);
    }

    @Test
    void without_any_maximum_nothing_is_measured() {
        ModeCurve curve = curve("all", 1, P99);
        for (int attempt = 0; attempt <= ModeCurve.MOST_REPEATS; attempt++) {
            curve.took(CurvePhase.MAXIMUM, 0, new TrialReading(false, OptionalDouble.empty(), 0, Map.of()));
        }

        assertThat(curve.wanted()).isEmpty();
        assertThat(curve.isUnreachable(P99)).isFalse();
    }

    @Test
    void a_search_is_given_up_after_a_dozen_dropped_trials() {
        ModeCurve curve = curve("all", 1, P99);
        curve.took(CurvePhase.MAXIMUM, 0, maximum(true));
        while (curve.wanted().size() > 1) {
            curve.wanted().forEach(wish -> curve.took(wish.phase(), rate(wish), reading(true, 0)));
        }
        int dropped = 0;
        while (!curve.wanted().isEmpty()) {
            Wish wish = curve.wanted().get(0);
            curve.took(wish.phase(), rate(wish), reading(false, 0));
            dropped++;
        }

        assertThat(dropped).isEqualTo(ModeCurve.MOST_DROPPED);
        assertThat(curve.result(P99).orElseThrow().end()).isEqualTo(SearchEnd.UNDECIDED);
    }

    @Test
    void acks_0_has_a_ladder_and_no_search() {
        ModeCurve curve = curve("0", 1, P99);
        curve.took(CurvePhase.MAXIMUM, 0, maximum(true));
        run(curve, 7_000);

        assertThat(rates).containsOnlyKeys(CurvePhase.LADDER);
        assertThat(curve.isUnreachable(P99)).isFalse();
        assertThat(curve.result(P99)).isEmpty();
    }

    /** Each trial up to this rate has no late record, and each above it has only those. */
    private void run(ModeCurve curve, int capacity) {
        for (List<Wish> wanted = curve.wanted(); !wanted.isEmpty(); wanted = curve.wanted()) {
            for (Wish wish : wanted) {
                rates.computeIfAbsent(wish.phase(), phase -> new ArrayList<>()).add(rate(wish));
                curve.took(wish.phase(), rate(wish), reading(true, rate(wish) <= capacity ? 0 : 100));
            }
        }
    }

    private static ModeCurve curve(String acks, int ladderBlocks, LatencyGoal... goals) {
        Scenario scenario = Scenario.ofDefaults(Map.of(Axis.ACKS, acks, Axis.RATE, Scenario.UNPACED));
        return new ModeCurve(scenario, List.of(goals), ladderBlocks);
    }

    private static int rate(Wish wish) {
        return ((OpenLoop) wish.scenario().pacing()).recordsPerSecond();
    }

    private static TrialReading maximum(boolean counts) {
        return new TrialReading(counts, OptionalDouble.of(MAXIMUM), 0, Map.of());
    }

    private static TrialReading reading(boolean counts, long late) {
        return new TrialReading(counts, OptionalDouble.of(1), 100, Map.of(P99.text(), late, P50.text(), late));
    }
}
