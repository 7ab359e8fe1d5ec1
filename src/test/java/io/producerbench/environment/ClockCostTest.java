package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class ClockCostTest {

    @Test
    void is_the_time_a_call_takes() {
        AtomicLong now = new AtomicLong();

        ClockCost cost = ClockCost.measure(() -> now.addAndGet(5_000));

        assertThat(cost).isEqualTo(new ClockCost(5_000, 5_000));
    }

    @Test
    void a_coarse_clock_shows_a_step_larger_than_its_cost() {
        AtomicLong calls = new AtomicLong();

        ClockCost cost = ClockCost.measure(() -> calls.incrementAndGet() * 1_000 / 1_000_000 * 1_000_000);

        assertThat(cost.smallestStepNanos()).isEqualTo(1_000_000);
        assertThat(cost.nanosPerCall()).isBetween(990.0, 1_010.0);
    }

    @Test
    void one_long_interruption_does_not_change_the_cost() {
        AtomicLong now = new AtomicLong();
        AtomicLong calls = new AtomicLong();
        LongSupplier interruptedOnce = () -> now.addAndGet(calls.incrementAndGet() == 30_000 ? 50_000_000 : 5_000);

        assertThat(ClockCost.measure(interruptedOnce)).isEqualTo(new ClockCost(5_000, 5_000));
    }

    @Test
    void measures_this_computer() {
        ClockCost cost = ClockCost.measure();

        assertThat(cost.nanosPerCall()).isPositive();
        assertThat(cost.smallestStepNanos()).isPositive();
    }
}
