package io.producerbench.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileLimitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99=20ms      | p99   | 0.02   | p99=20ms",
                " p99 = 20 ms  | p99   | 0.02   | p99=20ms",
                "p99.90=0.10s  | p99.9 | 0.1    | p99.9=0.1s",
                "p50=1500us    | p50   | 0.0015 | p50=1500us",
            })
    void is_read_with_or_without_blanks_and_superfluous_zeros(
            String given, String percentile, BigDecimal seconds, String text) {
        PercentileLimit limit = PercentileLimit.parse(given);

        assertThat(limit.percentile()).isEqualTo(percentile);
        assertThat(limit.seconds()).isEqualByComparingTo(seconds);
        assertThat(limit.text()).isEqualTo(text);
        assertThat(PercentileLimit.parse(text)).isEqualTo(limit);
    }

    @Test
    void several_are_read_in_their_order() {
        assertThat(PercentileLimit.list("p99.9=100ms, p99=20ms"))
                .extracting(PercentileLimit::text)
                .containsExactly("p99.9=100ms", "p99=20ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99=20     | expected a time with its unit, as 20ms, got '20', which may mean 20ms or 20s; add the unit",
                "20         | expected a percentile and its limit such as p99=20ms, got '20'",
                "p99        | expected a percentile and its limit such as p99=20ms, got 'p99'",
                "p99:20ms   | expected a percentile and its limit such as p99=20ms, got 'p99:20ms'",
                "p99=20msec | expected a time with its unit, as 20ms, got '20msec'; did you mean 'ms'?; the units are us, ms, s, min, h, d",
                "p99=-5ms   | expected a time with its unit, as 20ms, got '-5ms'",
                "p99=       | expected a time with its unit, as 20ms, got ''",
                "p99=0ms    | expected a time above 0, got '0ms'",
                "p99=20ms,  | expected a percentile and its limit such as p99=20ms, got ''",
                "p99=1s,p99.0=2s | expected one limit for each percentile, got p99=1s and p99=2s; leave one of them out",
            })
    void what_is_none_is_refused_in_words(String given, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileLimit.list(given))
                .withMessage(message);
    }
}
