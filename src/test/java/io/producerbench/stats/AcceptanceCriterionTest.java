package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.calibration.discrimination.DiscriminationLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts and the rates that they show. */
class AcceptanceCriterionTest {
    @ParameterizedTest
    @CsvSource({"0,299,true", "0,298,false", "1,473,true", "1,472,false", "2,628,true", "2,627,false", "2,473,false"})
    void at_most_one_percent_is_shown_at_95_percent_by_so_few(int alarms, int comparisons, boolean shown) {
        assertThat(new AcceptanceCriterion.AtMost(0.01).isShown(alarms, comparisons))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"59,59,true", "58,58,false", "92,93,true", "91,92,false", "91,93,false", "122,124,true"})
    void at_least_95_percent_is_shown_at_95_percent_by_so_many(int found, int comparisons, boolean shown) {
        assertThat(new AcceptanceCriterion.AtLeast(0.95).isShown(found, comparisons))
                .isEqualTo(shown);
    }

    /** With a rate of 1 %, no alarm in 299 has the probability 0.99^299 = 0.0495. */
    @Test
    void the_first_of_these_is_a_power() {
        assertThat(Math.pow(0.99, 299)).isCloseTo(0.0495, within(1e-4));
        assertThat(Math.pow(0.99, 298)).isGreaterThan(0.05);
    }

    @Test
    void too_few_comparisons_neither_show_nor_miss_anything() {
        assertThat(mark(0, 100, new AcceptanceCriterion.AtMost(0.01))).isEmpty();
        assertThat(mark(0, 0, new AcceptanceCriterion.Seen("at least 80 %", 0.8, 1)))
                .isEmpty();
        assertThat(mark(2, 473, new AcceptanceCriterion.AtMost(0.01))).isEqualTo("MISS");
        assertThat(mark(79, 100, new AcceptanceCriterion.Seen("at least 80 %", 0.8, 1)))
                .isEqualTo("MISS");
        assertThat(mark(80, 100, new AcceptanceCriterion.Seen("at least 80 %", 0.8, 1)))
                .isEqualTo("PASS");
        assertThat(mark(5, 5, new AcceptanceCriterion.Nothing())).isEmpty();
    }

    private static String mark(int count, int all, AcceptanceCriterion criterion) {
        return DiscriminationLine.of("", "", "", count, all, "", criterion).mark();
    }
}
