package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantee.Mode;
import io.producerbench.guarantee.Verdict;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentMatrixTest {
    private static final List<TrialCell> CELLS = ExperimentMatrix.cells();

    @ParameterizedTest
    @EnumSource(Experiment.class)
    void every_experiment_is_tried_with_something(Experiment experiment) {
        assertThat(of(experiment)).isNotEmpty();
    }

    @Test
    void no_two_cells_share_a_name() {
        assertThat(CELLS).extracting(TrialCell::name).doesNotHaveDuplicates();
    }

    @Test
    void names_are_fit_for_topics() {
        assertThat(CELLS).extracting(TrialCell::name).allMatch(name -> name.matches("[A-Za-z0-9._-]{1,200}"));
    }

    @Test
    void each_of_the_fifteen_settings_is_tried_with_the_leader_dying() {
        Set<Guarantee> tried =
                of(Experiment.C5).stream().map(TrialCell::guarantee).collect(Collectors.toSet());

        assertThat(tried)
                .hasSize(15)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Mode.values())
                        .flatMap(mode -> List.of(1, 2, 3).stream().map(mode::with))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Experiment.class,
            names = {"C1", "C6b", "C8", "C9", "C9b", "C13", "C16", "C17", "C18", "C19", "C20"},
            mode = EnumSource.Mode.EXCLUDE)
    void what_breaks_one_setting_is_tried_on_one_that_must_hold(Experiment experiment) {
        assertThat(of(experiment))
                .extracting(cell -> cell.expectation().verdict())
                .contains(Optional.of(Verdict.HELD));
        assertThat(of(experiment))
                .extracting(cell -> cell.expectation().verdict())
                .anyMatch(verdict -> !verdict.equals(Optional.of(Verdict.HELD)));
    }

    @Test
    void acks_all_with_two_in_sync_replicas_must_never_lose() {
        assertThat(CELLS)
                .filteredOn(cell -> cell.guarantee().equals(Mode.ACKS_ALL.with(2)))
                .extracting(TrialCell::expectation)
                .noneMatch(expectation -> expectation.watched().get(0) == Anomaly.LOST
                        && !expectation.verdict().equals(Optional.of(Verdict.HELD)));
    }

    @Test
    void idempotence_must_never_reorder_nor_double_within_a_session() {
        assertThat(CELLS)
                .filteredOn(cell -> cell.guarantee().enableIdempotence() && cell.experiment() != Experiment.C13)
                .extracting(TrialCell::expectation)
                .noneMatch(expectation -> expectation.verdict().equals(Optional.of(Verdict.BROKEN))
                        && Set.of(Anomaly.DUPLICATED, Anomaly.REORDERED)
                                .contains(expectation.watched().get(0)));
    }

    private static List<TrialCell> of(Experiment experiment) {
        return CELLS.stream().filter(cell -> cell.experiment() == experiment).toList();
    }

    @Test
    void the_smoke_tier_has_the_key_experiments() {
        assertThat(CELLS.stream()
                        .filter(cell -> Tier.SMOKE.trials(cell) > 0)
                        .map(TrialCell::experiment)
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.of(
                        Experiment.C1,
                        Experiment.C2,
                        Experiment.C5,
                        Experiment.C8,
                        Experiment.C9,
                        Experiment.C10,
                        Experiment.C13,
                        Experiment.C14,
                        Experiment.C16,
                        Experiment.C17,
                        Experiment.C20));
    }
}
