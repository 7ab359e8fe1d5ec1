package io.producerbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The worked examples of docs/planning.md. */
class ClientFormulasTest {
    @Test
    void instances_run_at_seven_tenths_of_what_one_reached() {
        assertThat(ClientFormulas.instances(200_000, 50_000)).isEqualTo(6);
        assertThat(ClientFormulas.instances(34_000, 50_000)).isEqualTo(1);
        assertThat(ClientFormulas.instances(36_000, 50_000)).isEqualTo(2);
    }

    @Test
    void a_transaction_is_open_while_it_fills_and_commits() {
        assertThat(ClientFormulas.transactionalProducers(200_000, 23_500, 77_000, 1000))
                .isEqualTo(21);
    }

    @Test
    void five_batches_of_a_partition_go_each_round_trip() {
        assertThat(ClientFormulas.partitions(200_000, 15, 3_900)).isEqualTo(11);
    }

    @Test
    void headroom_is_what_the_load_leaves_of_the_bound_and_below_0_if_it_exceeds_it() {
        assertThat(ClientFormulas.headroom(20_000, 40_000)).isCloseTo(0.5, within(1e-12));
        assertThat(ClientFormulas.headroom(50_000, 40_000)).isCloseTo(-0.25, within(1e-12));
    }
}
