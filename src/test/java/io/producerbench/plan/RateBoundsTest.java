package io.producerbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RateBoundsTest {
    private static final List<PlanGoal> GOAL = PlanGoal.parse("p99=20ms");
    private static final PlanRange CLOSED_LOOP = new PlanRange(45_000, 50_000, 55_000);

    @Test
    void without_goals_they_are_the_interval_of_the_closed_loop() {
        assertThat(RateBounds.of(List.of(point(2000, 5)), List.of(), CLOSED_LOOP))
                .isEqualTo(bounds(45_000, 55_000));
    }

    @Test
    void the_highest_rate_that_kept_the_goals_bounds_from_below_and_the_closed_loop_from_above() {
        assertThat(RateBounds.of(List.of(point(2000, 5), point(20_000, 20)), GOAL, CLOSED_LOOP))
                .isEqualTo(bounds(20_000, 55_000));
    }

    @Test
    void a_rate_that_missed_them_bounds_from_above_although_a_higher_one_kept_them() {
        assertThat(RateBounds.of(List.of(point(2000, 5), point(10_000, 21), point(20_000, 9)), GOAL, CLOSED_LOOP))
                .isEqualTo(bounds(2000, 10_000));
    }

    @Test
    void nothing_is_certain_without_a_rate_that_kept_them() {
        assertThat(RateBounds.of(List.of(point(2000, 30)), GOAL, CLOSED_LOOP)).isEqualTo(bounds(0, 2000));
        assertThat(RateBounds.of(List.of(), GOAL, CLOSED_LOOP)).isEqualTo(bounds(0, 55_000));
    }

    private static MeasuredPoint point(double rate, double p99Millis) {
        return new MeasuredPoint(rate, Map.of(PlanPercentile.P99, 1000 * p99Millis));
    }

    private static RateBounds bounds(double low, double high) {
        return new RateBounds(low, high, OptionalDouble.empty());
    }
}
