package io.producerbench.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.scenario.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CurvePlanTest {
    @Test
    void the_default_is_five_modes_at_one_record_size_in_closed_loop() {
        CurvePlan plan = CurvePlan.of(ACurve.request("p99=20ms"));

        assertThat(plan.scenarios())
                .extracting(Scenario::name)
                .containsExactly(
                        "max-rate-acks-0-min-isr-2-1024B",
                        "max-rate-acks-1-min-isr-2-1024B",
                        "max-rate-acks-all-min-isr-2-1024B",
                        "max-rate-idempotent-min-isr-2-1024B",
                        "max-rate-transactional-min-isr-2-1024B");
        assertThat(plan.effort().blocks()).isOne();
        assertThat(plan.effort().iterations().total()).isEqualTo(Duration.ofSeconds(4));
        assertThat(plan.leftOut()).isEmpty();
    }

    /** A maximum and six rates for each of five modes, and fourteen trials for each of four searches. */
    @Test
    void the_number_of_trials_and_the_duration_are_told_before() {
        CurvePlan plan = CurvePlan.of(ACurve.request("p99=20ms"));

        assertThat(plan.trials()).isEqualTo(5 * 7 + 4 * 14);
        assertThat(plan.duration()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
    }

    @Test
    void axes_and_lengths_are_chosen_as_in_a_sweep() {
        CurvePlan plan = CurvePlan.of(ACurve.request(
                "p99=20ms",
                "-p",
                "acks=1,all",
                "-p",
                "enableIdempotence=false",
                "-p",
                "recordSize=100",
                "-f",
                "3",
                "-w",
                "2",
                "-r",
                "5"));

        assertThat(plan.scenarios())
                .extracting(Scenario::name)
                .containsExactly("max-rate-acks-1-min-isr-2-100B", "max-rate-acks-all-min-isr-2-100B");
        assertThat(plan.effort().blocks()).isEqualTo(3);
        assertThat(plan.effort().iterations().total()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_scenario_whose_records_are_refused_is_left_out_with_the_reason() {
        CurvePlan plan = CurvePlan.of(
                ACurve.request("p99=20ms", "-p", "brokersDown=1", "-p", "minInsyncReplicas=2,3", "-p", "acks=all"));

        assertThat(plan.scenarios()).isNotEmpty().noneMatch(Scenario::isRefused);
        assertThat(plan.leftOut()).isNotEmpty().allMatch(reason -> reason.contains("refuse every record"));
    }
}
