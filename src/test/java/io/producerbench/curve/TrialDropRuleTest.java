package io.producerbench.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.latency.Latency;
import io.producerbench.results.ASample;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.Status;
import io.producerbench.scenario.Axis;
import io.producerbench.sweep.SampleRunner.Sample;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TrialDropRuleTest {
    @Test
    void a_trial_that_nothing_disturbed_counts() {
        assertThat(reason(sample(), 0)).isEmpty();
    }

    /** A sweep would call it INVALID by a disturbance, and dropping it would make every result too high. */
    @Test
    void a_trial_that_missed_its_rate_and_whose_records_were_late_counts() {
        ASample slow = sample().inWindow(4_500, 5_000, 4_500).latency(Latency.ACK, 3_000_000);

        assertThat(slow.row(1, 1).status()).isEqualTo(Status.INVALID);
        assertThat(reason(slow, 0)).isEmpty();
    }

    @Test
    void a_trial_is_dropped_for_what_others_did() {
        assertThat(reason(sample().others(0.2), 0)).get().asString().startsWith("other processes used 20.0 %");
        assertThat(reason(sample().smallestIsr(2), 0)).contains("2 in-sync replicas of 3");
        assertThat(reason(sample(), 2)).contains("2 leaders moved");
    }

    /** A sample here has 1.25 % of stolen time. */
    @Test
    void a_trial_is_dropped_for_stolen_time_above_the_limit() {
        assertThat(new TrialDropRule(0.012, MachineLimits.DEFAULT).reason(trial(sample(), 0)))
                .contains("steal 0.013, at most 0.012 may be");
        assertThat(new TrialDropRule(0.0125, MachineLimits.DEFAULT).reason(trial(sample(), 0)))
                .isEmpty();
    }

    @Test
    void a_trial_without_numbers_is_dropped() {
        SampleRow row = sample().row(1, 1);
        Sample failed = new Sample(
                SampleRow.failed(row.run(), row.startedAt(), row.step(), "no reason"),
                Optional.empty(),
                OptionalInt.empty());

        assertThat(ACurve.RULE.reason(failed)).contains("FAILED: no reason");
    }

    @Test
    void with_a_dead_broker_two_replicas_are_all_that_live_and_its_leaders_have_moved() {
        ASample sample = ASample.atRate(1_000, Map.of(Axis.BROKERS_DOWN, "1")).smallestIsr(2);

        assertThat(reason(sample, 3)).isEmpty();
    }

    private static ASample sample() {
        return ASample.atRate(1_000, Map.of()).latency(Latency.ACK, 1_000);
    }

    private static Optional<String> reason(ASample sample, int leaderMoves) {
        return ACurve.RULE.reason(trial(sample, leaderMoves));
    }

    private static Sample trial(ASample sample, int leaderMoves) {
        return new Sample(sample.row(1, 1), Optional.empty(), OptionalInt.of(leaderMoves));
    }
}
