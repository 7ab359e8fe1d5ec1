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
                "p50=1500µs         | p50=1500µs  | 1500000     | 0.5",
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
                "p999=20ms  | from p50 to p99.9, got p999",
                "p10=20ms   | from p50 to p99.9, got p10",
                "p99.99=1s  | from p50 to p99.9, got p99.99",
                "p99=2000000s | at most an hour, got p99=2000000s",
                "p99=20     | may mean 20ms or 20s",
            })
    void what_is_not_a_goal_is_refused_in_words(String given, String words) {
        assertThatThrownBy(() -> LatencyGoal.parse(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
