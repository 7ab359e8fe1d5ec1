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
    void opens_and_closes_late_by_a_tenth_of_its_length_at_most() {
        CommonWindow window = CommonWindow.of(START, 10 * SECOND, 0, 0);
        long closes = window.closes() + CommonWindow.LONGEST_SETTLING_NANOS;

        assertThatCode(() -> window.requireOpening(window.opens() + SECOND)).doesNotThrowAnyException();
        assertThatThrownBy(() -> window.requireOpening(window.opens() + 1_020_000_000))
                .hasMessageContainingAll("open", "1020 ms");
        assertThatCode(() -> window.requireClosing(closes + SECOND)).doesNotThrowAnyException();
        assertThatThrownBy(() -> window.requireClosing(closes + 1_020_000_000))
                .hasMessageContainingAll("close", "1020 ms");
    }
}
