package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.util.ListStatistics;

class PooledIterationsTest {
    private static final double CLOSE = 1e-6;

    /**
     * Extra hours of sleep with two drugs: Student, The probable error of a mean (1908); R's data
     * set {@code sleep}.
     */
    private static final List<Double> FIRST = List.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);

    private static final List<Double> SECOND = List.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    /**
     * R: {@code t.test(extra ~ group, data = sleep)} gives t = -1.8608, df = 17.776, p-value =
     * 0.07939414.
     */
    @Test
    void welchs_test_of_students_sleep_data_is_that_of_r() {
        assertThat(new PooledIterations(FIRST, SECOND).welchPValue()).isCloseTo(0.07939414, within(CLOSE));
    }

    @Test
    void the_interval_is_the_one_that_jmh_itself_prints() {
        Random random = new Random(3);
        List<Double> values = Stream.generate(() -> 1000 + 30 * random.nextGaussian())
                .limit(25)
                .toList();
        double[] jmh = new ListStatistics(
                        values.stream().mapToDouble(Double::doubleValue).toArray())
                .getConfidenceIntervalAt(0.999);

        assertThat(PooledIterations.jmhInterval(values).low()).isCloseTo(jmh[0], within(CLOSE));
        assertThat(PooledIterations.jmhInterval(values).high()).isCloseTo(jmh[1], within(CLOSE));
    }

    @Test
    void intervals_are_apart_when_no_value_is_in_both() {
        List<Double> low = List.of(1.0, 1.001, 1.002, 1.001);
        List<Double> high = low.stream().map(value -> value + 0.1).toList();

        assertThat(new PooledIterations(low, high).jmhIntervalsAreApart()).isTrue();
        assertThat(new PooledIterations(high, low).jmhIntervalsAreApart()).isTrue();
        assertThat(new PooledIterations(FIRST, SECOND).jmhIntervalsAreApart()).isFalse();
        assertThat(new PooledIterations(low, high).otherIsHigher()).isTrue();
    }

    @Test
    void one_iteration_has_no_interval() {
        assertThatThrownBy(() -> new PooledIterations(List.of(1.0), FIRST))
                .hasMessage("expected at least 2 iterations of each side, got 1 and 10");
    }
}
