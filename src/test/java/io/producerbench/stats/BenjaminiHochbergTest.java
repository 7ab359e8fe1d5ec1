package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
    /**
     * The example of the paper that introduced it, section 4.1: of 15 tests it calls four at 5 %,
     * and Bonferroni calls three.
     */
    private static final double[] OF_THE_PAPER = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.000
    };

    @Test
    void the_example_of_benjamini_and_hochberg_comes_out() {
        double[] adjusted = BenjaminiHochberg.adjusted(OF_THE_PAPER);

        assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05).count()).isEqualTo(4);
        assertThat(adjusted)
                .containsExactly(
                        new double[] {
                            0.0015,
                            0.003,
                            0.0095,
                            0.035625,
                            0.0603,
                            0.0298 * 15 / 7,
                            0.0298 * 15 / 7,
                            0.0645,
                            0.0765,
                            0.486,
                            0.4262 * 15 / 11,
                            0.714875,
                            0.6528 * 15 / 13,
                            0.7590 * 15 / 14,
                            1
                        },
                        within(1e-12));
    }

    @Test
    void the_order_of_the_tests_does_not_matter() {
        assertThat(BenjaminiHochberg.adjusted(new double[] {0.9, 0.01, 0.02}))
                .containsExactly(new double[] {0.9, 0.03, 0.03}, within(1e-12));
        assertThat(BenjaminiHochberg.adjusted(new double[0])).isEmpty();
    }
}
