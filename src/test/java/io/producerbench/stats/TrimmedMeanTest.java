package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrimmedMeanTest {
    private static final int BLOCKS = 20_000;
    private static final int SLOT_PAIRS = 12;
    private static final double NOISE = 0.03;

    @Test
    void a_quarter_is_left_out_at_each_end() {
        assertThat(TrimmedMean.ofMiddleHalf(-1000, 1, 2, 3, 4, 5, 6, 1000)).hasValue(3.5);
        assertThat(TrimmedMean.ofMiddleHalf(7)).hasValue(7);
        assertThat(TrimmedMean.ofMiddleHalf(1, 2, 6)).hasValue(3);
        assertThat(TrimmedMean.ofMiddleHalf()).isEmpty();
    }

    @Test
    void a_slot_without_records_is_left_out_and_half_of_them_leave_no_value() {
        double none = Double.NEGATIVE_INFINITY;

        assertThat(TrimmedMean.ofMiddleHalf(none, 1, 2, 3)).hasValue(1.5);
        assertThat(TrimmedMean.ofMiddleHalf(none, none, 2, 3)).isEmpty();
        assertThat(TrimmedMean.ofMiddleHalf(Double.NaN, Double.NaN, 2, 3)).isEmpty();
    }

    /**
     * The reason for the middle half: with clean noise it loses less than a median, and with pauses
     * that hit one slot in twelve it loses less than a mean.
     */
    @Test
    void it_is_the_steadiest_of_three_whether_or_not_slots_are_spoilt() {
        ToDoubleFunction<double[]> middle =
                values -> TrimmedMean.ofMiddleHalf(values).orElseThrow();
        ToDoubleFunction<double[]> mean =
                values -> Arrays.stream(values).average().orElseThrow();

        assertThat(spread(middle, 0)).isLessThan(0.95 * spread(MedianInterval::medianOf, 0));
        assertThat(spread(middle, 1.0 / 12)).isLessThan(0.7 * spread(mean, 1.0 / 12));
        assertThat(spread(middle, 1.0 / 12)).isLessThan(spread(MedianInterval::medianOf, 1.0 / 12));
    }

    @Test
    void a_difference_between_the_arms_comes_out_whole_although_slots_are_spoilt() {
        double sum = 0;
        Random random = new Random(11);
        for (int block = 0; block < BLOCKS; block++) {
            sum += TrimmedMean.ofMiddleHalf(
                            Arrays.stream(block(random, 0.1)).map(x -> x + 0.02).toArray())
                    .orElseThrow();
        }

        assertThat(sum / BLOCKS).isCloseTo(0.02, within(0.0005));
    }

    /** Returns the standard deviation of what is computed from blocks of equal arms. */
    private static double spread(ToDoubleFunction<double[]> statistic, double spoilt) {
        Random random = new Random(11);
        double squares = 0;
        for (int block = 0; block < BLOCKS; block++) {
            double value = statistic.applyAsDouble(block(random, spoilt));
            squares += value * value;
        }
        return Math.sqrt(squares / BLOCKS);
    }

    /** Returns slot pairs of equal arms; a spoilt one lost a third of its records in either arm. */
    private static double[] block(Random random, double spoilt) {
        double[] logRatios = new double[SLOT_PAIRS];
        for (int pair = 0; pair < SLOT_PAIRS; pair++) {
            double pause = random.nextDouble() < spoilt ? Math.log(2.0 / 3) : 0;
            logRatios[pair] = NOISE * random.nextGaussian() + (random.nextBoolean() ? pause : -pause);
        }
        return logRatios;
    }
}
