package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.latency.Visibility.Lag;
import io.producerbench.latency.Visibility.Window;
import io.producerbench.latency.VisibilityCounts.SeenCounts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ten records, of which record 100 + i is due at 1 s + i ms, acknowledged 2 ms later and seen 5 ms (by
 * the second consumer 9 ms) later; and one fault more in each test. All of them but the first and the
 * last are due in the window.
 */
class VisibilityTest {
    private static final long FIRST = 100;
    private static final int RECORDS = 10;
    private static final Window WINDOW = new Window(due(1), due(8));

    private final SentTimes sent = new SentTimes(RECORDS);
    private final SeenTimes uncommitted = new SeenTimes(RECORDS);
    private final SeenTimes committed = new SeenTimes(RECORDS);

    @BeforeEach
    void begin() {
        sent.sent(FIRST - 1, 0); // before the beginning, as the preheat is
        uncommitted.see(FIRST - 1, 0);
        sent.begin(FIRST);
        uncommitted.begin(FIRST);
        committed.begin(FIRST);
        for (int i = 0; i < RECORDS; i++) {
            sent.sent(FIRST + i, due(i));
            sent.acknowledged(FIRST + i, due(i) + millis(2));
        }
    }

    private void seeAll() {
        for (int i = 0; i < RECORDS; i++) {
            uncommitted.see(FIRST + i, due(i) + millis(5));
            committed.see(FIRST + i, due(i) + millis(9));
        }
    }

    @Test
    void records_seen_once_have_their_times_and_no_fault() {
        seeAll();

        VisibilityResults results = results(true);

        assertThat(results.counts())
                .isEqualTo(new VisibilityCounts(10, 0, 8, 0, 8, 8 * millis(3), clean(10), clean(10)));
        assertThat(medians(results))
                .isEqualTo(Map.of(
                        Latency.VISIBLE_UNCOMMITTED, 5L,
                        Latency.VISIBLE_COMMITTED, 9L,
                        Latency.COMMITTED_LATER, 4L,
                        Latency.EXPOSURE, 3L));
        assertThat(results.latencies())
                .allSatisfy(of -> assertThat(of.histogram().getTotalCount()).isEqualTo(8));
    }

    @Test
    void a_record_seen_before_its_acknowledgement_is_negative_and_not_clipped() {
        sent.acknowledged(FIRST + 3, due(3) + millis(6));
        seeAll();

        VisibilityResults results = results(true);

        assertThat(medians(results)).containsEntry(Latency.EXPOSURE_NEGATIVE, 1L);
        assertThat(histogram(results, Latency.EXPOSURE).getTotalCount()).isEqualTo(7);
        assertThat(results.counts().exposed()).isEqualTo(8);
        assertThat(results.counts().exposedNanos()).isEqualTo(7 * millis(3));
    }

    @Test
    void a_record_that_read_committed_sees_first_is_earlier_by_a_positive_time_and_not_clipped() {
        for (int i = 0; i < RECORDS; i++) {
            uncommitted.see(FIRST + i, due(i) + millis(5));
            committed.see(FIRST + i, due(i) + millis(i == 3 ? 3 : 9));
        }

        VisibilityResults results = results(true);

        assertThat(medians(results)).containsEntry(Latency.COMMITTED_EARLIER, 2L);
        assertThat(histogram(results, Latency.COMMITTED_EARLIER).getTotalCount())
                .isEqualTo(1);
        assertThat(histogram(results, Latency.COMMITTED_LATER).getTotalCount()).isEqualTo(7);
        assertThat(results.counts().outOfRange()).isZero();
    }

    @Test
    void without_acknowledgements_there_is_no_exposure_and_every_sent_record_must_be_seen() {
        seeAll();
        sent.begin(FIRST);
        sent.sent(FIRST + 1, due(1));

        VisibilityResults results = results(false);

        assertThat(medians(results))
                .containsOnlyKeys(Latency.VISIBLE_UNCOMMITTED, Latency.VISIBLE_COMMITTED, Latency.COMMITTED_LATER);
        assertThat(results.counts().exposed()).isZero();
        assertThat(results.counts().uncommitted().expected()).isEqualTo(1);
    }

    @Test
    void a_consumer_that_skips_a_record_misses_it_also_outside_the_window() {
        for (int i = 0; i < RECORDS; i++) {
            uncommitted.see(FIRST + i, due(i) + millis(5));
            if (i != 9) {
                committed.see(FIRST + i, due(i) + millis(9));
            }
        }

        assertThat(results(true).counts().committed()).isEqualTo(new SeenCounts(10, 1, 0, 0, 0, 0));
        assertThat(results(true).counts().uncommitted()).isEqualTo(clean(10));
        assertThat(visibility(true).isIncomplete()).isTrue();
    }

