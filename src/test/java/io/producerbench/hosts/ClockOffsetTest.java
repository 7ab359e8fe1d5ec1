package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.hosts.ClockOffset.Exchange;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {
    private static final LoadHost HOST = new LoadHost("load-2", "127.0.0.1", 1);

    /** The other clock is 7.3 ms ahead, and is read in the middle of a round trip of 0.4 ms. */
    private static Exchange at(long sentNanos) {
        long read = sentNanos + 200_000 + 7_300_000;
        return new Exchange(sentNanos, read / 1_000_000, sentNanos + 400_000);
    }

    @Test
    void many_exchanges_tell_more_than_a_clock_that_counts_milliseconds() {
        List<Exchange> exchanges =
                LongStream.range(0, 50).mapToObj(i -> at(i * 1_137_000)).toList();

        ClockOffset offset = ClockOffset.of(exchanges);

        assertThat(Math.abs(offset.nanos() - 7_300_000)).isLessThanOrEqualTo(offset.uncertainNanos());
        assertThat(offset.uncertainNanos()).isLessThan(300_000);
    }

    @Test
    void one_exchange_is_uncertain_by_half_its_round_trip_and_half_a_millisecond() {
        assertThat(ClockOffset.of(List.of(at(0))).uncertainNanos()).isEqualTo(700_000);
    }

    @Test
    void the_shortest_exchange_decides_when_a_clock_was_set_meanwhile() {
        Exchange slow = new Exchange(0, 90, 2_000_000);
        Exchange fast = new Exchange(10_000_000, 10, 10_100_000);

        assertThat(ClockOffset.of(List.of(slow, fast)).nanos()).isEqualTo(450_000);
    }

    @Test
    void a_clock_more_than_fifty_milliseconds_off_is_refused_with_the_hosts_name() {
        assertThatThrownBy(() -> HostClocks.requireSmall(HOST, new ClockOffset(-50_100_000, 0)))
                .hasMessageContainingAll("load-2", "-50.1 ms");
        assertThatCode(() -> HostClocks.requireSmall(HOST, new ClockOffset(49_900_000, 0)))
                .doesNotThrowAnyException();
    }

    @Test
    void an_offset_above_five_milliseconds_is_noted() {
        assertThat(HostClocks.remark(HOST, new ClockOffset(-5_100_000, 0)))
                .get()
                .asString()
                .contains(HOST.name(), "-5.1 ms");
        assertThat(HostClocks.remark(HOST, new ClockOffset(4_900_000, 0))).isEmpty();
    }
}
