package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommonWindowTest {
    private static final long START = Long.MAX_VALUE - 5_000_000_000L; // nanoTime may be near its end
    private static final long SECOND = 1_000_000_000L;

    @Test
    void follow_one_another_and_each_is_longer_than_jmh_measures() {
        List<CommonWindow> windows = Stream.of(0, 1, 2)
                .map(number -> CommonWindow.of(START, 10 * SECOND, number, 0))
                .toList();

        assertThat(windows.get(0).begins()).isEqualTo(START);
        assertThat(windows).allSatisfy(window -> {
            assertThat(window.reads() - window.begins()).isPositive();
            assertThat(window.opens() - window.reads()).isPositive();
            assertThat(window.closes() - window.opens()).isGreaterThan(10 * SECOND);
            assertThat(window.rests() - window.closes()).isGreaterThan(CommonWindow.LONGEST_SETTLING_NANOS);
        });
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).begins() - windows.get(i - 1).rests()).isPositive();
        }
    }

    @Test
    void all_last_until_one_more_would_begin() {
        assertThat(CommonWindow.all(3, 10 * SECOND, 7))
                .isEqualTo(Duration.ofNanos(
                        CommonWindow.of(START, 10 * SECOND, 3, 7).begins() - START));
    }

    @Test
    void a_transaction_is_filled_before_each_reading_of_the_log() {
        CommonWindow without = CommonWindow.of(0, SECOND, 0, 0);
        CommonWindow with = CommonWindow.of(0, SECOND, 0, 2 * SECOND);

        assertThat(with.opens() - without.opens()).isEqualTo(2 * SECOND);
        assertThat(with.rests() - without.rests()).isEqualTo(2 * SECOND + 2 * 2 * SECOND);
    }

    @Test
    void each_of_two_hosts_takes_twice_as_long_to_fill_a_transaction_at_its_half_of_the_rate() {
        Scenario transactional = AScenario.with(Map.of(
                Axis.ACKS, "all",
                Axis.ENABLE_IDEMPOTENCE, "true",
                Axis.TRANSACTIONAL, "true",
                Axis.RECORDS_PER_TRANSACTION, "100",
                Axis.RATE, "1000"));

        assertThat(CommonWindow.fillingNanos(transactional, 1)).isEqualTo(SECOND / 10);
        assertThat(CommonWindow.fillingNanos(transactional, 2)).isEqualTo(SECOND / 5);
        assertThat(CommonWindow.fillingNanos(transactional.with(Axis.TRANSACTIONAL, "false"), 2))
                .isZero();
    }

    @Test
    void a_host_that_does_not_send_when_others_read_the_log_is_late() {
        CommonWindow window = CommonWindow.of(START, 10 * SECOND, 0, 0);

        assertThatCode(() -> window.requireBegun(window.begins() + 700_000_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> window.requireBegun(window.begins() + 800_000_000))
                .hasMessageContainingAll("late", "began", "800 ms");
        assertThat(window.begins() + 800_000_000 - window.reads()).isNegative();
    }

    @Test
    void a_host_may_open_and_close_late_as_long_as_all_others_still_send() {
        CommonWindow window = CommonWindow.of(START, 10 * SECOND, 0, 0);

        assertThatCode(() -> window.requireDone(window.rests())).doesNotThrowAnyException();
        assertThatThrownBy(() -> window.requireDone(window.rests() + 20_000_000))
                .hasMessageContainingAll("late", "ceased", "20 ms");
    }

    @Test
    void the_log_is_asked_for_again_only_while_there_is_time_for_the_answer() {
        CommonWindow window = CommonWindow.of(START, 10 * SECOND, 0, 0);

        assertThat(window.asksUntil() - window.closes()).isGreaterThan(CommonWindow.LONGEST_SETTLING_NANOS);
        assertThat(window.rests() - window.asksUntil()).isGreaterThanOrEqualTo(SECOND);
    }
}
