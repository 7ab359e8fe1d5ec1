package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest {
    private static final long WINDOW = 1_000;
    private static final long BEYOND = LatencyRecorder.HIGHEST_NANOS + 1;

    private final LatencyRecorder recorder = new LatencyRecorder();

    @Test
    void a_record_with_a_due_time_is_timed_from_then_and_from_its_sending() {
        recorder.startWindow(WINDOW);

        recorder.sentFromDue(1_000, 1_010, 5);
        recorder.acknowledgedFromDue(1_000, 1_010, 1_300);

        assertThat(drained())
                .hasEntrySatisfying(
                        Latency.SEND_LAG, lag -> assertThat(lag.getMaxValue()).isEqualTo(10))
                .hasEntrySatisfying(
                        Latency.SEND_BLOCKED, in -> assertThat(in.getMaxValue()).isEqualTo(5))
                .hasEntrySatisfying(
                        Latency.SERVICE, time -> assertThat(time.getMaxValue()).isEqualTo(290))
                .hasEntrySatisfying(
                        Latency.ACK, time -> assertThat(time.getMaxValue()).isEqualTo(300));
    }

    @Test
    void a_record_without_a_due_time_has_a_service_time_only() {
        recorder.startWindow(WINDOW);

        recorder.sent(1_010, 5);
        recorder.acknowledged(1_010, 1_300);

        assertThat(counts())
                .isEqualTo(Map.of(
                        Latency.ACK, 0L,
                        Latency.SERVICE, 1L,
                        Latency.SEND_BLOCKED, 1L,
                        Latency.SEND_LAG, 0L,
                        Latency.COMMIT, 0L,
                        Latency.COMMITTED, 0L));
    }

    @Test
    void a_commit_is_timed_by_itself_and_from_each_records_due_time() {
        recorder.startWindow(WINDOW);

        recorder.commit(WINDOW, 70);
        recorder.committedFromDue(1_000, 1_500);

        assertThat(drained())
                .hasEntrySatisfying(
                        Latency.COMMIT, time -> assertThat(time.getMaxValue()).isEqualTo(70))
                .hasEntrySatisfying(
                        Latency.COMMITTED,
                        time -> assertThat(time.getMaxValue()).isEqualTo(500));
    }

    @Test
    void before_the_window_opens_nothing_is_recorded() {
        recorder.sentFromDue(1_000, 1_000, 5);
        recorder.acknowledgedFromDue(1_000, 1_000, 1_300);
        recorder.commit(1_000, 70);

        assertThat(counts()).doesNotContainValue(1L);
    }

    @Test
    void a_record_due_or_sent_before_the_window_is_not_recorded_however_late_it_is_acknowledged() {
        recorder.startWindow(WINDOW);

        recorder.sentFromDue(999, 1_005, 5);
        recorder.acknowledgedFromDue(999, 1_005, 2_000);
        recorder.committedFromDue(999, 2_000);
        recorder.sent(999, 5);
        recorder.acknowledged(999, 2_000);

        assertThat(counts()).doesNotContainValue(1L);
    }

    @Test
    void a_window_may_open_just_before_the_clock_wraps_around() {
        recorder.startWindow(Long.MAX_VALUE);

        recorder.acknowledged(Long.MIN_VALUE + 5, Long.MIN_VALUE + 105);

        assertThat(drained().get(Latency.SERVICE).getMaxValue()).isEqualTo(100);
    }

    @Test
    void the_longest_latency_that_fits_is_recorded_as_it_is() {
        recorder.startWindow(0);

        recorder.commit(0, LatencyRecorder.HIGHEST_NANOS);

        assertThat(recorder.outOfRange()).isZero();
        assertThat(drained().get(Latency.COMMIT).getMaxValue())
                .isBetween(LatencyRecorder.HIGHEST_NANOS, LatencyRecorder.HIGHEST_NANOS * 1_001 / 1_000);
    }

    @Test
    void what_does_not_fit_is_counted_and_not_clipped() {
        recorder.startWindow(0);

        recorder.commit(0, BEYOND);
        recorder.acknowledged(0, BEYOND);
        recorder.commit(0, -1);

        assertThat(recorder.outOfRange()).isEqualTo(3);
        assertThat(counts()).doesNotContainValue(1L);
    }

    @Test
    void of_one_record_each_latency_that_does_not_fit_counts() {
        recorder.startWindow(0);

        recorder.acknowledgedFromDue(0, 0, BEYOND);

        assertThat(recorder.outOfRange()).isEqualTo(2);
    }

    @Test
    void several_recorders_are_one_result() {
        LatencyRecorder other = new LatencyRecorder();
        recorder.startWindow(0);
        other.startWindow(0);
        recorder.commit(0, 100);
        other.commit(0, 200);

        List<LatencyResult> results = LatencyResult.drained(Stream.of(recorder, other));

        assertThat(results).hasSize(1);
        assertThat(results.get(0).latency()).isEqualTo(Latency.COMMIT);
        assertThat(results.get(0).histogram().getTotalCount()).isEqualTo(2);
        assertThat(results.get(0).histogram().getMinValue()).isEqualTo(100);
        assertThat(results.get(0).histogram().getMaxValue()).isEqualTo(200);
    }

    /** The time of a record is that at which it was acknowledged, whenever it was due. */
    @Test
    void each_kind_has_intervals_by_the_time_at_which_it_was_known() {
        recorder.startWindow(1_000);
        long later = 1_000 + 3 * IntervalRecorder.NANOS;
        recorder.acknowledgedFromDue(2_000, 2_000, later);
        recorder.sentFromDue(2_000, 3_000, later - 3_000);
        recorder.commit(2_000, later - 2_000);
        recorder.committedFromDue(2_000, later);

        recorder.drain()
                .forEach((latency, intervals) -> assertThat(intervals)
                        .as(latency.label())
                        .extracting(LatencyInterval::startNanos)
                        .containsExactly(later));
    }

    @Test
    void after_the_window_has_ended_only_what_began_in_it_is_recorded() {
        recorder.startWindow(1_000);
        recorder.endWindow(2_000);

        recorder.acknowledgedFromDue(2_000, 2_000, 2_300);
        recorder.acknowledgedFromDue(2_001, 2_001, 2_300);
        recorder.committedFromDue(2_000, 9_000);
        recorder.committedFromDue(2_001, 9_000);
        recorder.commit(2_001, 7_000);

        Map<Latency, Histogram> drained = drained();
        assertThat(drained.get(Latency.ACK).getTotalCount()).isEqualTo(1);
        assertThat(drained.get(Latency.COMMITTED).getTotalCount()).isEqualTo(1);
        assertThat(drained.get(Latency.COMMIT).getTotalCount()).isZero();
    }

    @Test
    void draining_empties_it_and_closes_the_window() {
        recorder.startWindow(0);
        recorder.commit(0, 100);
        drained();

        recorder.commit(0, 100);

        assertThat(counts()).doesNotContainValue(1L);
    }

    @Test
    void keeps_three_significant_digits() {
        recorder.startWindow(0);
        recorder.commit(0, 123_456_789);

        assertThat(drained().get(Latency.COMMIT).getMean()).isBetween(123_300_000.0, 123_600_000.0);
    }

    private Map<Latency, Histogram> drained() {
        Map<Latency, Histogram> histograms = new EnumMap<>(Latency.class);
        recorder.drain().forEach((latency, intervals) -> {
            Histogram sum = LatencyRecorder.empty();
            intervals.forEach(interval -> sum.add(interval.histogram()));
            histograms.put(latency, sum);
        });
        return histograms;
    }

    private Map<Latency, Long> counts() {
        Map<Latency, Long> counts = new EnumMap<>(Latency.class);
        drained().forEach((latency, histogram) -> counts.put(latency, histogram.getTotalCount()));
        return counts;
    }
}
