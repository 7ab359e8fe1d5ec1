package io.producerbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The worked examples of docs/planning.md. */
class BrokerFormulasTest {
    @Test
    void busy_cores_are_the_rate_times_the_cpu_time_of_a_record() {
        assertThat(BrokerFormulas.busyCores(200_000, 26)).isCloseTo(5.2, within(1e-9));
    }

    @Test
    void cores_exceed_the_busy_ones_by_a_multiple_of_their_root_and_brokers_that_may_be_down_are_added() {
        assertThat(BrokerFormulas.byCpu(5.2, 8, 0)).isEqualTo(2);
        assertThat(BrokerFormulas.byCpu(5.2, 8, 1)).isEqualTo(3);
        assertThat(BrokerFormulas.byCpu(29.568, 8, 1)).isEqualTo(7);
    }

    @Test
    void a_broker_that_is_just_full_is_enough() {
        double busy = 4;
        int cores = 9;
        assertThat(busy + BrokerFormulas.STAFFING * 2).isEqualTo(8.75);
        assertThat(BrokerFormulas.byCpu(busy, cores, 0)).isEqualTo(1);
        assertThat(BrokerFormulas.byCpu(busy, cores - 1, 0)).isEqualTo(2);
    }

    @Test
    void each_record_is_received_by_every_replica_and_sent_to_every_follower_and_consumer_group() {
        assertThat(BrokerFormulas.received(202.8e6, 3)).isCloseTo(608.4e6, within(1.0));
        assertThat(BrokerFormulas.sent(202.8e6, 3, 2)).isCloseTo(811.2e6, within(1.0));
        assertThat(BrokerFormulas.sent(202.8e6, 1, 0)).isZero();
    }

    @Test
    void the_busier_direction_of_the_network_counts_with_what_a_recovery_takes() {
        assertThat(BrokerFormulas.byNetwork(608.4e6, 811.2e6, 1.25e9)).isEqualTo(1);
        assertThat(BrokerFormulas.byNetwork(608.4e6, 811.2e6, 0.25e9)).isEqualTo(5);
        assertThat(BrokerFormulas.byNetwork(811.2e6, 608.4e6, 0.25e9)).isEqualTo(5);
    }

    @Test
    void disks_hold_what_is_received_while_it_is_kept_and_are_never_full() {
        assertThat(BrokerFormulas.byDisk(608.4e6, 86_400, 4e12, 0.4)).isEqualTo(33);
        assertThat(BrokerFormulas.byDisk(608.4e6, 86_400, 4e12, 1)).isEqualTo(14);
    }

    @Test
    void each_replica_has_a_broker_of_its_own_while_others_are_down() {
        assertThat(BrokerFormulas.atLeast(3, 1)).isEqualTo(4);
    }

    @Test
    void an_anchor_stands_for_all_cores_of_its_brokers() {
        assertThat(BrokerFormulas.anchoredMicros(3, 8, 250_000)).isCloseTo(96, within(1e-9));
    }
}
