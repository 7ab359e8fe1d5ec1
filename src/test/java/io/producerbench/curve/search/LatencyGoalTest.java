package io.producerbench.curve.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyGoalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99=20ms           | p99=20ms    | 20000000    | 0.01",
                "p99 = 20 ms        | p99=20ms    | 20000000    | 0.01",
                "p99.90=0.1s        | p99.9=0.1s  | 100000000   | 0.001",
                "p50=1500us         | p50=1500us  | 1500000     | 0.5",
                "p95=2.50 ms        | p95=2.5ms   | 2500000     | 0.05",
                "p99=3600s          | p99=3600s   | 3600000000000 | 0.01",
            })
    void is_read_with_its_unit_and_with_or_without_blanks(String given, String text, long nanos, double allowed) {
        LatencyGoal goal = LatencyGoal.parse(given);

        assertThat(goal).hasToString(text);
        assertThat(goal.within()).isEqualTo(Duration.ofNanos(nanos));
        assertThat(goal.allowedLoss()).isEqualTo(allowed);
        assertThat(LatencyGoal.parse(text)).isEqualTo(goal);
    }

    @Test
    void several_are_read_in_their_order() {
        assertThat(LatencyGoal.list("p99.9=100ms, p99=20ms"))
                .extracting(LatencyGoal::text)
                .containsExactly("p99.9=100ms", "p99=20ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99=20     | may mean 20ms or 20s",
                "20         | such as p99=20ms",
                "20ms       | such as p99=20ms",
                "p99:20ms   | such as p99=20ms",
                "p99<20ms   | such as p99=20ms",
                "p999=20ms  | from p50 to p99.9, got p999",
                "p10=20ms   | from p50 to p99.9, got p10",
                "p99.99=1s  | from p50 to p99.9, got p99.99",
                "p99=20msec | expected a limit in us, ms or s, got '20msec'",
                "p99=20MS   | expected a limit in us, ms or s, got '20MS'",
                "p99=ms     | such as 20ms, got 'ms'",
                "p99=-5ms   | such as 20ms, got '-5ms'",
                "p99=       | such as 20ms, got ''",
                "p99=0ms    | above 0",
                "p99=2000000s | at most an hour",
            })
    void what_is_not_a_goal_is_refused_in_words(String given, String words) {
        assertThatThrownBy(() -> LatencyGoal.parse(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void two_goals_of_one_percentile_are_refused_and_so_is_an_empty_one() {
        assertThatThrownBy(() -> LatencyGoal.list("p99=20ms,p99.0=30ms")).hasMessageContaining("p99=20ms and p99=30ms");
        assertThatThrownBy(() -> LatencyGoal.list("p99=20ms,")).hasMessageContaining("such as p99=20ms, got ''");
    }
}
