package io.producerbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    @ParameterizedTest
    @CsvSource({
        "1.03, 1.05, FASTER",
        "1.02, 1.05, INCONCLUSIVE",
        "0.99, 1.01, EQUAL",
        "1.005, 1.01, EQUAL",
        "1.00, 1.02, EQUAL",
        "0.97, 1.01, INCONCLUSIVE",
        "0.90, 1.10, INCONCLUSIVE",
        "0.98, 1.00, INCONCLUSIVE",
        "0.95, 0.979, SLOWER",
        "0, Infinity, INCONCLUSIVE"
    })
    void a_rate_is_judged_by_where_its_interval_lies(double low, double high, Judgement expected) {
        assertThat(Judgement.of(new Interval(low, high), Direction.HIGHER, new Margin(0.02)))
                .isEqualTo(expected);
    }

    @Test
    void of_a_latency_less_is_faster() {
        assertThat(Judgement.of(new Interval(0.8, 0.9), Direction.LOWER, new Margin(0.05)))
                .isEqualTo(Judgement.FASTER);
        assertThat(Judgement.of(new Interval(1.1, 1.2), Direction.LOWER, new Margin(0.05)))
                .isEqualTo(Judgement.SLOWER);
    }

    @Test
    void exchanging_the_sides_exchanges_faster_and_slower() {
        Margin margin = new Margin(0.02);
        for (double low = 0.9; low < 1.1; low += 0.003) {
            for (double high = low; high < 1.1; high += 0.003) {
                Judgement there = Judgement.of(new Interval(low, high), Direction.HIGHER, margin);
                Judgement back = Judgement.of(new Interval(1 / high, 1 / low), Direction.HIGHER, margin);
                assertThat(back).isEqualTo(exchanged(there));
            }
        }
    }

    private static Judgement exchanged(Judgement judgement) {
        return switch (judgement) {
            case FASTER -> Judgement.SLOWER;
            case SLOWER -> Judgement.FASTER;
            case EQUAL, INCONCLUSIVE -> judgement;
        };
    }

    @Test
    void an_interval_has_its_ends_in_order_and_knows_them() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
    }

    @Test
    void a_margin_is_a_share() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Margin(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Margin(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Margin(Double.NaN));
    }
}
