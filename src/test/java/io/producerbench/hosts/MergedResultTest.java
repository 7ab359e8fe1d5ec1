package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.guarantee.Acks;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.TimeValue;

class MergedResultTest {
    private static ForkResult of(LaneResult counted, LaneResult... hosts) {
        Scenario scenario = Scenario.ofDefaults(Map.of(Axis.ACKS, "all", Axis.RATE, "100"));
        ForkIterations iterations = new ForkIterations(1, TimeValue.seconds(1), 1, TimeValue.seconds(1));
        return ForkResult.from(
                MergedResult.of(FixedRate.class, scenario, iterations, counted.counts(), List.of(hosts)), Acks.ALL);
    }

    @Test
    void the_score_is_the_sum_of_the_hosts_scores() {
        LaneResult one = ALane.result(100, 90, 7);
        LaneResult two = ALane.result(100, 80, 8);

        ForkResult merged = of(one, one, two);

        assertThat(merged.jmhScore()).isEqualTo(170);
        assertThat(merged.hosts()).isEqualTo(2);
    }

    /** One host too closes its window at the common moment, a tenth of a second after JMH's time. */
    @Test
    void jmhs_score_leaves_out_a_tenth_of_a_second_of_each_window() {
        LaneResult one = ALane.result(100, 90, 7);

        assertThat(of(one, one).unscoredSeconds()).isCloseTo(0.1, within(1e-9));
    }
}
