package io.producerbench.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.hosts.MergedCounts.HostCounts;
import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedCountsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    private static MeasuredWindow window(long start, long end, long sent, long succeeded, BrokerCount brokers) {
        return new MeasuredWindow(start, end, 7, sent, sent, succeeded, 50, 40, 1_000, 3, 11, JvmUsage.NONE, brokers);
    }

    private static IterationCounts counts(long succeeded, MeasuredWindow... windows) {
        return new IterationCounts(
                OPENED,
                List.of(windows),
                new Totals(succeeded + 3, succeeded, Map.of("timeout", 2L), Map.of("other", 1L), 4, 0, 24, 0, 0, 0),
                new ClientMetrics(1_000, 1, 2, 3, 4));
    }

    private static HostCounts host(long shift, IterationCounts counts) {
        return new HostCounts(counts, shift);
    }

    @Test
    void the_rate_is_the_sum_of_the_rates_of_windows_that_are_equally_long() {
        BrokerCount none = new BrokerCount(0, 0, SECOND, 0);
        IterationCounts one = counts(900, window(0, 2 * SECOND, 610, 600, none));
        IterationCounts two = counts(500, window(100 * SECOND, 102 * SECOND, 420, 400, none));

        IterationCounts merged = MergedCounts.of(List.of(host(5 * SECOND, one), host(-95 * SECOND, two)));

        assertThat(merged.recordsPerSecond()).isEqualTo(500);
        assertThat(merged.windows()).singleElement().satisfies(window -> {
            assertThat(window.startNanos()).isEqualTo(5 * SECOND);
            assertThat(window.nanos()).isEqualTo(2 * SECOND);
            assertThat(window.sent()).isEqualTo(1_030);
            assertThat(window.sentBefore()).isEqualTo(14);
            assertThat(window.busiestThreadNanos()).isEqualTo(40);
            assertThat(window.cpuNanos()).isEqualTo(100);
        });
        assertThat(merged.totals())
                .isEqualTo(new Totals(1_406, 1_400, Map.of("timeout", 4L), Map.of("other", 2L), 8, 0, 48, 0, 0, 0));
        assertThat(merged.metrics().recordErrors()).isEqualTo(8);
    }

    @Test
    void the_rate_is_the_sum_of_the_rates_also_if_a_host_closed_late() {
        BrokerCount none = new BrokerCount(0, 0, SECOND, 0);
        IterationCounts fast = counts(600, window(0, SECOND, 600, 600, none));
        IterationCounts late = counts(800, window(SECOND / 2, 5 * SECOND / 2, 800, 800, none));

        assertThat(MergedCounts.of(List.of(host(0, fast), host(0, late))).recordsPerSecond())
                .isCloseTo(1_000, within(1e-3));
    }

    @Test
    void every_host_sees_the_growth_of_the_whole_log_and_its_own_records() {
        // 1000 records and 60 control records a second in all; the hosts give 600 and 400 records, 36 and 24 others.
        MeasuredWindow one = window(0, SECOND, 600, 600, new BrokerCount(1_060 - 36, 600, SECOND, 5, 36));
        MeasuredWindow two = window(0, SECOND, 400, 400, new BrokerCount(2 * (1_060 - 24), 800, 2 * SECOND, 9, 48));

        BrokerCount merged = MergedCounts.of(List.of(host(0, counts(600, one)), host(0, counts(400, two))))
                .windows()
                .get(0)
                .brokers();

        assertThat(merged).isEqualTo(new BrokerCount(1_500, 1_500, 3 * SECOND / 2, 9, 90));
    }

    @Test
    void hosts_with_different_numbers_of_windows_cannot_be_added() {
        MeasuredWindow window = window(0, SECOND, 1, 1, new BrokerCount(1, 1, SECOND, 0));

        assertThatThrownBy(() ->
                        MergedCounts.of(List.of(host(0, counts(1, window)), host(0, counts(1, window, window)))))
                .hasMessageContaining("1 windows");
    }
}
