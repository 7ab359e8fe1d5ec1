package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TailTest {
    @Test
    void holds_the_largest_values() {
        Histogram histogram = new Histogram(3);
        LongStream.rangeClosed(1, 100).forEach(histogram::recordValue);

        Tail tail = Tail.of(histogram, 3);

        assertThat(tail.values()).containsExactly(98L, 99L, 100L);
        assertThat(tail.mean()).isEqualTo(99);
    }

    @Test
    void evenly_spread_values_are_uniform() {
        Tail tail = new Tail(LongStream.rangeClosed(1, 1_000).boxed().toList());

        assertThat(tail.distanceToUniform(0, 1_000)).isCloseTo(0.001, within(1e-9));
    }

    @Test
    void values_in_one_half_of_the_range_are_half_of_all_off() {
        assertThat(new Tail(LongStream.rangeClosed(1, 500).boxed().toList()).distanceToUniform(0, 1_000))
                .isCloseTo(0.5, within(1e-9));
        assertThat(new Tail(LongStream.rangeClosed(501, 1_000).boxed().toList()).distanceToUniform(0, 1_000))
                .isCloseTo(0.5, within(0.01));
    }

    @Test
    void a_single_value_is_not_uniform() {
        assertThat(new Tail(List.of(1_000L, 1_000L)).distanceToUniform(0, 1_000))
                .isCloseTo(1, within(1e-9));
    }
}
