package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTest {
    private static final int COUNT = 100_000;

    @Test
    void a_constant_delay_is_always_the_same() {
        assertThat(drawn(new Delay.Constant(20_000_000))).containsOnly(20_000_000);
    }

    @Test
    void a_bimodal_delay_is_high_as_often_as_said() {
        long[] nanos = drawn(new Delay.Bimodal(5_000_000, 50_000_000, 0.1));

        assertThat(nanos).containsOnly(5_000_000, 50_000_000);
        assertThat(LongStream.of(nanos).filter(one -> one == 50_000_000).count())
                .isCloseTo(10_000, within(500L));
    }

    @Test
    void a_pareto_delay_has_the_quantiles_of_its_formula_up_to_its_cap() {
        long[] nanos = drawn(new Delay.Pareto(1_000_000, 2, 30_000_000));
        Arrays.sort(nanos);

        assertThat(nanos[0]).isBetween(1_000_000L, 1_001_000L);
        assertThat(nanos[COUNT / 2]).isCloseTo(1_414_214, within(20_000L));
        assertThat(nanos[COUNT / 100 * 99]).isCloseTo(10_000_000, within(1_000_000L));
        // P(above the cap) is 1/900.
        assertThat(LongStream.of(nanos).filter(one -> one == 30_000_000).count())
                .isCloseTo(111, within(50L));
        assertThat(nanos[COUNT - 1]).isEqualTo(30_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constant 20000000",
                "service 1000000",
                "bimodal 5000000 50000000 0.1",
                "pareto 1000000 1.5 1000000000"
            })
    void is_read_as_it_was_written(String text) {
        assertThat(Delay.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "constant", "constant 1 2", "constant 20ms", "bimodal 1 2", "pareto 1 x 3"})
    void says_what_a_delay_looks_like(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delay.parse(text))
                .withMessageStartingWith(
                        "expected a delay, 'constant NS', 'service NS', 'bimodal LOW_NS HIGH_NS HIGH_SHARE' or"
                                + " 'pareto SCALE_NS SHAPE CAP_NS', got [" + text.replace(" ", ", ") + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "constant -1, a constant delay to be at least 0 ns",
        "service -1, a service time to be at least 0 ns",
        "bimodal -1 2 0.5, the low delay to be at least 0 ns",
        "bimodal 1 -2 0.5, the high delay to be at least 0 ns",
        "bimodal 1 2 1.5, the share of high delays to be between 0 and 1",
        "bimodal 1 2 NaN, the share of high delays to be between 0 and 1",
        "pareto 1 0 2, the shape of a Pareto delay to be above 0",
        "pareto 3 1 2, 'the cap of a Pareto delay to be at least its scale, 3 ns'",
    })
    void refuses_a_delay_that_cannot_be(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delay.parse(text))
                .withMessageStartingWith("expected " + reason + ", got ");
    }

    private static long[] drawn(Delay delay) {
        SplittableRandom random = new SplittableRandom(7);
        return LongStream.generate(() -> delay.nanos(random)).limit(COUNT).toArray();
    }
}
