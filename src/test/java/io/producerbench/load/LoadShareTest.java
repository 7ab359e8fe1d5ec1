package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadShareTest {
    private static final long T0 = 1_000;
    private static final int RATE = 700;

    @Test
    void the_due_times_of_all_lanes_are_those_of_one_producer() {
        Schedule schedule = new Schedule(T0, RATE);
        List<Long> lanes = new ArrayList<>();
        for (int lane = 0; lane < 6; lane++) {
            for (long i = 0; i < 200; i++) {
                lanes.add(schedule.dueNanos(i * 6 + lane));
            }
        }
        List<Long> one = new ArrayList<>();
        for (long i = 0; i < 1_200; i++) {
            one.add(T0 + i * 1_000_000_000L / RATE);
        }
        assertThat(lanes).containsExactlyInAnyOrderElementsOf(one);
    }

    @Test
    void a_lane_that_goes_on_stays_on_its_own_records() {
        Schedule schedule = new Schedule(T0, RATE);
        for (int lane = 0; lane < 6; lane++) {
            for (long now = T0 - 5; now < T0 + 3_000_000_000L; now += 17_000_003) {
                long index = schedule.firstFrom(now, lane, 6);
                assertThat(index % 6).isEqualTo(lane);
                assertThat(schedule.dueNanos(index)).isGreaterThanOrEqualTo(now);
                assertThat(index < 6 || schedule.dueNanos(index - 6) < now).isTrue();
            }
        }
    }

    @Test
    void no_two_producers_of_a_load_have_one_number() {
        HashSet<Integer> numbers = new HashSet<>();
        for (int host = 0; host < 3; host++) {
            LoadShare share = new LoadShare(host, 3, Optional.empty());
            assertThat(share.producers(4)).isEqualTo(12);
            for (int producer = 0; producer < 4; producer++) {
                numbers.add(share.number(producer, 4));
            }
        }
        assertThat(numbers).hasSize(12);
    }

    @Test
    void a_moment_on_the_wall_becomes_one_of_the_monotonic_clock() {
        assertThat(StartGate.onMonotonicClock(5_000_000_100L, 5_000_000_000L, -40))
                .isEqualTo(60);
    }
}
