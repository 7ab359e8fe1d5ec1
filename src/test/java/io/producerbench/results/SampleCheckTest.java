package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.recording.Latency;
import io.producerbench.recording.Totals;
import io.producerbench.recording.Window.BrokerCount;
import io.producerbench.scenario.Axis;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For every problem a sample that has it, and one that only just has not. */
class SampleCheckTest {
    private static final Map<Axis, String> ACKS_0 = Map.of(Axis.ACKS, "0");
    private static final long FIVE_SECONDS = 5_000_000_000L;

    @Test
    void nothing_is_wrong_with_a_good_sample() {
        assertThat(ASample.atMaxRate(Map.of()).problems()).isEmpty();
        assertThat(ASample.atRate(2000, Map.of()).problems()).isEmpty();
        assertThat(ASample.atMaxRate(ACKS_0).problems()).isEmpty();
    }

    @Test
    void every_acknowledged_record_must_be_in_the_log() {
        assertThat(ASample.atMaxRate(Map.of()).logEnd(599_999).problems())
                .containsExactly("600000 records were acknowledged but the log holds 599999");
    }

    @Test
    void a_duplicate_in_the_log_counts_as_well() {
        assertThat(ASample.atMaxRate(Map.of()).logEnd(600_001).problems())
                .containsExactly("600000 records were acknowledged but the log holds 600001");
    }

    @Test
    void without_acknowledgements_the_log_may_hold_less_than_was_sent() {
        assertThat(ASample.atMaxRate(ACKS_0).logEnd(599_000).problems()).isEmpty();
    }

    @Test
    void a_log_end_that_could_not_be_read_confirms_nothing() {
        assertThat(ASample.atMaxRate(Map.of()).logEndUnknown().problems())
                .containsExactly("the brokers' log end could not be read");
        assertThat(ASample.atMaxRate(ACKS_0).logEndUnknown().problems()).isEmpty();
    }

    @Test
    void one_replica_fewer_is_no_finding_where_a_broker_was_killed_and_two_fewer_are() {
        Map<Axis, String> oneDown = Map.of(Axis.MIN_INSYNC_REPLICAS, "2", Axis.BROKERS_DOWN, "1");

        assertThat(ASample.atMaxRate(oneDown).smallestIsr(2).problems()).isEmpty();
        assertThat(ASample.atMaxRate(oneDown).smallestIsr(1).problems())
                .containsExactly("the in-sync replicas of a partition shrank to 1 of 2");
        assertThat(ASample.atMaxRate(Map.of()).smallestIsr(2).problems())
                .containsExactly("the in-sync replicas of a partition shrank to 2 of 3");
    }

    @Test
    void below_the_minimum_nothing_may_be_seen_at_first_and_everything_must_be_in_the_end() {
        Map<Axis, String> acks1 = Map.of(Axis.ACKS, "1", Axis.MIN_INSYNC_REPLICAS, "3", Axis.BROKERS_DOWN, "1");
        BrokerCount unseen = new BrokerCount(0, 500_000, 5_000_000_000L, 0);

        assertThat(invisible(acks1).brokers(unseen).problems()).isEmpty();
        assertThat(invisible(acks1).problems())
                .containsExactly("consumers could see 500000 records although too few replicas were in sync for that");
        assertThat(invisible(acks1).brokers(unseen).logEnd(599_999).problems())
                .containsExactly("600000 records were acknowledged but the log holds 599999");
    }

    @Test
    void what_acks_0_sent_below_the_minimum_must_be_seen_in_the_end_but_for_what_is_lost_anyhow() {
        Map<Axis, String> acks0 = Map.of(Axis.ACKS, "0", Axis.MIN_INSYNC_REPLICAS, "3", Axis.BROKERS_DOWN, "1");
        BrokerCount unseen = new BrokerCount(0, 500_000, 5_000_000_000L, 0);

        assertThat(invisible(acks0).brokers(unseen).logEnd(599_000).problems()).isEmpty();
        assertThat(invisible(acks0).brokers(unseen).logEnd(590_000).problems())
                .containsExactly("10000 of 600000 records were not to be seen with the dead broker back either");
        assertThat(invisible(acks0).brokers(unseen).logEndUnknown().problems())
                .containsExactly("600000 of 600000 records were not to be seen with the dead broker back either");
    }

