package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedianIntervalTest {
    /**
     * Ranks and coverage as tabulated by K. R. Nair, Table of confidence interval for the median in
     * samples from any continuous population, Sankhyā 4 (1940), 551-558; the coverage follows from
     * the binomial distribution and is computed here anew.
     */
    @ParameterizedTest
    @CsvSource({"6,1,6,96.88", "7,1,7,98.44", "9,2,8,96.09", "10,2,9,97.85", "15,4,12,96.48", "20,6,15,95.86"})
    void the_interval_lies_between_the_tabulated_ranks(int n, int low, int high, double percent) {
        assertThat(MedianInterval.of(firstNumbers(n)).interval()).hasValue(new Interval(low, high));
        assertThat(100 * coverage(n, low)).isCloseTo(percent, within(0.005));
    }

    @Test
    void the_median_of_an_even_number_of_values_is_the_mean_of_the_two_in_the_middle() {
        assertThat(MedianInterval.medianOf(9, 1, 4, 2)).isEqualTo(3);
        assertThat(MedianInterval.medianOf(9, 1, 4)).isEqualTo(4);
        assertThatThrownBy(MedianInterval::medianOf).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void below_six_values_there_is_no_interval(int n) {
        assertThat(MedianInterval.of(firstNumbers(n)).interval()).isEmpty();
        assertThat(coverage(n, 1)).isLessThan(MedianInterval.CONFIDENCE);
    }

    @Test
    void the_interval_is_the_narrowest_that_covers_95_percent() {
        for (int n = MedianInterval.FEWEST; n <= 100; n++) {
            int low = (int)
                    MedianInterval.of(firstNumbers(n)).interval().orElseThrow().low();

            assertThat(coverage(n, low)).as("coverage of n=%d", n).isGreaterThanOrEqualTo(MedianInterval.CONFIDENCE);
            assertThat(coverage(n, low + 1)).as("one rank narrower, n=%d", n).isLessThan(MedianInterval.CONFIDENCE);
        }
    }

    /**
     * 0.5^1075 is smaller than any double. The ranks are those of the normal approximation: n/2 ±
     * 0.98 √n.
     */
    @Test
    void more_than_a_thousand_values_have_an_interval() {
        Interval interval = MedianInterval.of(firstNumbers(10_000)).interval().orElseThrow();

        assertThat(interval.low()).isCloseTo(4_902, within(1.0));
        assertThat(interval.high()).isCloseTo(5_099, within(1.0));
    }

    @Test
    void the_interval_contains_the_median() {
        Random random = new Random(4);
        for (int n = MedianInterval.FEWEST; n <= 60; n++) {
            MedianInterval median = MedianInterval.of(random.doubles(n).toArray());

            assertThat(median.interval().orElseThrow().contains(median.median()))
                    .isTrue();
        }
    }

    @Test
    void the_order_of_the_values_does_not_matter() {
        double[] values = {30, 10, 60, 20, 50, 40};

        assertThat(MedianInterval.of(values).interval()).hasValue(new Interval(10, 60));
        assertThat(values).containsExactly(30, 10, 60, 20, 50, 40);
    }

    @Test
    void no_values_have_no_median() {
        assertThatThrownBy(() -> MedianInterval.of(new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least one value, got none");
    }

    /** Returns 1 to n, so that a value is its own rank. */
    private static double[] firstNumbers(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    /**
     * Returns P(the median lies between the values of rank {@code low} and n + 1 - low): 1 - 2
     * P(Binomial(n, 1/2) < low).
     */
    private static double coverage(int n, int low) {
        BigInteger outside = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE;
        for (int k = 0; k < low; k++) {
            outside = outside.add(choose);
            choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1L));
        }
        return 1 - 2 * outside.doubleValue() / BigInteger.ONE.shiftLeft(n).doubleValue();
    }
}
