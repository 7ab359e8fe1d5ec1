package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.Totals;
import io.producerbench.latency.Totals.DrawnAborts;
import io.producerbench.scenario.Axis;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For every problem but those of rates a sample that has it, and one that only just has not. */
class SampleCheckTest {
    private static final Map<Axis, String> ACKS_0 = Map.of(Axis.ACKS, "0");

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
    void a_producer_that_a_quota_held_back_for_more_than_a_thousandth_of_the_time_is_a_finding() {
        assertThat(ASample.atMaxRate(Map.of()).throttledMillis(5).problems()).isEmpty();
        assertThat(ASample.atMaxRate(Map.of()).throttledMillis(1_234.4).problems())
                .containsExactly("the brokers throttled the producer for 1234 ms: a client quota holds it back;"
                        + " raise the quota (kafka-configs.sh --describe --entity-type users, clients)");
    }

    @Test
    void a_batch_that_was_split_is_a_finding() {
        assertThat(ASample.atMaxRate(Map.of()).batchSplits(7).problems())
                .containsExactly("the brokers refused 7 batches as too large and the producer split them:"
                        + " lower batchSize, or raise message.max.bytes");
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
    void transactions_are_aborted_that_the_scenario_asks_for() {
        Totals none = new Totals(600_000, 600_000, Map.of(), Map.of(), 6_000, 0, 36_000, 0, 0, 0);
        Totals some = new Totals(
                600_000, 600_000, Map.of(), Map.of(), 6_000, 0, 36_000, 0, 0, 0, new DrawnAborts(600, 60_000));
        Map<Axis, String> aborting = Map.of(
                Axis.ENABLE_IDEMPOTENCE, "true",
                Axis.TRANSACTIONAL, "true",
                Axis.RECORDS_PER_TRANSACTION, "100",
                Axis.ABORT_RATE, "0.1");

        assertThat(ASample.atMaxRate(aborting).totals(some).problems()).isEmpty();
        assertThat(ASample.atMaxRate(aborting).totals(none).problems())
                .containsExactly("none of 6000 transactions was aborted, although abortRate is 0.1; give shorter"
                        + " transactions");
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
    void what_may_or_may_not_be_in_the_log_is_neither_acknowledged_nor_failed() {
        Totals threeUnknown = new Totals(600_000, 599_997, Map.of(), Map.of("timeout", 3L), 0, 0, 0, 0, 0, 0);

        assertThat(ASample.atMaxRate(Map.of())
                        .totals(threeUnknown)
                        .logEnd(599_997)
                        .problems())
                .containsExactly("of 3 records it is not known what became of them (timeout 3)");
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
