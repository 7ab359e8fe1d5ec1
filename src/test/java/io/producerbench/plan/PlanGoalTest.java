package io.producerbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanGoalTest {
    @Test
    void several_goals_are_read_with_their_units() {
        assertThat(PlanGoal.parse("p99=20ms, p99.9=0.1 s"))
                .isEqualTo(
                        List.of(new PlanGoal(PlanPercentile.P99, 20_000), new PlanGoal(PlanPercentile.P99_9, 100_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p95=1ms | expected a percentile of p50, p90, p99, p99.9, p99.99, got 'p95'; did you mean 'p90'?",
                "max=1ms | expected a percentile and its limit such as p99=20ms, got 'max=1ms'"
            })
    void what_is_no_goal_is_refused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanGoal.parse(text))
                .withMessage(message);
    }
}
