package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
    @Test
    void what_slows_down_a_whole_block_leaves_the_ratio_as_it_was() {
        Map<Integer, Double> base = Map.of(1, 100.0, 2, 50.0, 3, 200.0, 4, 10.0, 5, 80.0, 6, 90.0);
        Map<Integer, Double> half = new HashMap<>();
        base.forEach((block, value) -> half.put(block, value / 2));

        PairedRatio ratio = PairedRatio.of(base, half).orElseThrow();

        assertThat(ratio.pairs()).isEqualTo(6);
        assertThat(ratio.median()).isEqualTo(0.5);
        assertThat(ratio.interval()).contains(new Interval(0.5, 0.5));
    }

    @Test
    void the_median_is_of_the_ratios_and_not_the_ratio_of_the_medians() {
        PairedRatio ratio = PairedRatio.of(Map.of(1, 1.0, 2, 10.0, 3, 100.0), Map.of(1, 2.0, 2, 1.0, 3, 300.0))
                .orElseThrow();

        assertThat(ratio.median()).isCloseTo(2.0, within(1e-12));
    }

    @Test
    void a_block_that_lacks_one_of_the_two_does_not_count() {
        PairedRatio ratio =
                PairedRatio.of(Map.of(1, 10.0, 2, 10.0), Map.of(2, 5.0, 3, 1.0)).orElseThrow();

        assertThat(ratio.pairs()).isEqualTo(1);
        assertThat(ratio.median()).isEqualTo(0.5);
    }

    @Test
    void five_pairs_have_a_median_and_no_interval() {
        Map<Integer, Double> five = Map.of(1, 1.0, 2, 1.0, 3, 1.0, 4, 1.0, 5, 1.0);

        assertThat(PairedRatio.of(five, five).orElseThrow().interval()).isEmpty();
    }

    @Test
    void without_a_common_block_there_is_no_ratio() {
        assertThat(PairedRatio.of(Map.of(1, 1.0), Map.of(2, 1.0))).isEmpty();
    }
}