    private static ASample invisible(Map<Axis, String> values) {
        return ASample.atMaxRate(values).smallestIsr(2);
    }

    @Test
    void failed_records_are_listed_by_kind() {
        Totals threeFailed = new Totals(
                600_000, 599_997, Map.of("timeout", 2L, "not_enough_replicas", 1L), Map.of(), 0, 0, 0, 0, 0, 0);

        assertThat(ASample.atMaxRate(Map.of())
                        .totals(threeFailed)
                        .logEnd(599_997)
                        .problems())
                .containsExactly("3 records failed (not_enough_replicas 1, timeout 2)");
    }

    @Test
    void a_kind_of_failure_that_did_not_happen_is_no_failure() {
        Totals noneFailed = new Totals(600_000, 600_000, Map.of("timeout", 0L), Map.of(), 0, 0, 0, 0, 0, 0);

        assertThat(ASample.atMaxRate(Map.of()).totals(noneFailed).problems()).isEmpty();
    }

    @Test
    void every_record_sent_must_have_an_outcome() {
        Totals oneMissing = new Totals(600_001, 600_000, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0);

        assertThat(ASample.atMaxRate(Map.of()).totals(oneMissing).problems())
                .containsExactly("1 of 600001 records sent have no outcome");
        assertThat(ASample.atMaxRate(ACKS_0).totals(oneMissing).problems())
                .containsExactly("1 of 600001 records sent have no outcome");
    }

    @Test
    void a_failure_is_an_outcome() {
        Totals oneFailed = new Totals(600_001, 600_000, Map.of("network", 1L), Map.of(), 0, 0, 0, 0, 0, 0);

        assertThat(ASample.atMaxRate(Map.of()).totals(oneFailed).problems())
                .containsExactly("1 records failed (network 1)");
    }

    @Test
    void a_record_with_two_outcomes_is_as_wrong_as_one_with_none() {
        Totals oneTwice = new Totals(599_999, 600_000, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0);

        assertThat(ASample.atMaxRate(Map.of()).totals(oneTwice).problems())
                .containsExactly("-1 of 599999 records sent have no outcome");
    }

    @Test
    void no_transaction_may_be_aborted() {
        Totals oneAborted = new Totals(600_000, 600_000, Map.of(), Map.of(), 6_000, 1, 36_000, 0, 0, 0);
        Totals allCommitted = new Totals(600_000, 600_000, Map.of(), Map.of(), 6_000, 0, 36_000, 0, 0, 0);

        assertThat(ASample.atMaxRate(Map.of()).totals(oneAborted).problems())
                .containsExactly("1 of 6000 transactions were aborted");
        assertThat(ASample.atMaxRate(Map.of()).totals(allCommitted).problems()).isEmpty();
    }

    @Test
    void the_benchmarks_own_callback_must_not_throw() {
        Totals oneFault = new Totals(600_000, 600_000, Map.of(), Map.of(), 0, 0, 0, 1, 0, 0);

        assertThat(ASample.atMaxRate(Map.of()).totals(oneFault).problems())
                .containsExactly("the benchmark's own callback threw 1 times");
    }

    @Test
    void every_latency_must_fit_its_histogram() {
        Totals oneBeyond = new Totals(600_000, 600_000, Map.of(), Map.of(), 0, 0, 0, 0, 0, 1);

        assertThat(ASample.atMaxRate(Map.of()).totals(oneBeyond).problems())
                .containsExactly("1 latencies were beyond what the histogram holds");
    }

    @Test
    void a_slot_that_had_to_be_allocated_spoils_nothing() {
        Totals oneMiss = new Totals(600_000, 600_000, Map.of(), Map.of(), 0, 0, 0, 0, 1, 0);

        assertThat(ASample.atMaxRate(Map.of()).totals(oneMiss).problems()).isEmpty();
    }

