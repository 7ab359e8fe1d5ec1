package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantee.Mode;
import org.junit.jupiter.api.Test;

class TierTest {
    @Test
    void the_headline_cells_are_tried_most() {
        assertThat(Tier.RELEASE.trials(cell(Experiment.C5, Mode.ACKS_ALL.with(2))))
                .isEqualTo(59);
        assertThat(Tier.RELEASE.trials(cell(Experiment.C10, Mode.IDEMPOTENT.with(2))))
                .isEqualTo(300);
        assertThat(Tier.RELEASE.trials(cell(Experiment.C14, Mode.IDEMPOTENT.with(2))))
                .isEqualTo(300);
    }

    @Test
    void others_by_what_a_trial_costs() {
        assertThat(Tier.RELEASE.trials(cell(Experiment.C5, Mode.ACKS_1.with(2))))
                .isEqualTo(10);
        assertThat(Tier.RELEASE.trials(cell(Experiment.C10, Mode.ACKS_1.with(2))))
                .isEqualTo(30);
    }

    @Test
    void what_must_show_itself_needs_fewer_than_what_must_never() {
        TrialCell shows = new TrialCell(Experiment.C10, Mode.ACKS_1.with(2), "", Expectation.some(Anomaly.DUPLICATED));
        TrialCell holds =
                new TrialCell(Experiment.C10, Mode.TRANSACTIONAL.with(2), "", Expectation.never(Anomaly.DUPLICATED));

        assertThat(Tier.NIGHTLY.trials(shows)).isEqualTo(30);
        assertThat(Tier.NIGHTLY.trials(holds)).isEqualTo(300);
    }

    @Test
    void smoke_tries_one_min_insync_replicas_of_the_key_experiments_once() {
        assertThat(Tier.SMOKE.trials(cell(Experiment.C5, Mode.ACKS_1.with(2)))).isEqualTo(1);
        assertThat(Tier.SMOKE.trials(cell(Experiment.C5, Mode.ACKS_1.with(1)))).isZero();
        assertThat(Tier.SMOKE.trials(cell(Experiment.C8, Mode.ACKS_ALL.with(3))))
                .isEqualTo(1);
        assertThat(Tier.SMOKE.trials(cell(Experiment.C3, Mode.ACKS_0.with(2)))).isZero();
    }

    private static TrialCell cell(Experiment experiment, Guarantee guarantee) {
        return new TrialCell(experiment, guarantee, "", Expectation.never());
    }
}
