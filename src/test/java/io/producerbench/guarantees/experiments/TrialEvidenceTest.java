package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantees.experiments.TrialResult.Observed;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrialEvidenceTest {
    private final TrialEvidence evidence = new TrialEvidence();

    @Test
    void an_observation_as_expected_is_a_fact_and_no_deviation() {
        evidence.expect("acknowledged", 5, 5L);
        evidence.expectMore("retries", 0, 1);

        assertThat(evidence.observed(0).facts()).isEqualTo(Map.of("acknowledged", "5", "retries", "1"));
        assertThat(evidence.deviations()).isEmpty();
    }

    @Test
    void an_observation_that_deviates_is_a_fact_and_a_deviation() {
        evidence.expect("acknowledged", 5, 4);
        evidence.expectMore("retries", 0, 0);

        assertThat(evidence.observed(0).facts()).isEqualTo(Map.of("acknowledged", "4", "retries", "0"));
        assertThat(evidence.deviations())
                .containsExactly("acknowledged: expected 5, got 4", "retries: expected more than 0, got 0");
    }

    @Test
    void a_fault_that_hit_nothing_makes_the_trial_invalid() {
        evidence.requireHit();

        assertThat(evidence.invalid()).contains("the fault hit nothing");
    }

    @Test
    void a_fault_that_hit_something_does_not() {
        evidence.hit(1);
        evidence.requireHit();

        assertThat(evidence.invalid()).isEmpty();
    }

    @Test
    void what_was_observed_holds_the_sum_of_the_hits_and_the_outage() {
        evidence.hit(2);
        evidence.hit(3);
        evidence.unavailable(Duration.ofMillis(3417));

        assertThat(evidence.observed(9)).isEqualTo(new Observed(OptionalLong.of(3417), 9, 5, Map.of()));
    }
}
