package io.producerbench.sweep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.ClosedLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepPlanTest {
    @Test
    void every_block_has_every_scenario_once() {
        SweepPlan plan = SweepPlan.of(Requests.full("-f", "3"));

        Map<Integer, Set<Scenario>> blocks =
                plan.blocks().steps().stream().collect(groupingBy(Step::block, mapping(Step::scenario, toSet())));

        assertThat(blocks).containsOnlyKeys(1, 2, 3);
        assertThat(blocks.values())
                .allSatisfy(block ->
                        assertThat(block).isEqualTo(new HashSet<>(plan.grid().scenarios())));
        assertThat(plan.blocks().steps()).hasSize(3 * plan.grid().scenarios().size());
    }

    @Test
    void the_same_seed_gives_the_same_order() {
        assertThat(SweepPlan.of(Requests.full()).blocks())
                .isEqualTo(SweepPlan.of(Requests.full()).blocks());
    }

    @Test
    void a_full_sweep_measures_both_record_sizes_and_a_quick_one_the_larger() {
        assertThat(recordSizes(SweepPlan.of(Requests.full()))).containsExactlyInAnyOrder(100, 1024);
        assertThat(recordSizes(SweepPlan.of(Requests.quick()))).containsExactly(1024);
    }

    @Test
    void what_the_user_chooses_goes_before_what_quick_chooses() {
        assertThat(recordSizes(SweepPlan.of(Requests.quick("-p", "recordSize=10,20"))))
                .containsExactlyInAnyOrder(10, 20);
    }

    @Test
    void a_pattern_leaves_the_other_benchmark_out() {
        assertThat(SweepPlan.of(Requests.full("MaxRate")).grid().scenarios())
                .isNotEmpty()
                .allSatisfy(scenario -> assertThat(scenario.pacing()).isInstanceOf(ClosedLoop.class));
    }

    @Test
    void a_combination_that_cannot_run_is_pruned_with_its_reason() {
        SweepPlan plan = SweepPlan.of(Requests.full("-p", "acks=1,all", "-p", "enableIdempotence=true"));

        assertThat(plan.grid().scenarios())
                .allSatisfy(scenario ->
                        assertThat(scenario.guarantee().acks().kafkaValue()).isEqualTo("all"));
        assertThat(plan.grid().refused())
                .isNotEmpty()
                .allSatisfy(refused -> assertThat(refused.reason()).startsWith("Must set acks to all"));
    }

    @Test
    void if_all_combinations_are_pruned_there_is_nothing_to_measure() {
        assertThatThrownBy(() -> SweepPlan.of(Requests.full("-p", "acks=0", "-p", "enableIdempotence=true")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("nothing to measure: the producer refuses every combination asked for: ");
    }

    @Test
    void more_threads_than_producers_are_allowed_is_refused() {
        assertThatThrownBy(() -> SweepPlan.of(Requests.full("-t", "65")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected a whole number from 1 to 64, got: 65");
    }

    @Test
    void the_duration_is_that_of_all_samples() {
        SweepPlan plan = SweepPlan.of(Requests.full());

        assertThat(plan.duration()).isEqualTo(plan.effort().total(plan.blocks().steps()));
    }

    @Test
    void samples_with_a_broker_down_take_longer_and_the_plan_says_so() {
        Duration healthy = SweepPlan.of(Requests.full("-p", "acks=1")).duration();
        SweepPlan degraded =
                SweepPlan.of(Requests.full("-p", "acks=1", "-p", "minInsyncReplicas=1", "-p", "brokersDown=1"));

        assertThat(degraded.blocks().steps()).hasSize(6 * 4);
        assertThat(degraded.duration().minus(healthy))
                .isBetween(Duration.ofSeconds(24 * 10), Duration.ofSeconds(24 * 60));
    }

    @Test
    void two_brokers_down_are_refused_with_the_reason() {
        assertThatThrownBy(() -> SweepPlan.of(Requests.full("-p", "brokersDown=2")))
                .isInstanceOf(UsageException.class)
                .hasMessage("-p brokersDown: expected a whole number from 0 to 1, got: 2; with two of three dead no"
                        + " transaction could begin, whatever the topic's minimum");
    }

    @Test
    void a_cluster_whose_brokers_cannot_be_killed_is_refused_only_where_one_is_to_be() {
        ScenarioGrid healthy = SweepPlan.of(Requests.full()).grid();
        ScenarioGrid degraded =
                SweepPlan.of(Requests.full("-p", "brokersDown=0,1")).grid();

        SweepPlan.requirePower(healthy, false, "borrowed");
        SweepPlan.requirePower(degraded, true, "processes");
        assertThatThrownBy(() -> SweepPlan.requirePower(degraded, false, "borrowed"))
                .isInstanceOf(UsageException.class)
                .hasMessage("-p brokersDown: expected a kind of cluster whose brokers can be killed, got borrowed; give"
                        + " --cluster processes");
    }

    private static Set<Integer> recordSizes(SweepPlan plan) {
        return plan.grid().scenarios().stream()
                .map(scenario -> scenario.workload().recordSize())
                .collect(toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-f 1000000 | -f 1000000: 1000000 blocks x 44 cells = 44000000 samples take about ",
                "-p bufferMemory=12 | nothing to measure: no sample can be taken: -p bufferMemory=12 holds no batch",
                "FixedRate -p acks=all -p enableIdempotence=true -p transactional=true -p rate=10 | nothing to measure: no sample can be taken: -p recordsPerTransaction=1000 takes 100 s",
                "FixedRate -r 500ms -p acks=1 -p rate=1 | -p rate=1: in a window of 500 ms not every one of 1 producers has a record due",
                "FixedRate -r 3s -p acks=1 -p rate=10 -p producers=31 | -p rate=10: in a window of 3 s not every one of 31 producers"
            })
    void what_nothing_can_come_of_is_refused(String line, String beginning) {
        assertThatThrownBy(() -> SweepPlan.of(Requests.full(line.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(beginning);
    }

    @Test
    void a_product_of_too_many_values_is_refused_before_it_is_built() {
        String sizes = IntStream.rangeClosed(1, 999).mapToObj(Integer::toString).collect(joining(","));

        assertThatThrownBy(() -> SweepPlan.of(Requests.full("-p", "recordSize=" + sizes, "-p", "partitions=" + sizes)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("-p: the values make 35928036 combinations, and more than 100000 cannot be");
    }

    @Test
    void the_largest_number_of_samples_is_planned() {
        assertThat(SweepPlan.of(Requests.full("-f", "2272")).blocks().steps()).hasSize(2272 * 44);
    }
}
