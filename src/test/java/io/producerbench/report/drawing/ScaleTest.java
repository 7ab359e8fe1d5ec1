package io.producerbench.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void an_axis_from_zero_ends_at_a_round_number_with_round_ticks() {
        Scale scale = Scale.fromZero(105_212, 100, 400);

        assertThat(scale.min()).isZero();
        assertThat(scale.max()).isEqualTo(120_000);
        assertThat(texts(scale.ticks(4))).containsExactly("0", "50k", "100k");
        assertThat(scale.at(0)).isEqualTo(100);
        assertThat(scale.at(60_000)).isCloseTo(250, within(1e-9));
    }

    @Test
    void a_logarithmic_axis_gives_equal_factors_equal_steps() {
        Scale scale = Scale.logarithmic(3, 510, 300, 20);

        assertThat(scale.min()).isEqualTo(2);
        assertThat(scale.max()).isEqualTo(1_000);
        assertThat(texts(scale.ticks(9))).containsExactly("2", "5", "10", "20", "50", "100", "200", "500", "1,000");
        assertThat(scale.at(20) - scale.at(2)).isCloseTo(scale.at(200) - scale.at(20), within(1e-9));
    }

    @Test
    void many_decades_have_only_powers_of_ten() {
        assertThat(texts(Scale.logarithmic(0.001, 900, 0, 300).ticks(9)))
                .containsExactly("0.001", "0.01", "0.1", "1", "10", "100", "1,000");
    }

    @RepeatedTest(100)
    void every_tick_is_in_range_and_steps_are_1_2_or_5_times_a_power_of_ten(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        double low = random.nextDouble() * 100 - 50;
        double high = low + Math.pow(10, random.nextDouble() * 8 - 4);

        Scale scale = Scale.around(low, high, 0, 300);
        List<Tick> ticks = scale.ticks(5);

        assertThat(scale.min()).isLessThanOrEqualTo(low + 1e-6);
        assertThat(scale.max()).isGreaterThanOrEqualTo(high - 1e-6);
        assertThat(ticks).hasSizeBetween(2, 7);
        assertThat(ticks).allSatisfy(tick -> assertThat(scale.at(tick.value())).isBetween(-1e-3, 300.001));
        double step = ticks.get(1).value() - ticks.get(0).value();
        double digit = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-6));
        assertThat(Stream.of(1.0, 2.0, 5.0))
                .anySatisfy(round -> assertThat(digit).isCloseTo(round, within(1e-3)));
    }

    @Test
    void one_value_alone_still_has_an_axis() {
        assertThat(Scale.around(0, 0, 0, 300).ticks(4)).isNotEmpty();
        assertThat(Scale.fromZero(0, 0, 300).ticks(4)).isNotEmpty();
        assertThat(Scale.logarithmic(10, 10, 0, 300).ticks(4)).isNotEmpty();
    }

    @Test
    void a_range_that_is_none_is_refused() {
        assertThatThrownBy(() -> new Scale(2, 1, 0, 300, false)).hasMessageContaining("got 2.0 to 1.0");
        assertThatThrownBy(() -> new Scale(0, 1, 0, 300, true)).hasMessageContaining("got 0.0 to 1.0");
    }

    @Test
    void numbers_have_no_digits_that_mean_nothing() {
        assertThat(Stream.of(0.0, 0.001, 2.5, 1_234.0, 20_000.0, 1_500_000.0, -0.5)
                        .map(Scale::text))
                .containsExactly("0", "0.001", "2.5", "1,234", "20k", "1.5M", "-0.5");
    }

    private static List<String> texts(List<Tick> ticks) {
        return ticks.stream().map(Tick::text).toList();
    }
}
