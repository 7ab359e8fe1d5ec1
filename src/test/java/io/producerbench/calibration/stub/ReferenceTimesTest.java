package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ten records were sent before the window, four were due in it, one millisecond apart. */
class ReferenceTimesTest {
    private static final long START = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final int RATE = 1000;

    @Test
    void a_latency_runs_from_when_the_record_was_due_to_when_its_reply_left() {
        ReferenceTimes truth =
                ReferenceTimes.of(log(batch(0, 10, 0), batch(10, 2, 5), batch(12, 2, 9)), "t", window(4), RATE);

        assertThat(truth.sortedNanos()).containsExactly(4 * MILLI, 5 * MILLI, 6 * MILLI, 7 * MILLI);
    }

    @Test
    void what_came_before_or_after_the_window_does_not_count() {
        ReferenceTimes truth = ReferenceTimes.of(log(batch(8, 4, 5), batch(12, 20, 9)), "t", window(4), RATE);

        assertThat(truth.sortedNanos()).containsExactly(4 * MILLI, 5 * MILLI, 6 * MILLI, 7 * MILLI);
    }

    @Test
    void other_topics_and_what_was_not_appended_do_not_count() {
        Batch refused = new Batch("t", 0, 12, 2, false, ScriptedError.REFUSED, 0, START);
        Batch elsewhere = new Batch("other", 0, 12, 2, true, ScriptedError.NONE, 0, START + 9 * MILLI);

        assertThatThrownBy(() -> ReferenceTimes.of(log(batch(10, 2, 5), refused, elsewhere), "t", window(4), RATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all 4 records that were due");
    }

    @Test
    void percentiles_are_the_smallest_value_that_the_share_does_not_exceed() {
        ReferenceTimes truth = new ReferenceTimes(new long[] {1, 2, 3, 4});

        assertThat(truth.percentile(50)).isEqualTo(2);
        assertThat(truth.percentile(50.1)).isEqualTo(3);
        assertThat(truth.percentile(99.9)).isEqualTo(4);
        assertThat(truth.percentile(100)).isEqualTo(4);
        assertThat(truth.percentile(0)).isEqualTo(1);
    }

    @Test
    void a_share_of_many_is_not_rounded_up_to_the_next() {
        assertThat(new ReferenceTimes(LongStream.rangeClosed(1, 10_000).toArray()).percentile(99.9))
                .isEqualTo(9_990);
    }

    @Test
    void an_error_is_a_multiple_of_one_percent_or_150_microseconds() {
        assertThat(new ReferenceTimes(new long[] {100 * MILLI}).error(50, 102 * MILLI))
                .isEqualTo(2, within(1e-9));
        assertThat(new ReferenceTimes(new long[] {100 * MILLI}).error(50, 98 * MILLI))
                .isEqualTo(2, within(1e-9));
        assertThat(new ReferenceTimes(new long[] {MILLI}).error(50, MILLI + 75_000))
                .isEqualTo(0.5, within(1e-9));
    }

    private static ReferenceLog log(Batch... batches) {
        return new ReferenceLog(List.of(batches), List.of(), List.of(), List.of());
    }

    private static Batch batch(long baseOffset, int records, long repliedMillis) {
        return new Batch("t", 0, baseOffset, records, true, ScriptedError.NONE, 0, START + repliedMillis * MILLI);
    }

    private static MeasuredWindow window(long due) {
        return new MeasuredWindow(
                START,
                START + due * MILLI,
                10,
                due,
                due,
                due,
                0,
                0,
                0,
                0,
                0,
                JvmUsage.NONE,
                new BrokerCount(0, 0, 0, 0));
    }
}