    @Test
    void a_consumer_that_sees_a_record_twice_doubles_it_and_keeps_its_first_time() {
        seeAll();
        uncommitted.see(FIRST + 4, due(4) + millis(500));

        assertThat(results(true).counts().uncommitted()).isEqualTo(new SeenCounts(10, 0, 1, 0, 0, 0));
        assertThat(histogram(results(true), Latency.VISIBLE_UNCOMMITTED).getMaxValue())
                .isLessThan(millis(6));
    }

    @Test
    void a_record_from_before_the_beginning_is_a_stray() {
        seeAll();
        committed.see(FIRST - 1, due(4));

        assertThat(results(true).counts().committed()).isEqualTo(new SeenCounts(10, 0, 0, 1, 0, 0));
    }

    @Test
    void an_aborted_record_may_be_seen_by_read_uncommitted_only() {
        sent.aborted(FIRST + 4, FIRST + 6);
        seeAll();

        assertThat(results(true).counts().committed()).isEqualTo(new SeenCounts(8, 0, 0, 0, 2, 0));
        assertThat(results(true).counts().uncommitted()).isEqualTo(clean(10));
    }

    @Test
    void an_aborted_record_that_read_committed_does_not_see_is_not_missing() {
        sent.aborted(FIRST + 4, FIRST + 6);
        for (int i = 0; i < RECORDS; i++) {
            uncommitted.see(FIRST + i, due(i) + millis(5));
            if (i != 4 && i != 5) {
                committed.see(FIRST + i, due(i) + millis(9));
            }
        }

        assertThat(results(true).counts().committed()).isEqualTo(clean(8));
        assertThat(visibility(true).isIncomplete()).isFalse();
    }

    @Test
    void a_record_seen_before_it_was_due_is_out_of_range() {
        seeAll();
        uncommitted.begin(FIRST);
        for (int i = 0; i < RECORDS; i++) {
            uncommitted.see(FIRST + i, due(i) + millis(i == 2 ? -1 : 5));
        }

        assertThat(results(true).counts().outOfRange()).isEqualTo(1);
    }

    @Test
    void records_beyond_the_room_are_counted() {
        sent.sent(FIRST + RECORDS, due(10));
        seeAll();

        assertThat(results(true).counts().untracked()).isEqualTo(1);
    }

    @Test
    void the_lag_is_that_of_each_consumer() {
        seeAll();

        VisibilityCounts counts =
                Visibility.of(List.of(visibility(true)), WINDOW, new Lag(3, 4)).counts();

        assertThat(counts.uncommitted().lag()).isEqualTo(3);
        assertThat(counts.committed().lag()).isEqualTo(4);
    }

    @Test
    void intervals_are_those_in_which_a_record_was_seen_and_add_up() {
        seeAll();
        committed.begin(FIRST);
        for (int i = 0; i < RECORDS; i++) {
            committed.see(FIRST + i, due(i) + millis(i < 5 ? 9 : 250));
        }

        LatencyResult result = results(true).latencies().stream()
                .filter(of -> of.latency() == Latency.VISIBLE_COMMITTED)
                .findFirst()
                .orElseThrow();

        assertThat(result.intervals())
                .extracting(interval -> (interval.startNanos() - WINDOW.startNanos()) / millis(100))
                .containsExactly(0L, 2L);
        assertThat(result.intervals())
                .extracting(interval -> interval.histogram().getTotalCount())
                .containsExactly(4L, 4L);
    }

    private static SeenCounts clean(long expected) {
        return new SeenCounts(expected, 0, 0, 0, 0, 0);
    }

    private Visibility visibility(boolean confirms) {
        return new Visibility(sent, uncommitted, committed, confirms);
    }

    private VisibilityResults results(boolean confirms) {
        return Visibility.of(List.of(visibility(confirms)), WINDOW, Lag.NONE);
    }

    private static Map<Latency, Long> medians(VisibilityResults results) {
        return results.latencies().stream()
                .collect(Collectors.toMap(
                        LatencyResult::latency, of -> Math.round(of.histogram().getValueAtPercentile(50) / 1e6)));
    }

    private static Histogram histogram(VisibilityResults results, Latency latency) {
        return results.latencies().stream()
                .filter(of -> of.latency() == latency)
                .findFirst()
                .orElseThrow()
                .histogram();
    }

    private static long due(int record) {
        return TimeUnit.SECONDS.toNanos(1) + millis(record);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
