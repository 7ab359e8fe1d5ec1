package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.report.AnomalyCount;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.NamedFault;
import io.producerbench.report.TrialCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChooserTest {
    private final List<GuaranteeCell> cells = new ArrayList<>();

    @Test
    void the_mode_that_promises_least_of_those_that_kept_it_is_taken_where_no_price_is_known() {
        tried("C5", "", Mode.ACKS_1, 2, 10, Anomaly.LOST, 1);
        tried("C5", "", Mode.ACKS_ALL, 2, 10, Anomaly.LOST, 0);
        tried("C5", "", Mode.IDEMPOTENT, 2, 10, Anomaly.LOST, 0);

        assertThat(chosen(Promise.NOT_LOST)).isEqualTo("acks=all, min.insync.replicas=2");
    }

    @Test
    void one_trial_with_a_loss_is_enough_to_be_left_out() {
        tried("C5", "", Mode.ACKS_ALL, 2, 300, Anomaly.LOST, 1);
        tried("C5", "", Mode.TRANSACTIONAL, 2, 10, Anomaly.LOST, 0);

        assertThat(chosen(Promise.NOT_LOST)).isEqualTo("transactional, min.insync.replicas=2");
    }

    @Test
    void of_one_mode_the_minimum_that_was_tried_most_is_named() {
        tried("C10", "", Mode.IDEMPOTENT, 1, 30, Anomaly.DUPLICATED, 0);
        tried("C10", "", Mode.IDEMPOTENT, 2, 300, Anomaly.DUPLICATED, 0);
        tried("C10", "", Mode.IDEMPOTENT, 3, 30, Anomaly.DUPLICATED, 0);

        assertThat(chosen(Promise.NOT_TWICE)).isEqualTo("idempotent, min.insync.replicas=2");
    }

    @Test
    void what_held_in_one_variant_of_a_fault_only_needs_that_variant() {
        tried("C21", "transaction.version=1", Mode.TRANSACTIONAL, 2, 10, Anomaly.DIRTY_VISIBLE, 10);
        tried("C21", "transaction.version=2", Mode.TRANSACTIONAL, 2, 10, Anomaly.DIRTY_VISIBLE, 0);

        assertThat(chosen(Promise.WHOLE)).isEqualTo("transactional, min.insync.replicas=2, with transaction.version=2");
    }

    @Test
    void what_broke_in_every_variant_is_chosen_under_no_condition() {
        tried("C21", "one", Mode.TRANSACTIONAL, 2, 10, Anomaly.DIRTY_VISIBLE, 10);
        tried("C21", "two", Mode.TRANSACTIONAL, 2, 10, Anomaly.DIRTY_VISIBLE, 1);

        assertThat(chosen(Promise.WHOLE)).isEqualTo("none");
    }

    @Test
    void a_setting_that_needs_no_condition_comes_first() {
        tried("C7", "unclean election", Mode.ACKS_ALL, 1, 10, Anomaly.LOST, 10);
        tried("C7", "clean election only", Mode.ACKS_ALL, 1, 10, Anomaly.LOST, 0);
        tried("C5", "", Mode.TRANSACTIONAL, 2, 10, Anomaly.LOST, 0);

        assertThat(chosen(Promise.NOT_LOST)).isEqualTo("transactional, min.insync.replicas=2");
    }

    @Test
    void a_loss_without_a_dead_broker_and_a_restart_of_the_application_tell_nothing_of_what_is_asked() {
        tried("C2", "", Mode.ACKS_0, 2, 10, Anomaly.LOST, 0);
        tried("C13", "", Mode.IDEMPOTENT, 2, 10, Anomaly.DUPLICATED, 10);

        assertThat(chosen(Promise.NOT_LOST)).isEqualTo("none");
        assertThat(chosen(Promise.NOT_TWICE)).isEqualTo("none");
    }

    @Test
    void all_that_is_asked_must_be_kept_by_the_one_setting() {
        tried("C5", "", Mode.ACKS_ALL, 2, 10, Anomaly.LOST, 0);
        tried("C10", "", Mode.ACKS_ALL, 2, 10, Anomaly.DUPLICATED, 10);
        tried("C5", "", Mode.IDEMPOTENT, 2, 10, Anomaly.LOST, 0);
        tried("C10", "", Mode.IDEMPOTENT, 2, 10, Anomaly.DUPLICATED, 0);

        assertThat(chosen(Promise.NOT_LOST, Promise.NOT_TWICE)).isEqualTo("idempotent, min.insync.replicas=2");
    }

    @Test
    void the_bound_is_that_of_the_fault_that_was_tried_least() {
        tried("C5", "", Mode.ACKS_ALL, 2, 59, Anomaly.LOST, 0);
        tried("C3", "", Mode.ACKS_ALL, 2, 10, Anomaly.LOST, 0);

        assertThat(new Chooser(cells, List.of())
                        .cheapest(Set.of(Promise.NOT_LOST))
                        .orElseThrow()
                        .evidence())
                .isEqualTo("0 of 69 trials; each fault ≤ 26 %");
    }

    private String chosen(Promise... promises) {
        return new Chooser(cells, List.of())
                .cheapest(Set.of(promises))
                .map(Choice::setting)
                .orElse("none");
    }

    private void tried(
            String experiment, String variant, Mode mode, int minimum, int trials, Anomaly anomaly, int broken) {
        Map<Anomaly, AnomalyCount> seen = new EnumMap<>(Anomaly.class);
        seen.put(anomaly, new AnomalyCount(broken, broken, OptionalDouble.of(1)));
        cells.add(new GuaranteeCell(
                new NamedFault(experiment, "a fault", variant),
                mode,
                minimum,
                new TrialCount(trials, 0, 0, trials, OptionalLong.empty(), ""),
                OptionalLong.empty(),
                List.of(anomaly),
                seen,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                ""));
    }
}
