package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
    private static final PairedComparison RATE = new PairedComparison(Direction.HIGHER, Margin.OF_RATE, Looks.USUAL);

    @Test
    void nothing_is_said_before_the_first_look() {
        assertThat(RATE.after(around(-0.05, 0.001, 9))).isEmpty();
        assertThat(RATE.isOpen(around(-0.05, 0.001, 9))).isTrue();
    }

    @Test
    void a_clear_loss_of_rate_is_slower_at_the_first_look_and_asks_for_no_more() {
        LookResult result = RATE.after(around(-0.05, 0.001, 10)).orElseThrow();

        assertThat(result.judgement()).isEqualTo(Judgement.SLOWER);
        assertThat(result.ratio()).isCloseTo(Math.exp(-0.05), within(0.001));
        assertThat(result.pairs()).isEqualTo(10);
        assertThat(result.confidence()).isCloseTo(0.9975, within(1e-12));
        assertThat(result.pValue()).isCloseTo(2 / 1024.0, within(1e-9));
        assertThat(RATE.isOpen(around(-0.05, 0.001, 10))).isFalse();
    }

    @Test
    void the_same_ratio_of_a_latency_is_faster() {
        PairedComparison latency = new PairedComparison(Direction.LOWER, Margin.OF_RATE, Looks.USUAL);

        assertThat(latency.after(around(-0.05, 0.001, 10)).orElseThrow().judgement())
                .isEqualTo(Judgement.FASTER);
    }

    @Test
    void no_difference_is_equal_once_the_interval_is_narrow_enough() {
        assertThat(RATE.after(around(0.001, 0.002, 10)).orElseThrow().judgement())
                .isEqualTo(Judgement.EQUAL);
    }

    @Test
    void more_pairs_than_sign_flips_can_be_counted_of_are_judged_without_the_second_opinion() {
        PairedComparison patient = new PairedComparison(Direction.HIGHER, Margin.OF_RATE, Looks.once(41, 0.01));

        LookResult result = patient.after(around(-0.05, 0.001, 41)).orElseThrow();

        assertThat(result.judgement()).isEqualTo(Judgement.SLOWER);
        assertThat(result.signFlipPValue()).isNaN();
        assertThat(patient.atTheEnd(around(-0.05, 0.001, 40)).orElseThrow().signFlipPValue())
                .isLessThan(1e-9);
    }

    @Test
    void noise_is_inconclusive_to_the_last_look_and_then_no_longer_open() {
        List<Double> noise = around(0, 0.2, 30);

        assertThat(RATE.isOpen(noise.subList(0, 29))).isTrue();
        assertThat(RATE.isOpen(noise)).isFalse();
        assertThat(RATE.after(noise).orElseThrow().judgement()).isEqualTo(Judgement.INCONCLUSIVE);
        assertThat(RATE.after(noise).orElseThrow().look()).isEqualTo(4);
    }

    @Test
    void what_comes_after_a_decision_changes_nothing() {
        List<Double> pairs = new ArrayList<>(around(-0.05, 0.001, 10));
        LookResult decided = RATE.after(pairs).orElseThrow();
        pairs.addAll(around(0.5, 0.001, 20));

        assertThat(RATE.after(pairs)).contains(decided);
    }

    @Test
    void between_two_looks_the_result_does_not_change() {
        List<Double> pairs = new ArrayList<>(around(0, 0.2, 10));
        Optional<LookResult> first = RATE.after(pairs);
        pairs.addAll(around(0, 0.2, 4));

        assertThat(RATE.after(pairs)).isEqualTo(first);
    }

    @Test
    void when_no_pair_will_come_any_more_the_next_look_takes_what_there_is() {
        List<Double> noise = around(0, 0.2, 28);

        assertThat(RATE.atTheEnd(noise).orElseThrow().pairs()).isEqualTo(28);
        assertThat(RATE.atTheEnd(noise).orElseThrow().look()).isEqualTo(4);
        assertThat(RATE.atTheEnd(noise.subList(0, 20)).orElseThrow().look()).isEqualTo(3);
        assertThat(RATE.atTheEnd(List.of())).isEmpty();
        // Five pairs have no interval, and so no result.
        assertThat(RATE.atTheEnd(around(-0.05, 0.001, 5)).orElseThrow().judgement())
                .isEqualTo(Judgement.INCONCLUSIVE);
    }

    @Test
    void the_p_value_is_that_of_a_library_where_there_are_no_ties() {
        var library = WilcoxonSignedRankTest.withDefaults().with(AlternativeHypothesis.TWO_SIDED);
        for (int n : List.of(6, 10, 15, 20, 30)) {
            List<Double> pairs = around(0.1, 0.2, n);
            double[] array = pairs.stream().mapToDouble(Double::doubleValue).toArray();

            assertThat(new SignedRank(pairs).pValue())
                    .isCloseTo(library.test(array).getPValue(), within(1e-6));
        }
    }

    @Test
    void looks_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new Looks(List.of(10, 10), 0.01)).hasMessageContaining("growing numbers of pairs");
        assertThatThrownBy(() -> new Looks(List.of(10), 1)).hasMessageContaining("alpha between 0 and 1, got 1.0");
    }

    private static List<Double> around(double centre, double spread, int pairs) {
        Random random = new Random(7);
        return IntStream.range(0, pairs)
                .mapToObj(pair -> centre + spread * random.nextGaussian())
                .toList();
    }
}