    @Test
    void every_replica_must_stay_in_sync() {
        assertThat(ASample.atMaxRate(Map.of()).smallestIsr(2).problems())
                .containsExactly("the in-sync replicas of a partition shrank to 2 of 3");
        assertThat(ASample.atMaxRate(Map.of()).smallestIsr(3).problems()).isEmpty();
    }

    @Test
    void no_broker_may_die() {
        assertThat(ASample.atMaxRate(Map.of())
                        .clusterFailure("broker 2 ended with exit code 137")
                        .problems())
                .containsExactly("broker 2 ended with exit code 137");
    }

    @Test
    void the_asked_for_rate_may_be_missed_by_less_than_a_percent() {
        assertThat(ASample.atRate(2000, Map.of()).inWindow(9_910, 10_000, 9_910).problems())
                .isEmpty();
        assertThat(ASample.atRate(2000, Map.of()).inWindow(9_890, 10_000, 9_890).problems())
                .containsExactly("the rate was missed: -1.10 % off 2000 records/s");
    }

    @Test
    void a_rate_that_was_exceeded_was_missed_too() {
        assertThat(ASample.atRate(2000, Map.of())
                        .inWindow(10_110, 10_000, 10_110)
                        .problems())
                .containsExactly("the rate was missed: +1.10 % off 2000 records/s");
    }

    @Test
    void records_sent_on_time_but_not_acknowledged_miss_the_rate() {
        assertThat(ASample.atRate(2000, Map.of())
                        .inWindow(10_000, 10_000, 9_890)
                        .problems())
                .containsExactly("the rate was missed: -1.10 % off 2000 records/s");
    }

    @Test
    void a_closed_loop_has_no_rate_to_miss() {
        assertThat(ASample.atMaxRate(Map.of()).inWindow(400_000, 0, 500_000).problems())
                .isEmpty();
    }

    @Test
    void jmhs_score_may_lie_half_a_percent_and_what_is_in_flight_off_the_callbacks() {
        // The score is 100,123.45/s over 5 s; the requests in flight hold 5,898 records of 100 bytes, 1.2 % of 493,000.
        assertThat(ASample.atMaxRate(Map.of()).inWindow(493_000, 0, 493_000).problems())
                .isEmpty();
        assertThat(ASample.atMaxRate(Map.of()).inWindow(491_000, 0, 491_000).problems())
                .containsExactly("JMH's score is +1.96 % off the rate of callbacks");
    }

    @Test
    void readings_that_took_too_long_say_nothing_about_the_rate() {
        assertThat(ASample.atMaxRate(Map.of())
                        .brokers(new BrokerCount(500_000, 500_000, FIVE_SECONDS, 249_000_000))
                        .problems())
                .isEmpty();
        assertThat(ASample.atMaxRate(Map.of())
                        .brokers(new BrokerCount(500_000, 500_000, FIVE_SECONDS, 251_000_000))
                        .problems())
                .containsExactly(
                        "the brokers took too long to say where their log ends: the rate is uncertain by 5.0 %");
    }

    @Test
    void the_acknowledged_rate_may_lie_half_a_percent_off_the_brokers() {
        Map<Axis, String> smallPipeline = Map.of(Axis.MAX_IN_FLIGHT, "1", Axis.PARTITIONS, "1");

        assertThat(ASample.atMaxRate(smallPipeline)
                        .brokers(new BrokerCount(500_000, 502_400, FIVE_SECONDS, 0))
                        .problems())
                .isEmpty();
        assertThat(ASample.atMaxRate(smallPipeline)
                        .brokers(new BrokerCount(500_000, 502_600, FIVE_SECONDS, 0))
                        .problems())
                .containsExactly("the acknowledged rate is +0.52 % off the growth of the brokers' log");
        assertThat(ASample.atMaxRate(smallPipeline)
                        .brokers(new BrokerCount(500_000, 497_400, FIVE_SECONDS, 0))
                        .problems())
                .containsExactly("the acknowledged rate is -0.52 % off the growth of the brokers' log");
    }

