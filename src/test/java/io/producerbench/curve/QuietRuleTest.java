package io.producerbench.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietRuleTest {
    private static final long MILLI = 1_000_000;

    @Test
    void three_records_in_a_row_must_take_at_most_three_times_what_they_took_before() {
        QuietRule rule = QuietRule.after(List.of(5 * MILLI, 4 * MILLI, 90 * MILLI));

        assertThat(rule.isQuiet(List.of(15 * MILLI, MILLI, MILLI))).isTrue();
        assertThat(rule.isQuiet(List.of(MILLI, MILLI, 15 * MILLI + 1))).isFalse();
        assertThat(rule.isQuiet(List.of(MILLI, MILLI))).isFalse();
    }

    @Test
    void ten_milliseconds_are_quiet_on_brokers_that_take_one() {
        QuietRule rule = QuietRule.after(List.of(MILLI));

        assertThat(rule.isQuiet(List.of(10 * MILLI, 10 * MILLI, 10 * MILLI))).isTrue();
        assertThat(rule.isQuiet(List.of(10 * MILLI, 10 * MILLI, 11 * MILLI))).isFalse();
    }

    @Test
    void the_reason_names_limit_and_time() {
        assertThat(new QuietRule(12 * MILLI).unrest(Duration.ofSeconds(10)))
                .isEqualTo(
                        "before it, the brokers did not acknowledge 3 records in a row within 12.0 ms each, for 10 s");
    }
}
