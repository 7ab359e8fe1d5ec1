package io.producerbench.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.cluster.NodeUsage;
import io.producerbench.environment.CpuTimes;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.results.sample.Standstill;
import io.producerbench.watch.HostReadings.HostReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HostReadingsTest {
    private static final double EXACT = 1e-12;
    private static final JvmUsage FORK = new JvmUsage(30, 4, 7);

    private final HostReadings readings = new HostReadings(100);

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
        assertThat(readings.load(List.of(window(0, 101))).busy()).isEmpty();
    }

    @Test
    void a_reading_without_the_brokers_leaves_them_unknown_where_it_is_used() {
        brokers(0, 0);
        readings.add(100, new HostReading(NodeUsage.UNKNOWN, Optional.empty(), OptionalLong.empty(), 0));
        brokers(200, 200);
        brokers(300, 300);

        assertThat(readings.brokerCpuNanos(List.of(window(50, 150)))).isEmpty();
        assertThat(readings.brokerCpuNanos(List.of(window(220, 300)))).hasValue(80);
    }

    @Test
    void the_machine_is_shared_among_fork_brokers_suite_and_others() {
        read(0, new CpuTimes(1_000, 500, 2_000, 3_000), usage(100, 120, 10), 50, 1_000);
        read(100, new CpuTimes(1_100, 510, 2_080, 3_010), usage(120, 145, 12), 55, 1_025);

        MachineLoad load = readings.load(List.of(window(0, 100, FORK)));

        // Of 200: 100 processes, 10 interrupts, 80 idle, 10 stolen. Stolen time was wanted here.
        assertThat(load.busy().orElseThrow()).isEqualTo(0.6, within(EXACT));
        assertThat(load.steal().orElseThrow()).isEqualTo(0.05, within(EXACT));
        // 100 less the fork's 30, the nodes' 25 and the suite's 5.
        assertThat(load.others().orElseThrow()).isEqualTo(0.2, within(EXACT));
        assertThat(load.brokerJit().orElseThrow()).isEqualTo(0.01, within(EXACT));
        assertThat(load.clientJit().orElseThrow()).isEqualTo(0.02, within(EXACT));
        // A share of the time, not of the cores.
        assertThat(load.pressure().orElseThrow()).isEqualTo(0.25, within(EXACT));
    }

    @Test
    void brokers_on_another_machine_use_nothing_of_this_one() {
        NodeUsage elsewhere = NodeUsage.ELSEWHERE;
        read(0, new CpuTimes(0, 0, 0, 0), elsewhere, 0, 0);
        read(100, new CpuTimes(50, 0, 50, 0), elsewhere, 0, 0);

        assertThat(readings.load(List.of(window(0, 100, FORK))).others().orElseThrow())
                .isEqualTo(0.2, within(EXACT));
    }

    @Test
    void others_are_unknown_if_brokers_or_fork_do_not_tell_what_they_used() {
        read(0, new CpuTimes(0, 0, 0, 0), NodeUsage.UNKNOWN, 0, 0);
        read(100, new CpuTimes(50, 0, 50, 0), NodeUsage.UNKNOWN, 0, 0);
        assertThat(readings.load(List.of(window(0, 100, FORK))).others()).isEmpty();

        HostReadings known = new HostReadings(100);
        known.add(
                0, new HostReading(NodeUsage.ELSEWHERE, Optional.of(new CpuTimes(0, 0, 0, 0)), OptionalLong.of(0), 0));
        known.add(
                100,
                new HostReading(NodeUsage.ELSEWHERE, Optional.of(new CpuTimes(50, 0, 50, 0)), OptionalLong.of(0), 0));
        JvmUsage ofAnOldFork = new JvmUsage(-1, 0, 0);
        assertThat(known.load(List.of(window(0, 100, ofAnOldFork))).others()).isEmpty();
    }

    @Test
    void the_blur_of_clock_ticks_never_makes_others_negative() {
        read(0, new CpuTimes(0, 0, 0, 0), NodeUsage.ELSEWHERE, 0, 0);
        read(100, new CpuTimes(20, 0, 80, 0), NodeUsage.ELSEWHERE, 0, 0);

        assertThat(readings.load(List.of(window(0, 100, FORK))).others()).hasValue(0);
    }

    @Test
    void without_counters_of_the_machine_its_shares_are_unknown() {
        brokers(0, 0);
        brokers(100, 100);

        MachineLoad load = readings.load(List.of(window(0, 100)));

        assertThat(load.busy()).isEmpty();
        assertThat(load.steal()).isEmpty();
        assertThat(load.others()).isEmpty();
        assertThat(load.pressure()).isEmpty();
    }

    @Test
    void the_client_stood_still_as_long_as_its_heartbeat_says() {
        brokers(0, 0);
        brokers(100, 0);

        assertThat(readings.load(List.of(window(0, 100, FORK))).standstill())
                .isEqualTo(new Standstill("the client", 7));
    }

    @Test
    void a_gap_between_readings_shows_that_the_machine_stood_still() {
        brokers(0, 0);
        brokers(100, 0);
        brokers(900, 0);
        brokers(1_000, 0);

        assertThat(readings.load(List.of(window(150, 950))).standstill()).isEqualTo(new Standstill("the machine", 700));
        assertThat(readings.load(List.of(window(0, 90))).standstill().nanos())
                .as("a gap outside the window")
                .isZero();
    }

    @Test
    void a_broker_that_is_found_stopped_at_several_looks_stood_still_all_the_time_between() {
        for (int look = 0; look <= 10; look++) {
            boolean stopped = look >= 3 && look <= 6;
            NodeUsage usage = new NodeUsage(OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0), stopped);
            readings.add(look * 100L, new HostReading(usage, Optional.empty(), OptionalLong.empty(), 0));
        }

        assertThat(readings.load(List.of(window(0, 1_000))).standstill()).isEqualTo(new Standstill("a broker", 400));
        assertThat(readings.load(List.of(window(700, 1_000))).standstill().nanos())
                .as("outside the window")
                .isZero();
    }

    private void brokers(long nanos, long cpuNanos) {
        readings.add(nanos, new HostReading(usage(cpuNanos, cpuNanos, 0), Optional.empty(), OptionalLong.empty(), 0));
    }

    private void read(long nanos, CpuTimes cpu, NodeUsage nodes, long suite, long pressure) {
        readings.add(nanos, new HostReading(nodes, Optional.of(cpu), OptionalLong.of(pressure), suite));
    }

    private static NodeUsage usage(long brokers, long local, long compilers) {
        return new NodeUsage(OptionalLong.of(brokers), OptionalLong.of(local), OptionalLong.of(compilers), false);
    }

    private static MeasuredWindow window(long start, long end) {
        return window(start, end, JvmUsage.NONE);
    }

    private static MeasuredWindow window(long start, long end, JvmUsage jvm) {
        return new MeasuredWindow(start, end, 0, 0, 0, 0, 0, 0, 0, 0, 0, jvm, new BrokerCount(0, 0, 0, 0));
    }
}
