package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialPlanTest {
    @Test
    void cells_that_can_share_a_death_do() {
        TrialPlan plan = TrialPlan.of(cells(Experiment.C5), cell -> 2, 1);

        assertThat(plan.events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).hasSize(15));
    }

    @Test
    void a_cell_that_is_tried_more_often_than_its_companions_goes_on_alone() {
        TrialCell often = cells(Experiment.C5).stream()
                .filter(cell -> cell.guarantee().equals(Mode.ACKS_ALL.with(2)))
                .findFirst()
                .orElseThrow();

        TrialPlan plan = TrialPlan.of(cells(Experiment.C5), cell -> cell.equals(often) ? 3 : 1, 1);

        assertThat(plan.events()).hasSize(3);
        assertThat(plan.events())
                .filteredOn(event -> event.size() == 1)
                .containsExactly(List.of(often), List.of(often));
        assertThat(plan.trials()).isEqualTo(17);
    }

    @Test
    void a_clean_and_an_unclean_election_are_not_tried_together() {
        assertThat(TrialPlan.of(cells(Experiment.C7), cell -> 1, 1).events()).hasSize(2);
    }

    @Test
    void settings_that_want_different_numbers_of_brokers_dead_are_not_tried_together() {
        List<TrialCell> cells = new ArrayList<>(cells(Experiment.C8));
        cells.addAll(cells(Experiment.C9));

        assertThat(TrialPlan.of(cells, cell -> 1, 1).events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event)
                        .extracting(cell -> cell.guarantee().minInsyncReplicas())
                        .containsOnly(event.get(0).guarantee().minInsyncReplicas()));
    }

    @Test
    void quick_trials_are_prepared_in_packs_of_one_experiment_and_none_is_left_out() {
        List<TrialCell> cells = new ArrayList<>(cells(Experiment.C10));
        cells.addAll(cells(Experiment.C14));

        TrialPlan plan = TrialPlan.of(cells, cell -> 3, 1);

        assertThat(plan.events())
                .allSatisfy(event -> assertThat(event)
                        .hasSizeLessThanOrEqualTo(12)
                        .extracting(TrialCell::experiment)
                        .containsOnly(event.get(0).experiment()));
        for (TrialCell cell : cells) {
            assertThat(plan.events().stream().flatMap(List::stream).filter(cell::equals))
                    .hasSize(3);
        }
    }

    @Test
    void a_broker_that_dies_in_a_commit_dies_for_one_trial() {
        assertThat(TrialPlan.of(cells(Experiment.C19), cell -> 2, 1).events())
                .hasSize(4)
                .allSatisfy(event -> assertThat(event).hasSize(1));
    }

    @Test
    void the_order_comes_from_the_seed() {
        TrialPlan plan = TrialPlan.of(ExperimentMatrix.cells(), cell -> 1, 7);

        assertThat(TrialPlan.of(ExperimentMatrix.cells(), cell -> 1, 7)).isEqualTo(plan);
        assertThat(TrialPlan.of(ExperimentMatrix.cells(), cell -> 1, 8)).isNotEqualTo(plan);
    }

    /**
     * Runs of one seed stay comparable with earlier runs of that seed only if the order stays the
     * same.
     */
    @Test
    void the_order_of_a_seed_is_this() {
        assertThat(TrialPlan.of(ExperimentMatrix.cells(), cell -> 1, 7).events())
                .extracting(event -> event.get(0).name() + " +" + (event.size() - 1))
                .startsWith(
                        "C21-transactional-min2-transaction.version-1 +0",
                        "C18-transactional-min2 +0",
                        "C8-acks-all-min2-retries-0 +4",
                        "C5b-acks-1-min2 +3",
                        "C5d-acks-1-min2-10-ms-late-1000-records-s +1",
                        "C20-transactional-min2 +0",
                        "C5d-acks-1-min2-100-ms-late-1000-records-s +1",
                        "C19-transactional-min2-partition-leader-dies-before-the-markers-arrive +0",
                        "C7-acks-all-min1-unclean-election +1",
                        "C11-idempotent-min2 +8");
    }

    @Test
    void cells_with_no_trials_are_left_out() {
        assertThat(TrialPlan.of(ExperimentMatrix.cells(), cell -> 0, 1).events())
                .isEqualTo(Collections.emptyList());
    }

    private static List<TrialCell> cells(Experiment experiment) {
        return ExperimentMatrix.cells().stream()
                .filter(cell -> cell.experiment() == experiment)
                .toList();
    }
}
