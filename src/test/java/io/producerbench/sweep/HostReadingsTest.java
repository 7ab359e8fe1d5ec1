package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.environment.CpuTimes;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HostReadingsTest {
    private static final double EXACT = 1e-12;

    private final HostReadings readings = new HostReadings();

    @Test
    void a_value_at_the_edge_of_a_window_lies_on_the_line_between_the_readings_around_it() {
        brokers(1_000, 500);
        brokers(1_100, 600);
        brokers(1_200, 1_000);

        // 550 at 1,050 and 800 at 1,150.
        assertThat(readings.brokerCpuNanos(List.of(window(1_050, 1_150)))).hasValue(250);
    }

    @Test
    void several_windows_are_added_and_what_is_between_them_is_not() {
        brokers(0, 0);
        brokers(100, 100);
        brokers(200, 5_100);
        brokers(300, 5_200);

        assertThat(readings.brokerCpuNanos(List.of(window(0, 100), window(200, 300))))
                .hasValue(200);
    }

    @Test
    void a_clock_that_wraps_around_zero_is_read_by_differences() {
        brokers(-100, 0);
        brokers(100, 200);

        assertThat(readings.brokerCpuNanos(List.of(window(-50, 50)))).hasValue(100);
    }

    @Test
    void a_window_that_no_reading_follows_has_no_value() {
        brokers(0, 0);
        brokers(100, 100);

        assertThat(readings.brokerCpuNanos(List.of(window(0, 101)))).isEmpty();
        assertThat(readings.busyShare(List.of(window(0, 101)))).isEmpty();
    }

    @Test
    void a_reading_without_the_brokers_leaves_them_unknown_where_it_is_used() {
        brokers(0, 0);
        readings.add(100, OptionalLong.empty(), Optional.empty());
        brokers(200, 200);
        brokers(300, 300);

        assertThat(readings.brokerCpuNanos(List.of(window(50, 150)))).isEmpty();
        assertThat(readings.brokerCpuNanos(List.of(window(220, 300)))).hasValue(80);
    }

    @Test
    void stolen_time_counts_as_busy_because_it_was_wanted_here() {
        readings.add(0, OptionalLong.empty(), Optional.of(new CpuTimes(1_000, 2_000, 3_000)));
        readings.add(100, OptionalLong.empty(), Optional.of(new CpuTimes(1_030, 2_050, 3_020)));

        assertThat(readings.busyShare(List.of(window(0, 100))).orElseThrow()).isEqualTo(0.5, within(EXACT));
        assertThat(readings.stealShare(List.of(window(0, 100))).orElseThrow()).isEqualTo(0.2, within(EXACT));
    }

    @Test
    void without_counters_of_the_machine_its_shares_are_unknown() {
        brokers(0, 0);
        brokers(100, 100);

        assertThat(readings.busyShare(List.of(window(0, 100)))).isEmpty();
        assertThat(readings.stealShare(List.of(window(0, 100)))).isEmpty();
    }

    private void brokers(long nanos, long cpuNanos) {
        readings.add(nanos, OptionalLong.of(cpuNanos), Optional.empty());
    }

    private static MeasuredWindow window(long start, long end) {
        return new MeasuredWindow(start, end, 0, 0, 0, 0, 0, 0, 0, 0, 0, new BrokerCount(0, 0, 0, 0));
    }
}
