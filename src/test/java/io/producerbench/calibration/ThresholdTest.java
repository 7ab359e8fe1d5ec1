package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
    @ParameterizedTest
    @CsvSource({"1.05,PASS", "1.0501,MISS", "-9,PASS"})
    void at_most_is_held_against_the_median(double median, PassFail mark) {
        assertThat(Threshold.atMost(1.05).judge(around(median))).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({"0.97,PASS", "0.9699,MISS", "9,PASS"})
    void at_least_is_held_against_the_median(double median, PassFail mark) {
        assertThat(Threshold.atLeast(0.97).judge(around(median))).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({"0.005,PASS", "-0.005,PASS", "0.0051,MISS", "-0.0051,MISS"})
    void an_absolute_limit_holds_to_either_side(double median, PassFail mark) {
        assertThat(Threshold.atMostAbsolute(0.005).judge(around(median))).isEqualTo(mark);
    }

    @Test
    void a_lower_bound_is_held_against_the_lower_end_of_the_interval() {
        Threshold target = Threshold.atLeast(1.00, 0.98);

        assertThat(target.judge(List.of(0.98, 1.0, 1.0, 1.0, 1.0, 1.1))).isEqualTo(PassFail.PASS);
        assertThat(target.judge(List.of(0.97, 1.0, 1.0, 1.0, 1.0, 1.1))).isEqualTo(PassFail.MISS);
        assertThat(target.judge(List.of(0.98, 0.99, 0.99, 0.99, 1.0, 1.1))).isEqualTo(PassFail.MISS);
    }

    @Test
    void without_an_interval_a_lower_bound_can_be_missed_and_never_passed() {
        Threshold target = Threshold.atLeast(1.00, 0.98);

        assertThat(target.judge(Collections.nCopies(5, 1.2))).isEqualTo(PassFail.NONE);
        assertThat(target.judge(Collections.nCopies(5, 0.9))).isEqualTo(PassFail.MISS);
    }

    @Test
    void one_block_that_is_not_zero_is_missed_though_the_median_is_zero() {
        Threshold target = Threshold.zeroInEveryBlock();

        assertThat(target.judge(List.of(0.0, -0.0, 0.0))).isEqualTo(PassFail.PASS);
        assertThat(target.judge(List.of(0.0, 1.0, 0.0))).isEqualTo(PassFail.MISS);
        assertThat(target.judge(List.of(0.0, -1.0, 0.0))).isEqualTo(PassFail.MISS);
    }

    @Test
    void no_target_is_neither_passed_nor_missed() {
        assertThat(Threshold.none().judge(List.of(1.0))).isEqualTo(PassFail.NONE);
    }

    @Test
    void a_target_reads_as_a_person_would_write_it() {
        assertThat(Arrays.asList(
                        Threshold.atLeast(1.00, 0.98),
                        Threshold.atLeast(0.97),
                        Threshold.atMost(1.1),
                        Threshold.atMost(1),
                        Threshold.atMost(200),
                        Threshold.atMostAbsolute(0.005),
                        Threshold.zeroInEveryBlock(),
                        Threshold.none()))
                .extracting(Threshold::text)
                .containsExactly(
                        "≥ 1.00 (lower bound ≥ 0.98)",
                        "≥ 0.97",
                        "≤ 1.10",
                        "≤ 1",
                        "≤ 200",
                        "|x| ≤ 0.005",
                        "0 in every block",
                        "");
    }

    /** Blocks of which only the median is near a limit. */
    private static List<Double> around(double median) {
        return List.of(median - 5, median, median + 5);
    }
}