    @Test
    void in_a_short_window_it_may_lie_as_far_off_as_the_requests_in_flight_hold() {
        // 5,898 records are 1.18 % of 500,000; not beside the half percent but instead of it, however long the readings
        // took.
        assertThat(ASample.atMaxRate(Map.of())
                        .brokers(new BrokerCount(500_000, 505_800, FIVE_SECONDS, 200_000_000))
                        .problems())
                .isEmpty();
        assertThat(ASample.atMaxRate(Map.of())
                        .latency(Latency.SERVICE, 200_000)
                        .brokers(new BrokerCount(500_000, 506_000, FIVE_SECONDS, 200_000_000))
                        .problems())
                .containsExactly("the acknowledged rate is +1.20 % off the growth of the brokers' log");
    }

    @Test
    void between_transactions_nothing_is_in_flight() {
        Map<Axis, String> transactional = Map.of(
                Axis.ENABLE_IDEMPOTENCE, "true", Axis.TRANSACTIONAL, "true", Axis.RECORDS_PER_TRANSACTION, "1000");

        assertThat(ASample.atMaxRate(transactional)
                        .brokers(new BrokerCount(500_000, 502_600, FIVE_SECONDS, 0))
                        .problems())
                .containsExactly("the acknowledged rate is +0.52 % off the growth of the brokers' log");
    }

    @Test
    void without_acknowledgements_what_is_between_socket_and_log_may_differ() {
        // Twice 5,898 records in flight are 2.36 % of 500,000, and readings of 15 ms 0.3 % of 5 s, beside the usual 0.5
        // %.
        assertThat(ASample.atMaxRate(ACKS_0)
                        .brokers(new BrokerCount(500_000, 515_700, FIVE_SECONDS, 15_000_000))
                        .problems())
                .isEmpty();
        assertThat(ASample.atMaxRate(ACKS_0)
                        .brokers(new BrokerCount(500_000, 515_900, FIVE_SECONDS, 15_000_000))
                        .problems())
                .containsExactly("the sent rate is +3.18 % off the growth of the brokers' log");
    }

    @Test
    void what_a_relay_may_hold_is_not_asked_of_it_but_acknowledgements_that_came_through_it_are() {
        BrokerCount apart = new BrokerCount(500_000, 600_000, FIVE_SECONDS, 15_000_000);

        assertThat(ASample.atMaxRate(ACKS_0).relayed().brokers(apart).problems())
                .isEmpty();
        assertThat(ASample.atMaxRate(Map.of()).relayed().brokers(apart).problems())
                .containsExactly("the acknowledged rate is +20.00 % off the growth of the brokers' log");
        assertThat(ASample.atMaxRate(ACKS_0)
                        .relayed()
                        .brokers(new BrokerCount(500_000, 600_000, FIVE_SECONDS, FIVE_SECONDS / 10))
                        .problems())
                .containsExactly(
                        "the brokers took too long to say where their log ends: the rate is uncertain by 10.0 %");
    }

    @Test
    void what_may_or_may_not_be_in_the_log_is_neither_acknowledged_nor_failed() {
        Totals threeUnknown = new Totals(600_000, 599_997, Map.of(), Map.of("timeout", 3L), 0, 0, 0, 0, 0, 0);

        assertThat(ASample.atMaxRate(Map.of())
                        .totals(threeUnknown)
                        .logEnd(599_997)
                        .problems())
                .containsExactly("of 3 records it is not known what became of them (timeout 3)");
    }

    @Test
    void a_log_that_did_not_grow_confirms_no_rate() {
        assertThat(ASample.atMaxRate(Map.of())
                        .brokers(new BrokerCount(0, 0, FIVE_SECONDS, 0))
                        .problems())
                .singleElement()
                .asString()
                .endsWith("off the growth of the brokers' log");
    }

    @Test
    void all_that_is_wrong_is_said() {
        assertThat(ASample.atMaxRate(Map.of())
                        .smallestIsr(1)
                        .logEnd(599_999)
                        .row(1, 1)
                        .statusReason())
                .isEqualTo("the in-sync replicas of a partition shrank to 1 of 3; "
                        + "600000 records were acknowledged but the log holds 599999");
    }
}
