package io.producerbench.calibration.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.FailedStepException;
import org.junit.jupiter.api.Test;

class TurnPriceTest {
    private final TurnPrice price = new TurnPrice();

    @Test
    void as_many_turns_as_add_the_share() {
        price.paid(150, Math.log(1.06));

        assertThat(price.turns(0.02)).isEqualTo(50);
        assertThat(price.turns(0.05)).isEqualTo(125);
        assertThat(price.turns(0.00001)).as("never none for a slowdown").isEqualTo(1);
        assertThat(price.turns(0)).isZero();
    }

    @Test
    void a_disturbed_block_does_not_move_it() {
        for (int block = 0; block < 7; block++) {
            price.paid(100, Math.log(1.05));
        }
        price.paid(100, Math.log(3));

        assertThat(price.turns(0.05)).isEqualTo(100);
    }

    @Test
    void what_was_measured_before_the_latest_blocks_is_forgotten() {
        for (int block = 0; block < TurnPrice.BLOCKS; block++) {
            price.paid(100, Math.log(2));
        }
        for (int block = 0; block < TurnPrice.BLOCKS; block++) {
            price.paid(100, Math.log(1.05));
        }

        assertThat(price.turns(0.05)).isEqualTo(100);
    }

    @Test
    void turns_that_seem_to_cost_nothing_cannot_be_planted() {
        price.paid(100, Math.log(0.99));

        assertThat(price.turns(0)).isZero();
        assertThatThrownBy(() -> price.turns(0.05))
                .isInstanceOf(FailedStepException.class)
                .hasMessageContaining("expected more than 0");
    }
}
