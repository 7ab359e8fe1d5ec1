package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IterationCountsTest {
    private static final List<IterationCounts> THREE = List.of(
            Iterations.between(0, 1, 100, 100),
            Iterations.between(2, 4, 500, 700),
            Iterations.between(5, 6, 300, 1000));

    @ParameterizedTest
    @CsvSource({"0,1,2", "0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0"})
    void windows_stand_in_order_of_time_in_whatever_order_they_came(int first, int second, int third) {
        IterationCounts merged = THREE.get(first).and(THREE.get(second)).and(THREE.get(third));

        assertThat(merged.windows())
                .extracting(MeasuredWindow::endNanos)
                .containsExactly(Iterations.nanos(1), Iterations.nanos(4), Iterations.nanos(6));
    }

    @ParameterizedTest
    @CsvSource({"0,1,2", "0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0"})
    void totals_and_metrics_are_those_of_the_last_in_time(int first, int second, int third) {
        IterationCounts merged = THREE.get(first).and(THREE.get(second)).and(THREE.get(third));

        assertThat(merged.totals().sent()).isEqualTo(1000);
        assertThat(merged.metrics().recordErrors()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"0,1,2", "0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0"})
    void throttling_is_that_of_all(int first, int second, int third) {
        IterationCounts merged = THREE.get(first).and(THREE.get(second)).and(THREE.get(third));

        assertThat(merged.metrics().throttleMillis()).isEqualTo(900);
    }

    @Test
    void the_later_is_told_by_a_clock_that_may_wrap_around() {
        IterationCounts before = endingAt(Long.MAX_VALUE - 5, 1);
        IterationCounts after = endingAt(Long.MIN_VALUE + 5, 2);

        assertThat(before.and(after).totals().sent()).isEqualTo(2);
        assertThat(after.and(before).totals().sent()).isEqualTo(2);
    }

    @Test
    void the_rate_is_all_records_over_all_time_and_not_a_mean_of_rates() {
        IterationCounts merged = THREE.get(0).and(THREE.get(1));

        assertThat(merged.nanos()).isEqualTo(Iterations.nanos(3));
        assertThat(merged.recordsPerSecond()).isEqualTo(200.0);
    }

    @ParameterizedTest
    @CsvSource({"0,1,2", "0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0"})
    void they_span_the_time_from_the_first_window_to_the_last(int first, int second, int third) {
        IterationCounts merged = THREE.get(first).and(THREE.get(second)).and(THREE.get(third));

        assertThat(merged.opened()).isEqualTo(THREE.get(0).opened());
        assertThat(merged.span()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void there_is_at_least_one_window() {
        assertThatThrownBy(() -> new IterationCounts(Instant.EPOCH, List.of(), Totals.ZERO, ClientMetrics.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least one window, got none");
    }

    private static IterationCounts endingAt(long endNanos, long sent) {
        return new IterationCounts(
                Instant.EPOCH,
                List.of(new MeasuredWindow(
                        endNanos - 1,
                        endNanos,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        JvmUsage.NONE,
                        new MeasuredWindow.BrokerCount(0, 0, 0, 0))),
                new Totals(sent, 0, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0),
                ClientMetrics.NONE);
    }
}
