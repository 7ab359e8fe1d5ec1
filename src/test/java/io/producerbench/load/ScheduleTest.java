package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final long SECOND = 1_000_000_000;
    private static final long TEN_YEARS_OF_SECONDS = 315_360_000;

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 333333433", "2, 666666766", "3, 1000000100", "4, 1333333433"})
    void a_record_is_due_its_index_over_the_rate_after_the_start(long index, long due) {
        assertThat(new Schedule(100, 3).dueNanos(index)).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 7, 2_000, 999_983, 100_000_000})
    void rounding_does_not_add_up(long rate) {
        assertThat(new Schedule(0, rate).dueNanos(rate * TEN_YEARS_OF_SECONDS))
                .isEqualTo(TEN_YEARS_OF_SECONDS * SECOND);
    }

    @Test
    void is_exact_for_any_index_and_rate() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 100_000; i++) {
            long rate = random.nextLong(1, 100_000_001);
            long index = random.nextLong(rate * TEN_YEARS_OF_SECONDS);

            assertThat(new Schedule(0, rate).dueNanos(index)).isEqualTo(exact(index, rate));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 2_000, 999_983, 100_000_000})
    void no_record_is_due_before_the_one_ahead_of_it(long rate) {
        Schedule schedule = new Schedule(-5, rate);

        assertThat(LongStream.range(0, 10_000).map(schedule::dueNanos)).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "7, 12345", "2000, 987654321", "999983, 17", "100000000, 5"})
    void any_window_of_a_second_holds_exactly_the_rate(long rate, long from) {
        Schedule schedule = new Schedule(0, rate);

        assertThat(dueBefore(schedule, from + SECOND) - dueBefore(schedule, from))
                .isEqualTo(rate);
    }

    @Test
    void holds_for_a_clock_that_wraps_around() {
        Schedule schedule = new Schedule(Long.MAX_VALUE - 10, 1);

        assertThat(schedule.dueNanos(1) - schedule.dueNanos(0)).isEqualTo(SECOND);
    }

    @Test
    void needs_a_rate() {
        assertThatThrownBy(() -> new Schedule(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be at least 1 record/s, got: 0");
    }

    private static long exact(long index, long rate) {
        return BigInteger.valueOf(index)
                .multiply(BigInteger.valueOf(SECOND))
                .divide(BigInteger.valueOf(rate))
                .longValueExact();
    }

    /** The first index that is due at {@code nanos} or later, by bisection. */
    private static long dueBefore(Schedule schedule, long nanos) {
        long low = 0;
        long high = schedule.recordsPerSecond() * (nanos / SECOND + 2);
        while (low < high) {
            long middle = (low + high) / 2;
            if (schedule.dueNanos(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
