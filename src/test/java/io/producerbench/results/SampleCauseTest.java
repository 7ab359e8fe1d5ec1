package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.sample.Cause;
import io.producerbench.results.sample.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleCauseTest {
    @Test
    void others_may_use_a_tenth_of_the_machine_and_no_more() {
        assertThat(good().others(0.10).problems()).isEmpty();
        assertThat(good().others(0.1004).problems())
                .containsExactly("other processes used 10.0 % of the machine's CPU, more than 10.0 %");
        assertThat(good().othersUnknown().problems()).isEmpty();
        assertDisturbed(good().others(0.4));
    }

    @Test
    void the_hypervisor_may_keep_as_much() {
        assertThat(good().steal(0.10).problems()).isEmpty();
        assertThat(good().steal(0.203).problems())
                .containsExactly("the hypervisor kept 20.3 % of the cores' time, more than 10.0 %");
        assertDisturbed(good().steal(0.203));
    }

    @Test
    void whatever_stands_still_for_more_than_half_a_second_is_named() {
        assertThat(good().stoodStill("the client", 500).problems()).isEmpty();
        assertThat(good().stoodStill("a broker", 501).problems())
                .containsExactly("a broker stood still for 501 ms, more than 500 ms");
        assertDisturbed(good().stoodStill("the machine", 5_000));
    }

    @Test
    void replicas_that_fell_behind_are_a_disturbance() {
        assertDisturbed(good().smallestIsr(2));
    }

    @Test
    void a_lost_record_is_a_finding_whatever_else_disturbed_the_sample() {
        assertFound(good().logEnd(599_999));
        assertFound(good().logEnd(599_999).others(0.4).smallestIsr(2));
    }

    @Test
    void what_follows_from_the_death_of_a_broker_is_no_finding() {
        ASample sample = good().logEnd(599_999).clusterFailure("broker-2 exited with code 137");

        assertDisturbed(sample);
        assertThat(sample.problems()).hasSize(2);
    }

    @Test
    void a_rate_that_was_missed_by_far_on_a_quiet_machine_is_beyond_reach() {
        assertDisturbed(fixed().inWindow(9_800, 10_000, 9_800));
        assertFound(fixed().inWindow(5_000, 10_000, 5_000));
        assertDisturbed(fixed().inWindow(5_000, 10_000, 5_000).others(0.4));
    }

    @Test
    void a_good_sample_has_no_cause() {
        assertThat(good().row(1, 1).validity().cause()).isEmpty();
    }

    private static ASample good() {
        return ASample.atMaxRate(Map.of());
    }

    private static ASample fixed() {
        return ASample.atRate(2000, Map.of());
    }

    private static void assertDisturbed(ASample sample) {
        assertCause(sample, Cause.DISTURBANCE);
    }

    private static void assertFound(ASample sample) {
        assertCause(sample, Cause.FINDING);
    }

    private static void assertCause(ASample sample, Cause cause) {
        SampleRow row = sample.row(1, 1);
        assertThat(row.status()).isEqualTo(Status.INVALID);
        assertThat(row.validity().cause()).as(row.statusReason()).hasValue(cause);
    }
}
