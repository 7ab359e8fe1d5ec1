package io.producerbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.stats.MetricSample;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NullControlsTest {
    private static final int TRIPLETS = 24;

    /**
     * The controls of two sweeps. Of 20,000 comparisons simulated in NumPy, 0.8 % crossed the bound
     * and 4.12 % of the pairs alarmed.
     */
    @Test
    void the_bound_holds_though_the_pairs_of_a_triplet_share_samples() {
        Random random = new Random(8);
        int untrusted = 0;
        int alarms = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            NullControls controls = equal(random, 0);
            untrusted += controls.isTrusted() ? 0 : 1;
            alarms += controls.alarms();
        }

        assertThat(untrusted).isLessThanOrEqualTo(20);
        assertThat(alarms / (double) (runs * TRIPLETS * 3)).isBetween(0.036, 0.046);
    }

    @Test
    void what_makes_equal_things_differ_is_noticed() {
        Random random = new Random(9);
        for (int run = 0; run < 50; run++) {
            assertThat(equal(random, 1.5).isTrusted()).isFalse();
        }
    }

    /**
     * @param apart how far the cells of a triplet differ at random, in standard deviations of a
     *     block
     */
    private static NullControls equal(Random random, double apart) {
        NullControls sum = new NullControls(0, 0);
        for (int i = 0; i < TRIPLETS; i++) {
            sum = sum.and(
                    NullControls.among(List.of(sample(random, apart), sample(random, apart), sample(random, apart))));
        }
        assertThat(sum.tests()).isEqualTo(TRIPLETS * 3);
        return sum;
    }

    private static MetricSample sample(Random random, double apart) {
        double centre = 100 + apart * random.nextGaussian();
        return new MetricSample(
                random.doubles(6).map(unused -> centre + random.nextGaussian()).toArray(), 0);
    }
}
