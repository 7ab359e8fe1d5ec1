package io.producerbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final Totals ONE = new Totals(1, 2, Map.of("timeout", 3L), Map.of(), 4, 5, 6, 7, 8, 9);
    private static final Totals OTHER =
            new Totals(10, 20, Map.of("timeout", 30L, "network", 31L), Map.of("other", 7L), 40, 50, 60, 70, 80, 90);

    @Test
    void of_two_producers_every_count_is_added() {
        assertThat(ONE.plus(OTHER))
                .isEqualTo(new Totals(
                        11, 22, Map.of("timeout", 33L, "network", 31L), Map.of("other", 7L), 44, 55, 66, 77, 88, 99));
    }

    @Test
    void adding_does_not_depend_on_the_order() {
        assertThat(OTHER.plus(ONE)).isEqualTo(ONE.plus(OTHER));
    }

    @Test
    void adding_changes_neither() {
        ONE.plus(OTHER);

        assertThat(ONE.failures()).isEqualTo(Map.of("timeout", 3L));
        assertThat(OTHER.failures()).isEqualTo(Map.of("timeout", 30L, "network", 31L));
    }

    @Test
    void zero_adds_nothing() {
        assertThat(Totals.ZERO.plus(ONE)).isEqualTo(ONE);
    }

    @Test
    void failed_are_those_of_all_kinds() {
        assertThat(OTHER.failed()).isEqualTo(61);
        assertThat(OTHER.unknown()).isEqualTo(7);
    }
}
