package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.results.sample.Cause;
import io.producerbench.results.sample.Status;
import io.producerbench.results.sample.Validity;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final Validity DISTURBED =
            new Validity(Status.INVALID, "others used 40 %", Optional.of(Cause.DISTURBANCE));
    private static final Validity FOUND = new Validity(Status.INVALID, "a record is lost", Optional.of(Cause.FINDING));
    private static final Scenario ONE = scenario("1");
    private static final Scenario TWO = scenario("2");
    private static final Step A1 = new Step(1, 1, ONE);
    private static final Step B1 = new Step(1, 2, TWO);
    private static final Step B2 = new Step(2, 1, TWO);
    private static final Step A2 = new Step(2, 2, ONE);

    private final Agenda agenda = new Agenda(List.of(A1, B1, B2, A2));

    @Test
    void without_disturbances_every_sample_is_taken_once_in_the_planned_order() {
        assertThat(takeAll(Map.of())).containsExactly(A1, B1, B2, A2);
        assertThat(agenda.notOk()).isEmpty();
    }

    @Test
    void a_disturbed_sample_is_taken_again_at_the_end_of_its_block() {
        assertThat(takeAll(Map.of(A1, DISTURBED))).containsExactly(A1, B1, A1.again(), B2, A2);
        assertThat(agenda.notOk()).isEmpty();
    }

    @Test
    void a_sample_is_taken_again_at_most_twice_after_the_others_had_their_turn() {
        Step again = A1.again();
        assertThat(takeAll(Map.of(A1, DISTURBED, again, DISTURBED, again.again(), DISTURBED, B1, DISTURBED)))
                .containsExactly(A1, B1, again, B1.again(), again.again(), B2, A2);
        assertThat(agenda.notOk()).containsExactly("block 1 " + ONE.name() + " INVALID: others used 40 %");
    }

    @Test
    void what_was_found_is_not_taken_again_because_that_would_hide_it() {
        assertThat(takeAll(Map.of(A1, FOUND))).containsExactly(A1, B1, B2, A2);
        assertThat(agenda.notOk()).containsExactly("block 1 " + ONE.name() + " INVALID: a record is lost");
    }

    @Test
    void a_scenario_that_never_comes_out_well_is_taken_three_times_in_one_block_only() {
        Map<Step, Validity> never = new HashMap<>();
        for (Step step : List.of(A1, A1.again(), A1.again().again(), A2)) {
            never.put(step, DISTURBED);
        }

        assertThat(takeAll(never))
                .containsExactly(A1, B1, A1.again(), A1.again().again(), B2, A2);
    }

    @Test
    void a_scenario_that_came_out_well_before_is_never_given_up() {
        Map<Step, Validity> later = new HashMap<>();
        for (Step step : List.of(A2, A2.again(), A2.again().again())) {
            later.put(step, DISTURBED);
        }

        assertThat(takeAll(later)).endsWith(A2, A2.again(), A2.again().again());
    }

    @Test
    void a_sample_that_gave_no_numbers_is_taken_again() {
        assertThat(takeAll(Map.of(B1, Validity.failed("the fork died")))).containsExactly(A1, B1, B1.again(), B2, A2);
    }

    @Test
    void a_sample_of_another_plan_is_refused() {
        assertThatThrownBy(() -> agenda.took(new Step(3, 1, ONE), Validity.OK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("block 3");
    }

    @Test
    void stopped_anywhere_and_begun_again_it_takes_the_same_samples_in_the_same_order() {
        for (int seed = 0; seed < 200; seed++) {
            Map<Step, Validity> outcomes = outcomes(new Random(seed));
            List<Step> whole = run(new Agenda(List.of(A1, B1, B2, A2)), outcomes);
            for (int stop = 0; stop < whole.size(); stop++) {
                Agenda resumed = new Agenda(List.of(A1, B1, B2, A2));
                whole.subList(0, stop).forEach(step -> resumed.took(step, outcomes.getOrDefault(step, Validity.OK)));

                assertThat(run(resumed, outcomes))
                        .as("seed %d, stop %d", seed, stop)
                        .isEqualTo(whole.subList(stop, whole.size()));
            }
        }
    }

    private static Map<Step, Validity> outcomes(Random random) {
        Map<Step, Validity> outcomes = new HashMap<>();
        for (Step step : List.of(A1, B1, B2, A2)) {
            for (Step attempt : List.of(step, step.again(), step.again().again())) {
                outcomes.put(
                        attempt,
                        List.of(Validity.OK, DISTURBED, DISTURBED, FOUND).get(random.nextInt(4)));
            }
        }
        return outcomes;
    }

    private List<Step> takeAll(Map<Step, Validity> outcomes) {
        return run(agenda, outcomes);
    }

    private static List<Step> run(Agenda agenda, Map<Step, Validity> outcomes) {
        List<Step> taken = new ArrayList<>();
        for (Optional<Step> next = agenda.next(); next.isPresent(); next = agenda.next()) {
            taken.add(next.get());
            agenda.took(next.get(), outcomes.getOrDefault(next.get(), Validity.OK));
            assertThat(taken).hasSizeLessThan(20);
        }
        return taken;
    }

    private static Scenario scenario(String minInsyncReplicas) {
        return Scenario.ofDefaults(
                Map.of(Axis.ACKS, "all", Axis.MIN_INSYNC_REPLICAS, minInsyncReplicas, Axis.RATE, Scenario.UNPACED));
    }
}
