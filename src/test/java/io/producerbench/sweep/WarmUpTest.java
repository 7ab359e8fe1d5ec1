package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.sample.Warmth;
import io.producerbench.sweep.WarmUp.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final List<Round> rounds = new ArrayList<>();

    @Test
    void takes_at_least_three_rounds() {
        assertThat(isDone()).isFalse();
        quiet(1_000, 1_000);
        assertThat(isDone()).isFalse();
        quiet(1_000);
        assertThat(isDone()).isTrue();
    }

    @Test
    void goes_on_while_the_rate_rises() {
        quiet(1_000, 1_100, 1_210, 1_331);
        assertThat(isDone()).isFalse();
    }

    @Test
    void a_rise_of_three_percent_is_none() {
        quiet(1_000, 1_030, 1_030);
        assertThat(isDone()).isTrue();
    }

    @Test
    void one_faster_round_among_the_last_two_is_a_rise() {
        quiet(1_000, 1_000, 1_031);
        assertThat(isDone()).isFalse();
        rounds.clear();
        quiet(1_000, 1_031, 1_000);
        assertThat(isDone()).isFalse();
    }

    @Test
    void a_slow_moment_after_a_rise_is_no_plateau() {
        // The rates of a run whose warm-up ended after four rounds, at a third of what was to come.
        for (long rate : new long[] {9_000, 14_900, 13_100, 12_900}) {
            add(rate, OptionalDouble.empty(), OptionalDouble.empty());
        }
        assertThat(isDone()).isFalse();
        for (long rate : new long[] {21_000, 30_000, 41_000, 42_100, 42_000}) {
            add(rate, OptionalDouble.empty(), OptionalDouble.empty());
        }
        assertThat(isDone()).isTrue();
    }

    @Test
    void where_the_compilers_are_done_rounds_may_scatter_more() {
        quiet(80_000, 92_000, 81_000, 86_000);
        assertThat(isDone()).isTrue();
        rounds.clear();
        quiet(80_000, 92_000, 78_000, 86_000);
        assertThat(isDone()).isFalse();
    }

    @Test
    void brokers_that_still_compile_are_cold_however_flat_the_rates() {
        compiling(0.10, 1_000, 1_000, 1_000, 1_000);
        assertThat(isDone()).isFalse();
        assertThat(new WarmUp(rounds).warmth()).isEqualTo(Warmth.COLD);

        compiling(0.01, 1_000, 1_000);
        assertThat(isDone()).isTrue();
        assertThat(new WarmUp(rounds).warmth()).isEqualTo(Warmth.WARM);
    }

    @Test
    void rounds_that_others_disturbed_neither_end_it_nor_count() {
        quiet(1_000, 1_000);
        disturbed(400, 400, 400);
        assertThat(isDone()).isFalse();
        quiet(1_000);
        assertThat(isDone()).isTrue();
    }

    @Test
    void brokers_that_do_not_tell_what_they_compile_are_judged_by_the_rates_alone() {
        for (int i = 0; i < 3; i++) {
            add(1_000, OptionalDouble.empty(), OptionalDouble.empty());
        }
        assertThat(isDone()).isTrue();
        assertThat(new WarmUp(rounds).warmth()).isEqualTo(Warmth.UNKNOWN);
    }

    private boolean isDone() {
        return new WarmUp(rounds).isDone();
    }

    private void quiet(long... rates) {
        compiling(0.0, rates);
    }

    private void compiling(double share, long... rates) {
        for (long rate : rates) {
            add(rate, OptionalDouble.of(share), OptionalDouble.of(0.01));
        }
    }

    private void disturbed(long... rates) {
        for (long rate : rates) {
            add(rate, OptionalDouble.of(0), OptionalDouble.of(0.4));
        }
    }

    private void add(long rate, OptionalDouble jit, OptionalDouble others) {
        rounds.add(new Round(rounds.size() + 1, Map.of("all", rate), jit, others));
    }
}
