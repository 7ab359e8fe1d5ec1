package io.producerbench.curve.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateSearchTest {
    private static final double GOAL = 0.01;
    private static final LoadGrid GRID = LoadGrid.around(10_000);

    @Test
    void every_capacity_of_a_cluster_without_noise_is_found_between_neighbours() {
        for (int capacity = 2_600; capacity < 14_000; capacity += 100) {
            int reached = capacity;
            SearchResult found =
                    searched(begin(), load -> load <= reached ? 0 : 1).result();

            assertThat(found.end()).isEqualTo(SearchEnd.REGULAR);
            assertThat(found.lowerBound().getAsInt()).isLessThanOrEqualTo(capacity);
            assertThat(found.upperBound().getAsInt()).isGreaterThan(capacity);
            assertThat((double) found.upperBound().getAsInt()
                            / found.lowerBound().getAsInt())
                    .isCloseTo(1.05, within(0.002));
            assertThat(found.trials()).isLessThanOrEqualTo(16);
        }
    }

    @Test
    void a_goal_that_no_load_reaches_has_only_an_upper_bound_and_is_irregular() {
        SearchResult found = searched(begin(), load -> 1).result();

        assertThat(found.end()).isEqualTo(SearchEnd.BELOW_RANGE);
        assertThat(found.isIrregular()).isTrue();
        assertThat(found.lowerBound()).isEmpty();
        assertThat(found.upperBound()).hasValue(1_000);
        assertThat(found.conditionalThroughput()).isEmpty();
    }

    @Test
    void a_goal_that_every_load_reaches_has_only_a_lower_bound_and_is_irregular() {
        SearchResult found = searched(begin(), load -> 0).result();

        assertThat(found.end()).isEqualTo(SearchEnd.ABOVE_RANGE);
        assertThat(found.isIrregular()).isTrue();
        assertThat(found.lowerBound()).hasValue(GRID.load(GRID.size() - 1));
        assertThat(found.upperBound()).isEmpty();
    }

    @Test
    void a_search_that_has_seen_nothing_is_undecided() {
        assertThat(begin().result())
                .isEqualTo(new SearchResult(
                        SearchEnd.UNDECIDED, OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty(), 0));
    }

    @Test
    void a_search_ends_after_the_most_trials_and_says_that_it_is_undecided() {
        RateSearch search = searched(RateSearch.begin(GRID, GOAL, new SearchRule(0.5, 6, 7)), load -> load % 2);

        assertThat(search.next()).isEmpty();
        assertThat(search.result().trials()).isEqualTo(7);
        assertThat(search.result().end()).isEqualTo(SearchEnd.UNDECIDED);
    }

    /** The RFC's rule for a loss inversion. */
    @Test
    void where_loads_contradict_each_other_the_smaller_upper_bound_is_believed() {
        RateSearch search = repeat(begin(), GRID.load(10), 1, 4);
        search = repeat(search, GRID.load(20), 0, 3);
        search = repeat(search, GRID.load(30), 1, 4);
        search = repeat(search, GRID.load(9), 0, 3);

        assertThat(search.result().upperBound()).hasValue(GRID.load(10));
        assertThat(search.result().lowerBound()).hasValue(GRID.load(9));
        assertThat(search.next()).isEmpty();
    }

    @Test
    void a_load_just_at_the_allowed_loss_reaches_the_goal_and_one_above_misses_it() {
        assertThat(begin().isMiss(GOAL)).isFalse();
        assertThat(begin().isMiss(Math.nextUp(GOAL))).isTrue();
    }

    /** Half of six trials: the third best of what is known decides. */
    @Test
    void the_conditional_throughput_is_what_was_in_time_in_the_trial_at_the_exceed_ratio() {
        RateSearch search = begin();
        for (double loss : List.of(0.0, 0.004, 0.008)) {
            search = search.after(GRID.load(3), loss);
        }

        assertThat(search.result().lowerBound()).hasValue(GRID.load(3));
        assertThat(search.result().conditionalThroughput().getAsDouble()).isCloseTo(GRID.load(3) * 0.992, within(1e-9));
    }

    @Test
    void a_hint_shifts_the_first_load_and_decides_nothing() {
        int first = begin().next().getAsInt();
        RateSearch low = begin().hinted(6_001, 1).hinted(6_001, 1);
        RateSearch high = begin().hinted(9_001, 0).hinted(9_001, 0);

        assertThat(low.next().getAsInt()).isLessThan(first);
        assertThat(high.next().getAsInt()).isGreaterThan(first);
        assertThat(low.result().trials()).isZero();
        assertThat(begin().hinted(1, 0).belief().median())
                .isEqualTo(begin().belief().median());
        assertThat(begin().hinted(1_000_000, 1).belief().median())
                .isEqualTo(begin().belief().median());
    }

    @Test
    void only_loads_of_the_grid_may_be_told() {
        assertThatThrownBy(() -> begin().after(7, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 7");
    }

    @Test
    void no_load_is_asked_for_outside_the_bounds_that_are_known() {
        Set<Integer> asked = new HashSet<>();
        RateSearch search = repeat(begin(), GRID.load(12), 1, 4);
        search = repeat(search, GRID.load(5), 0, 3);
        while (search.next().isPresent()) {
            int load = search.next().getAsInt();
            asked.add(load);
            search = search.after(load, load > GRID.load(8) ? 1 : 0);
        }

        assertThat(asked).allMatch(load -> load > GRID.load(5) && load < GRID.load(12));
        assertThat(search.result().lowerBound()).hasValue(GRID.load(8));
    }

    @Test
    void loads_are_five_percent_apart_from_a_tenth_to_one_and_a_half_of_the_maximum() {
        assertThat(GRID.load(0)).isEqualTo(1_000);
        assertThat(GRID.load(GRID.size() - 1)).isBetween(14_280, 15_000);
        assertThat(IntStream.range(1, GRID.size()).mapToDouble(i -> (double) GRID.load(i) / GRID.load(i - 1)))
                .allSatisfy(step -> assertThat(step).isCloseTo(1.05, within(0.001)));
        assertThat(LoadGrid.around(3).loads()).isSorted().doesNotHaveDuplicates();
    }

    private static RateSearch begin() {
        return RateSearch.begin(GRID, GOAL, SearchRule.USUAL);
    }

    private static RateSearch searched(RateSearch begin, IntToDoubleFunction loss) {
        RateSearch search = begin;
        while (search.next().isPresent()) {
            int load = search.next().getAsInt();
            search = search.after(load, loss.applyAsDouble(load));
        }
        return search;
    }

    private static RateSearch repeat(RateSearch begin, int load, double loss, int times) {
        RateSearch search = begin;
        for (int i = 0; i < times; i++) {
            search = search.after(load, loss);
        }
        return search;
    }
}
