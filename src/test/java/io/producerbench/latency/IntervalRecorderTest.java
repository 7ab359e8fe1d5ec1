package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class IntervalRecorderTest {
    private static final long OPENED = 7_000_000_123L;
    private static final long TENTH = IntervalRecorder.NANOS;

    private final ByteBuffer buffer = LatencyInterval.buffer();
    private final IntervalRecorder recorder = new IntervalRecorder();

    @Test
    void a_value_is_in_the_interval_in_which_it_was_recorded() {
        recorder.start(OPENED);
        recorder.record(11, OPENED);
        recorder.record(12, OPENED + TENTH - 1);
        recorder.record(13, OPENED + TENTH);
        recorder.take(buffer);
        recorder.record(14, OPENED + 2 * TENTH + 5);

        List<LatencyInterval> intervals = recorder.drain(buffer);

        assertThat(intervals).extracting(LatencyInterval::startNanos).containsExactly(at(0), at(1), at(2));
        assertThat(intervals).extracting(LatencyInterval::endNanos).containsExactly(at(1), at(2), at(3));
        assertThat(intervals).extracting(LatencyInterval::histogram).containsExactly(of(11, 12), of(13), of(14));
    }

    @Test
    void a_time_without_values_has_no_interval_and_what_follows_begins_after_it() {
        recorder.start(OPENED);
        recorder.record(11, OPENED);
        recorder.record(12, OPENED + 7 * TENTH + 1);

        List<LatencyInterval> intervals = recorder.drain(buffer);

        assertThat(intervals).extracting(LatencyInterval::startNanos).containsExactly(at(0), at(7));
        assertThat(intervals).extracting(LatencyInterval::endNanos).containsExactly(at(1), at(8));
    }

    @Test
    void a_first_value_that_is_late_begins_in_its_own_interval() {
        recorder.start(OPENED);
        recorder.record(11, OPENED + 3 * TENTH);

        assertThat(recorder.drain(buffer))
                .extracting(LatencyInterval::startNanos)
                .containsExactly(at(3));
    }

    @Test
    void if_nobody_takes_anything_the_last_interval_grows_and_nothing_is_lost() {
        recorder.start(OPENED);
        for (int i = 0; i < 10; i++) {
            recorder.record(i, OPENED + i * TENTH);
        }

        List<LatencyInterval> intervals = recorder.drain(buffer);

        assertThat(intervals).extracting(LatencyInterval::startNanos).containsExactly(at(0), at(1));
        assertThat(intervals).extracting(LatencyInterval::endNanos).containsExactly(at(1), at(10));
        assertThat(sum(intervals)).isEqualTo(of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    }

    @Test
    void a_drained_recorder_begins_anew() {
        recorder.start(OPENED);
        recorder.record(11, OPENED);
        recorder.record(12, OPENED + TENTH);
        recorder.drain(buffer);
        recorder.start(OPENED + 20 * TENTH + 1);
        recorder.record(13, OPENED + 20 * TENTH + 1);

        List<LatencyInterval> intervals = recorder.drain(buffer);

        assertThat(intervals).hasSize(1);
        assertThat(intervals.get(0).startNanos()).isEqualTo(OPENED + 20 * TENTH + 1);
        assertThat(intervals.get(0).histogram()).isEqualTo(of(13));
    }

    /** The writer's clock runs fast, so that it ends thousands of intervals beside the other thread. */
    @Test
    void the_sum_is_what_was_recorded_while_another_thread_takes() throws InterruptedException {
        AtomicBoolean written = new AtomicBoolean();
        Thread taker = new Thread(() -> {
            ByteBuffer own = LatencyInterval.buffer();
            while (!written.get()) {
                recorder.take(own);
            }
        });
        Histogram recorded = LatencyRecorder.empty();
        SplittableRandom random = new SplittableRandom(42);
        recorder.start(OPENED);
        taker.start();
        for (int i = 0; i < 300_000; i++) {
            long value = random.nextLong(10_000_000);
            recorded.recordValue(value);
            recorder.record(value, OPENED + i * TENTH / 50);
        }
        written.set(true);
        taker.join();

        List<LatencyInterval> intervals = recorder.drain(buffer);

        assertThat(sum(intervals)).isEqualTo(recorded);
        assertThat(intervals).hasSizeGreaterThan(2);
        for (int i = 1; i < intervals.size(); i++) {
            assertThat(intervals.get(i).startNanos())
                    .isGreaterThanOrEqualTo(intervals.get(i - 1).endNanos());
        }
    }

    private static long at(int interval) {
        return OPENED + interval * TENTH;
    }

    private static Histogram sum(List<LatencyInterval> intervals) {
        Histogram sum = LatencyRecorder.empty();
        intervals.forEach(interval -> sum.add(interval.histogram()));
        return sum;
    }

    private static Histogram of(long... values) {
        Histogram histogram = LatencyRecorder.empty();
        for (long value : values) {
            histogram.recordValue(value);
        }
        return histogram;
    }
}
