package io.producerbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.scenario.BlockPlan.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockPlanTest {
    private static final List<Scenario> SCENARIOS = Grids.defaults();

    @Test
    void each_block_holds_every_scenario_once() {
        BlockPlan plan = BlockPlan.shuffled(SCENARIOS, 3, 1);

        assertThat(plan.steps()).hasSize(3 * SCENARIOS.size());
        assertThat(List.of(1, 2, 3))
                .allSatisfy(block -> assertThat(order(plan, block)).containsExactlyInAnyOrderElementsOf(SCENARIOS));
    }

    @Test
    void blocks_follow_each_other_and_their_steps_count_from_one() {
        List<Scenario> two = SCENARIOS.subList(0, 2);

        assertThat(BlockPlan.shuffled(two, 2, 1).steps())
                .extracting(step -> step.block() + "." + step.orderInBlock())
                .containsExactly("1.1", "1.2", "2.1", "2.2");
    }

    @Test
    void no_block_repeats_the_order_of_another() {
        BlockPlan plan = BlockPlan.shuffled(SCENARIOS, 3, 1);

        assertThat(List.of(order(plan, 1), order(plan, 2), order(plan, 3))).doesNotHaveDuplicates();
    }

    @Test
    void the_same_seed_gives_the_same_order() {
        assertThat(BlockPlan.shuffled(SCENARIOS, 3, 7)).isEqualTo(BlockPlan.shuffled(SCENARIOS, 3, 7));
    }

    @Test
    void another_seed_gives_another_order() {
        assertThat(BlockPlan.shuffled(SCENARIOS, 1, 7)).isNotEqualTo(BlockPlan.shuffled(SCENARIOS, 1, 8));
    }

    /** Or a run could not be repeated from its recorded seed by a later version. */
    @Test
    void the_order_of_a_seed_stays_what_it_was() {
        List<Scenario> five = SCENARIOS.subList(0, 5);

        assertThat(BlockPlan.shuffled(five, 1, 7).steps())
                .extracting(step -> five.indexOf(step.scenario()))
                .containsExactly(4, 3, 0, 2, 1);
    }

    private static List<Scenario> order(BlockPlan plan, int block) {
        return plan.steps().stream()
                .filter(step -> step.block() == block)
                .map(Step::scenario)
                .toList();
    }
}
