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
    void brokers_that_do_not_tell_what_they_compile_are_warm_once_five_rounds_are_as_fast_as_the_five_before() {
        untold(1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
        assertThat(isDone()).isFalse();
        untold(1_240);
        assertThat(isDone()).isTrue();
        assertThat(new WarmUp(rounds).warmth()).isEqualTo(Warmth.UNKNOWN);
        rounds.clear();
        untold(1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_260);
        assertThat(isDone()).isFalse();
        assertThat(new WarmUp(rounds).warmth()).isEqualTo(Warmth.COLD);
    }

    /** The rates of two warm-ups that had ended at a tenth and at a third of what was to come. */
    @Test
    void three_rounds_that_stand_still_are_no_plateau_where_the_compilers_do_not_tell() {
        untold(2_112, 2_417, 3_439, 4_020, 4_841, 5_995, 6_017, 5_945);
        assertThat(isDone()).isFalse();
        untold(7_000, 9_000, 11_000, 14_000);
        assertThat(isDone()).isFalse();
        rounds.clear();
        untold(9_000, 14_900, 13_100, 12_900, 21_000, 30_000, 41_000, 42_100, 42_000, 42_000, 42_000);
        assertThat(isDone()).isFalse();
        untold(42_000, 42_000, 42_000, 42_000, 42_000);
        assertThat(isDone()).isTrue();
    }

    @Test
    void a_slow_moment_of_several_rounds_does_not_end_it_where_the_compilers_do_not_tell() {
        untold(42_000, 42_000, 42_000, 42_000, 42_000, 36_000, 37_000, 38_000, 39_000, 40_000);
        assertThat(isDone()).isFalse();
    }

    private void untold(long... rates) {
        for (long rate : rates) {
            add(rate, OptionalDouble.empty(), OptionalDouble.empty());
        }
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
