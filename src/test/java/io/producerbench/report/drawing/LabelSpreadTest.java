package io.producerbench.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LabelSpreadTest {
    private static final double LOW = 0;
    private static final double HIGH = 300;
    private static final double DISTANCE = 19;

    /** Whatever the wishes: apart, in their order, inside if there is room. */
    @RepeatedTest(200)
    void labels_never_overlap_and_never_change_sides(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Double> wishes =
                random.doubles(1 + random.nextInt(14), -50, 350).boxed().toList();

        List<Double> places = LabelSpread.spread(wishes, DISTANCE, LOW, HIGH);

        assertThat(places).hasSameSizeAs(wishes);
        for (int i = 0; i < wishes.size(); i++) {
            assertThat(places.get(i)).isBetween(LOW - 1e-9, HIGH + 1e-9);
            for (int j = 0; j < i; j++) {
                assertThat(Math.abs(places.get(i) - places.get(j))).isGreaterThanOrEqualTo(DISTANCE - 1e-9);
                if (wishes.get(i) < wishes.get(j)) {
                    assertThat(places.get(i)).isLessThan(places.get(j));
                }
            }
        }
    }

    /** Moving any one label, or any run of neighbours, brings the labels no nearer to the wishes. */
    @RepeatedTest(50)
    void no_shift_of_neighbours_would_be_nearer_to_the_wishes(RepetitionInfo seed) {
        Random random = new Random(1_000 + seed.getCurrentRepetition());
        List<Double> wishes = random.doubles(6, 100, 200).boxed().sorted().toList();
        List<Double> places = LabelSpread.spread(wishes, DISTANCE, LOW, HIGH);

        for (int from = 0; from < wishes.size(); from++) {
            for (int to = from + 1; to <= wishes.size(); to++) {
                for (double step : new double[] {-0.5, 0.5}) {
                    List<Double> moved = new ArrayList<>(places);
                    for (int i = from; i < to; i++) {
                        moved.set(i, moved.get(i) + step);
                    }
                    assertThat(!areApart(moved) || cost(moved, wishes) >= cost(places, wishes) - 1e-9)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void labels_that_are_apart_stay_where_they_are() {
        assertThat(LabelSpread.spread(List.of(200.0, 100.0, 150.0), DISTANCE, LOW, HIGH))
                .containsExactly(200.0, 100.0, 150.0);
    }

    @Test
    void two_labels_at_one_place_go_to_both_sides_of_it() {
        List<Double> places = LabelSpread.spread(List.of(100.0, 100.0), DISTANCE, LOW, HIGH);

        assertThat(places.get(0)).isCloseTo(90.5, within(1e-9));
        assertThat(places.get(1)).isCloseTo(109.5, within(1e-9));
    }

    @Test
    void more_labels_than_fit_begin_at_the_low_end() {
        assertThat(LabelSpread.spread(List.of(5.0, 5.0, 5.0), DISTANCE, LOW, 20))
                .containsExactly(0.0, 19.0, 38.0);
    }

    @Test
    void nothing_to_spread_is_nothing() {
        assertThat(LabelSpread.spread(List.of(), DISTANCE, LOW, HIGH)).isEmpty();
    }

    private static boolean areApart(List<Double> places) {
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i) - places.get(i - 1) < DISTANCE - 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static double cost(List<Double> places, List<Double> wishes) {
        double sum = 0;
        for (int i = 0; i < places.size(); i++) {
            sum += Math.pow(places.get(i) - wishes.get(i), 2);
        }
        return sum;
    }
}
