package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.load.LogEnd;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogEndReadingTest {

    @Test
    void a_reading_that_took_no_time_and_agrees_with_the_client_is_not_apart() {
        assertThat(reading(1_000, count(0, 1_000, 0), count(0, 1_000, 0)).recordsApart())
                .isZero();
    }

    @Test
    void a_log_that_trails_and_one_that_is_ahead_are_apart_by_as_much() {
        assertThat(reading(900, count(0, 1_000, 0), count(0, 1_000, 0)).recordsApart())
                .isEqualTo(100);
        assertThat(reading(1_100, count(0, 1_000, 0), count(0, 1_000, 0)).recordsApart())
                .isEqualTo(100);
    }

    @Test
    void a_reading_is_apart_by_half_of_what_was_acknowledged_while_it_lasted() {
        assertThat(reading(1_100, count(0, 1_000, 0), count(0, 1_200, 0)).recordsApart())
                .isEqualTo(100);
        assertThat(reading(1_150, count(0, 1_000, 0), count(0, 1_200, 0)).recordsApart())
                .isEqualTo(150);
    }

    @Test
    void control_records_are_no_records() {
        assertThat(reading(1_006, count(0, 1_000, 6), count(0, 1_000, 6)).recordsApart())
                .isZero();
    }

    @Test
    void between_two_readings_grows_what_lies_between_their_middles() {
        LogEndReading earlier = reading(1_010, count(1_000, 900, 8), count(1_200, 1_100, 12));
        LogEndReading later = reading(5_020, count(9_000, 4_800, 18), count(9_600, 5_200, 22));

        assertThat(later.since(earlier)).isEqualTo(new BrokerCount(4_000, 4_000, 8_200, 100 + 300, 10));
    }

    @Test
    void waits_for_the_answer() {
        CompletableFuture<Long> sum = new CompletableFuture<>();
        LogEndReading reading = LogEndReading.ask(new FixedLogEnd(sum), () -> count(0, 0, 0));

        assertThat(reading.isAnswered()).isFalse();
        sum.complete(0L);
        assertThat(reading.isAnswered()).isTrue();
    }

    private static LogEndReading reading(long logEnd, ClientCount asked, ClientCount answered) {
        Iterator<ClientCount> counts = List.of(asked, answered).iterator();
        return LogEndReading.ask(new FixedLogEnd(CompletableFuture.completedFuture(logEnd)), counts::next);
    }

    private static ClientCount count(long nanos, long succeeded, long controlRecords) {
        return new ClientCount(nanos, succeeded, controlRecords);
    }

    private record FixedLogEnd(CompletableFuture<Long> sum) implements LogEnd {
        @Override
        public void close() {
            // holds nothing
        }
    }
}
