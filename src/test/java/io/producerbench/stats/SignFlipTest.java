package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignFlipTest {
    private static final double CLOSE = 1e-6;

    /**
     * Darwin's fifteen pairs of cross- and self-fertilised maize, in eighths of an inch: R. A.
     * Fisher, The Design of Experiments, section 21. Of the 32,768 ways to exchange, he counts 863
     * with a sum of at least 314, which is 2.634 % on one side.
     */
    private static final List<Double> DARWIN = Stream.of(49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48)
            .map(Integer::doubleValue)
            .toList();

    @Test
    void darwins_maize_gives_fishers_count() {
        assertThat(SignFlip.pValue(DARWIN)).isCloseTo(2 * 863 / 32_768.0, within(CLOSE));
    }

    @Test
    void the_direction_does_not_matter() {
        List<Double> exchanged = DARWIN.stream().map(d -> -d).toList();

        assertThat(SignFlip.pValue(exchanged)).isEqualTo(SignFlip.pValue(DARWIN));
    }

    @Test
    void all_on_one_side_is_two_of_all_ways() {
        assertThat(SignFlip.pValue(List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)))
                .isCloseTo(2 / 1024.0, within(CLOSE));
        assertThat(SignFlip.pValue(List.of(3.0))).isEqualTo(1);
    }

    @Test
    void differences_that_cancel_out_show_nothing() {
        assertThat(SignFlip.pValue(List.of(1.0, -1.0, 2.0, -2.0))).isEqualTo(1);
    }

    @Test
    void thirty_pairs_are_counted_as_exactly_as_ten() {
        Random random = new Random(1);
        List<Double> thirty = Stream.generate(random::nextGaussian).limit(30).toList();
        double sampled = 0;
        int rounds = 200_000;
        double observed = Math.abs(sum(thirty));
        for (int round = 0; round < rounds; round++) {
            double sum = 0;
            for (double difference : thirty) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            sampled += Math.abs(sum) >= observed ? 1 : 0;
        }

        assertThat(SignFlip.pValue(thirty)).isCloseTo(sampled / rounds, within(0.005));
    }

    @Test
    void more_than_can_be_counted_is_refused() {
        assertThatThrownBy(() -> SignFlip.pValue(Collections.nCopies(41, 1.0)))
                .hasMessage("expected 1 to 40 differences, got 41");
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
