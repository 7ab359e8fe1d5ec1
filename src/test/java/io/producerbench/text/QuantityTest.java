package io.producerbench.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "LATENCY, 20ms, 0.02",
        "LATENCY, 20 ms, 0.02",
        "LATENCY, 1.5s, 1.5",
        "LATENCY, 250us, 0.00025",
        "PERIOD, 24h, 86400",
        "PERIOD, 7d, 604800",
        "PERIOD, 90 min, 5400",
        "BYTES, 4TB, 4000000000000",
        "BYTES, 1 kB, 1000",
        "BYTES, 1KiB, 1024",
        "BYTES_PER_SECOND, 1.25GB, 1250000000",
        "BYTES_PER_SECOND, 1.25 GB/s, 1250000000",
        "BYTES_PER_SECOND, 1.25 GiB/s, 1342177280",
        "BYTES_PER_SECOND, 10Gbit/s, 1250000000"
    })
    void a_number_with_a_unit_is_read_exactly_with_or_without_a_blank(Quantity quantity, String text, BigDecimal base) {
        assertThat(quantity.of(text)).isEqualByComparingTo(base);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LATENCY | 20 | expected a time with its unit, as 20ms, got '20', which may mean 20ms or 20s; add the unit",
                "PERIOD | 24 | expected a time with its unit, as 20h, got '24', which may mean 24h or 24d; add the unit",
                "BYTES | 4 | expected a size with its unit, as 20GB, got '4', which may mean 4GB or 4TB; add the unit",
                "BYTES_PER_SECOND | 10 | expected a size per second with its unit, as 20GB/s, got '10', which may mean 10GB/s or 10Gbit/s; add the unit"
            })
    void a_number_alone_is_refused_with_its_two_readings(Quantity quantity, String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> quantity.of(text)).withMessage(message);
    }

    @Test
    void a_misspelt_unit_is_refused_with_the_nearest_and_all_units() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.LATENCY.of("20msec"))
                .withMessage("expected a time with its unit, as 20ms, got '20msec'; did you mean 'ms'?"
                        + "; the units are us, ms, s, min, h, d");
    }

    @ParameterizedTest
    @CsvSource({"0ms", "-1ms", "ms", "1e3ms", "''", "'1,5ms'", "1.5.2ms", "ms20"})
    void what_is_no_number_above_0_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.LATENCY.of(text))
                .withMessageStartingWith("expected a time ");
    }
}
