package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTimesTest {
    private final SeenTimes times = new SeenTimes(2);

    @Test
    void every_record_is_counted_once_it_is_published_whether_there_is_room_for_its_time_or_not() {
        times.begin(10);
        times.see(9, 100);
        times.see(10, 100);
        times.see(12, 100);

        assertThat(times.published()).isZero();
        times.publish();
        assertThat(times.published()).isEqualTo(3);
        assertThat(times.strays()).isEqualTo(1);
    }

    @Test
    void the_first_time_of_a_record_stays_and_the_second_is_counted() {
        times.begin(10);
        times.see(11, 100);
        times.see(11, 200);

        assertThat(times.seenNanos(1)).isEqualTo(100);
        assertThat(times.doubled()).isEqualTo(1);
        assertThat(times.isSeen(0)).isFalse();

        times.begin(12);
        assertThat(times.doubled()).isZero();
        assertThat(times.isSeen(1)).isFalse();
    }
}
