package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.guarantee.Acks;
import io.producerbench.jmh.JmhResults;
import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.CountsResult;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.Latency;
import io.producerbench.latency.LatencyResult;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.Totals;
import io.producerbench.results.sample.ForkResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;

class ForkResultTest {
    private static final long SECOND = 1_000_000_000L;
    private static final MeasuredWindow FIRST = new MeasuredWindow(
            0,
            SECOND,
            0,
            900,
            0,
            1_000,
            0,
            600_000_000,
            0,
            0,
            0,
            JvmUsage.NONE,
            new BrokerCount(1_010, 1_000, SECOND, 1_000));
    private static final MeasuredWindow SECOND_HALF_AS_FAST = new MeasuredWindow(
            2 * SECOND,
            4 * SECOND,
            2_000,
            1_100,
            0,
            1_000,
            0,
            600_000_000,
            0,
            0,
            0,
            JvmUsage.NONE,
            new BrokerCount(1_000, 1_010, 2 * SECOND, 2_000));
    private static final CountsResult COUNTS = new CountsResult(
            new IterationCounts(Instant.EPOCH, List.of(FIRST, SECOND_HALF_AS_FAST), Totals.ZERO, ClientMetrics.NONE));

    @Test
    void every_histogram_comes_home() {
        RunResult fork = JmhResults.ofOneFork(
                Map.of(), 300, COUNTS, latency(Latency.ACK), latency(Latency.SERVICE), latency(Latency.SEND_BLOCKED));

        assertThat(ForkResult.from(fork, Acks.LEADER).latencies())
                .containsOnlyKeys(Latency.ACK, Latency.SERVICE, Latency.SEND_BLOCKED);
    }

    @Test
    void without_acknowledgements_what_the_callback_timed_is_dropped() {
        RunResult fork = JmhResults.ofOneFork(
                Map.of(),
                300,
                COUNTS,
                latency(Latency.ACK),
                latency(Latency.SERVICE),
                latency(Latency.SEND_BLOCKED),
                latency(Latency.SEND_LAG));

        assertThat(ForkResult.from(fork, Acks.NONE).latencies())
                .containsOnlyKeys(Latency.SEND_BLOCKED, Latency.SEND_LAG);
    }

    @Test
    void jmhs_own_score_is_kept_beside() {
        ForkResult measured = ForkResult.from(JmhResults.ofOneFork(Map.of(), 300, COUNTS), Acks.ALL);

        assertThat(measured.jmhScore()).isEqualTo(300);
        assertThat(measured.jmhScoreUnit()).isEqualTo("ops/s");
    }

    @Test
    void a_fork_without_counts_is_refused() {
        RunResult fork = JmhResults.ofOneFork(Map.of(), 300, latency(Latency.ACK));

        assertThatThrownBy(() -> ForkResult.from(fork, Acks.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected the fork to report its counts, got only [ack]");
    }

    @Test
    void rates_are_sums_over_sums_of_the_windows() {
        ForkResult measured = ForkResult.from(JmhResults.ofOneFork(Map.of(), 300, COUNTS), Acks.ALL);

        assertThat(measured.seconds()).isCloseTo(3, within(1e-9));
        assertThat(measured.sentInWindows()).isEqualTo(2_000);
        assertThat(measured.succeeded()).isEqualTo(2_000);
        assertThat(measured.brokerRecordsPerSecond()).isCloseTo(2_010 / 3.0, within(1e-9));
        assertThat(measured.clientRecordsPerSecondBetweenReadings()).isCloseTo(2_010 / 3.0, within(1e-9));
        assertThat(measured.readingUncertainty()).isCloseTo(1e-6, within(1e-12));
        assertThat(measured.busiestThreadShare()).isCloseTo(0.4, within(1e-9));
    }

    private static LatencyResult latency(Latency kind) {
        Histogram histogram = new Histogram(3);
        histogram.recordValue(1_000);
        return new LatencyResult(kind, histogram);
    }
}
