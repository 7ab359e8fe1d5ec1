package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.calibration.Scenarios;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.TimeValue;

class EffortTest {
    private static final ForkIterations SAID =
            new ForkIterations(2, TimeValue.milliseconds(500), 4, TimeValue.seconds(1));
    private static final Scenario HEALTHY = scenario("3", "0");
    private static final Scenario DEGRADED = scenario("2", "1");
    private static final Scenario REFUSED = scenario("3", "1");

    @Test
    void a_full_sweep_has_the_six_blocks_that_an_interval_needs() {
        Effort full = effort(false);

        assertThat(full.blocks()).isEqualTo(6);
        assertThat(full.iterations().warmupIterations()).isEqualTo(1);
        assertThat(full.iterations().warmupTime()).isEqualTo(TimeValue.seconds(3));
        assertThat(full.iterations().measurementIterations()).isEqualTo(1);
        assertThat(full.iterations().measurementTime()).isEqualTo(TimeValue.seconds(3));
    }

    @Test
    void a_quick_sweep_has_one_block_of_short_iterations() {
        Effort quick = effort(true);

        assertThat(quick.blocks()).isEqualTo(1);
        assertThat(quick.iterations().warmupTime()).isEqualTo(TimeValue.seconds(3));
        assertThat(quick.iterations().measurementTime()).isEqualTo(TimeValue.seconds(3));
        assertThat(quick.brokerWarmUpRounds()).isLessThan(effort(false).brokerWarmUpRounds());
    }

    @Test
    void what_the_user_says_goes_before_either_default() {
        String[] said = {"-f", "10", "-wi", "2", "-w", "500ms", "-i", "4", "-r", "1s"};

        assertThat(effort(false, said))
                .isEqualTo(new Effort(10, SAID, effort(false).brokerWarmUpRounds()));
        assertThat(effort(true, said))
                .isEqualTo(new Effort(10, SAID, effort(true).brokerWarmUpRounds()));
    }

    @Test
    void what_the_user_does_not_say_keeps_its_default() {
        assertThat(effort(true, "-f", "3").iterations().warmupTime()).isEqualTo(TimeValue.seconds(3));
    }

    @Test
    void a_sample_takes_its_iterations_and_what_is_around_them() {
        Duration three = effort(false, "-wi", "0", "-i", "3", "-r", "10s").perSample(HEALTHY);
        Duration four = effort(false, "-wi", "0", "-i", "4", "-r", "10s").perSample(HEALTHY);

        assertThat(three).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
        assertThat(four.minus(three)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void a_sweep_takes_all_its_samples_and_the_start_of_the_brokers() {
        Effort effort = effort(false);

        List<Step> three = List.of(step(HEALTHY), step(DEGRADED), step(REFUSED));
        assertThat(effort.total(three).minus(effort.total(List.of())))
                .isEqualTo(effort.perSample(HEALTHY)
                        .plus(effort.perSample(DEGRADED))
                        .plus(effort.perSample(REFUSED)));
        assertThat(effort.total(List.of())).isGreaterThan(BrokerWarmUp.atMost(effort.warmUpRoundsBetween()));
    }

    /** The limit is for slow moments; a plan that counted on it would promise too late an end. */
    @Test
    void rounds_that_are_hardly_ever_needed_do_not_lengthen_the_plan() {
        Effort usual = effort(false);
        Effort patient = new Effort(usual.blocks(), usual.iterations(), 10 * usual.brokerWarmUpRounds());
        Effort hasty = new Effort(usual.blocks(), usual.iterations(), 1);

        assertThat(patient.total(List.of())).isEqualTo(usual.total(List.of()));
        assertThat(hasty.total(List.of())).isLessThan(usual.total(List.of()));
    }

    @Test
    void a_broker_that_dies_and_comes_back_takes_its_time_in_any_sample_and_a_refusal_needs_no_fork() {
        Effort brief = effort(false, "-wi", "0", "-i", "1", "-r", "1s");
        Effort lengthy = effort(false, "-wi", "0", "-i", "1", "-r", "60s");

        assertThat(brief.perSample(DEGRADED).minus(brief.perSample(HEALTHY)))
                .isEqualTo(lengthy.perSample(DEGRADED).minus(lengthy.perSample(HEALTHY)))
                .isGreaterThan(Duration.ofSeconds(10));
        assertThat(lengthy.perSample(REFUSED))
                .isEqualTo(brief.perSample(REFUSED))
                .isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void a_broker_that_comes_back_is_warmed_unless_it_is_killed_again() {
        Effort effort = effort(false);
        Duration warmUp = BrokerWarmUp.atMost(effort.warmUpRoundsBetween());

        assertThat(effort.each(List.of(step(HEALTHY), step(DEGRADED), step(REFUSED), step(HEALTHY), step(HEALTHY))))
                .containsExactly(
                        effort.perSample(HEALTHY),
                        effort.perSample(DEGRADED),
                        effort.perSample(REFUSED),
                        effort.perSample(HEALTHY).plus(warmUp),
                        effort.perSample(HEALTHY));
        assertThat(effort.warmUpRoundsBetween()).isLessThan(effort.brokerWarmUpRounds());
    }

    private static Scenario scenario(String minInsyncReplicas, String brokersDown) {
        return Scenarios.acksAll(
                "2000", Map.of(Axis.MIN_INSYNC_REPLICAS, minInsyncReplicas, Axis.BROKERS_DOWN, brokersDown));
    }

    private static Step step(Scenario scenario) {
        return new Step(1, 1, scenario);
    }

    private static Effort effort(boolean quick, String... arguments) {
        return Effort.of(
                quick,
                OptionalInt.empty(),
                JmhArguments.parse(List.of(arguments)).options());
    }
}
