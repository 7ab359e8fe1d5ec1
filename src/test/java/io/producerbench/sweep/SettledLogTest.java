package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.FakeCluster;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.process.Ticker;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SettledLogTest {
    private static final String TOPIC = "bench";

    private final FakeCluster cluster = FakeCluster.ofThree();
    private final PassingTime time = new PassingTime();

    SettledLogTest() {
        cluster.createTopic(new TopicSpec(TOPIC, 3, 3, Map.of()));
    }

    @Test
    void what_is_expected_is_taken_at_once() {
        cluster.logEnds(TOPIC, 100);

        assertThat(SettledLog.records(cluster, TOPIC, 0, 100, time)).hasValue(100);
        assertThat(time.sleeps).isZero();
    }

    @Test
    void a_log_that_trails_is_awaited() {
        cluster.logEnds(TOPIC, 60, 80, 100);

        assertThat(SettledLog.records(cluster, TOPIC, 0, 100, time)).hasValue(100);
        assertThat(time.sleeps).isEqualTo(2);
    }

    @Test
    void control_records_are_subtracted() {
        cluster.logEnds(TOPIC, 106);

        assertThat(SettledLog.records(cluster, TOPIC, 6, 100, time)).hasValue(100);
        assertThat(time.sleeps).isZero();
    }

    @Test
    void a_log_that_has_stood_still_for_three_seconds_is_taken_as_it_is() {
        cluster.logEnds(TOPIC, 99);

        assertThat(SettledLog.records(cluster, TOPIC, 0, 100, time)).hasValue(99);
        assertThat(time.nanos).isGreaterThan(SettledLog.SETTLED_NANOS);
    }

    @Test
    void as_long_as_it_grows_it_is_awaited_however_long_that_takes() {
        // Each look but the last finds one record more, two seconds after the look before.
        cluster.logEnds(TOPIC, 90, 91, 92, 93, 94, 95);
        time.perSleepNanos = TimeUnit.SECONDS.toNanos(2);

        assertThat(SettledLog.records(cluster, TOPIC, 0, 95, time)).hasValue(95);
        assertThat(time.nanos).isEqualTo(TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void more_than_expected_is_taken_too_once_it_stands_still() {
        cluster.logEnds(TOPIC, 101);

        assertThat(SettledLog.records(cluster, TOPIC, 0, 100, time)).hasValue(101);
    }

    @Test
    void a_log_that_cannot_be_read_is_unknown() {
        cluster.refuse("logEndOffsetSum", new ClusterException("no broker answers"));

        assertThat(SettledLog.records(cluster, TOPIC, 0, 100, time)).isEmpty();
    }

    /** Time that passes only by sleeping. */
    private static final class PassingTime implements Ticker {
        private long perSleepNanos;
        private long nanos;
        private int sleeps;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleepMillis(long millis) {
            sleeps++;
            nanos += perSleepNanos > 0 ? perSleepNanos : TimeUnit.MILLISECONDS.toNanos(millis);
        }
    }
}
