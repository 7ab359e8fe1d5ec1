package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksNeededTest {
    /** 2 ((1.959964 + 1.644854) s / ln 1.02)² π/3: 173.51 at s = 5 %, 6.94 at 1 %. */
    @ParameterizedTest
    @CsvSource({"0.05, 174", "0.01, 7", "0.10, 695", "0.0001, 4", "0, 4"})
    void blocks_grow_with_the_square_of_the_spread(double deviation, int expected) {
        assertThat(BlocksNeeded.forMargin(deviation, new Margin(0.02), 0.05)).isEqualTo(expected);
    }

    @Test
    void a_wider_margin_needs_fewer() {
        assertThat(BlocksNeeded.forMargin(0.05, new Margin(0.05), 0.05)).isEqualTo(29);
    }

    /** 2 / C(2n, n): 0.0286 for 4, 0.0079 for 5, 0.00216 for 6, 0.00058 for 7. */
    @ParameterizedTest
    @CsvSource({"1, 4", "2, 5", "6, 5", "7, 6", "23, 6", "24, 7", "66, 7"})
    void a_larger_family_needs_more(int comparisons, int expected) {
        assertThat(BlocksNeeded.forFamily(comparisons, 0.05)).isEqualTo(expected);
    }
}
