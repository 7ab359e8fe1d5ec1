package io.producerbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "PT-1S, 0 s",
        "PT0.999S, 0 s",
        "PT45S, 45 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min 00 s",
        "PT4M5S, 4 min 05 s",
        "PT59M59S, 59 min 59 s",
        "PT1H, 1 h 00 min",
        "PT1H2M59S, 1 h 02 min",
        "PT26H30M, 26 h 30 min"
    })
    void durations_read_as_people_say_them(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }
}
