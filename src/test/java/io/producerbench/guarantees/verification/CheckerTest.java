package io.producerbench.guarantees.verification;

import static io.producerbench.guarantees.verification.AHistory.at;
import static io.producerbench.guarantees.verification.AHistory.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For each anomaly a history that has it, and the nearest one that has not. */
class CheckerTest {

    @Test
    void what_was_acknowledged_and_is_there_is_no_finding() {
        CheckerReport report = new AHistory().kept(0, id(0)).kept(1, id(1)).check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.incomplete()).isEmpty();
        assertThat(report.counts())
                .isEqualTo(new RecordCounts(Map.of(RecordCount.ATTEMPTED, 2L, RecordCount.ACKNOWLEDGED, 2L)));
    }

    @Test
    void what_was_acknowledged_and_is_not_there_is_lost() {
        CheckerReport report = new AHistory()
                .kept(0, id(0))
                .acknowledged(1, id(1))
                .onDisk(id(0))
                .check();

        assertThat(report.findings())
                .containsExactly(new AnomalyFinding(
                        Anomaly.LOST,
                        "7/0/0/1: acknowledged at offset 1 of partition 0, neither readable nor on any disk"));
        assertThat(report.counts().of(RecordCount.LOST)).isEqualTo(1);
        assertThat(report.counts().of(RecordCount.LOST_ON_DISK)).isEqualTo(1);
    }

    @Test
    void what_is_on_a_disk_is_lost_to_readers_only() {
        CheckerReport report =
                new AHistory().acknowledged(-1, id(1)).onDisk(id(1)).check();

        assertThat(report.findings())
                .containsExactly(new AnomalyFinding(
                        Anomaly.LOST, "7/0/0/1: acknowledged without an offset in partition 0, not readable"));
        assertThat(report.counts().of(RecordCount.LOST_ON_DISK)).isZero();
    }

    @Test
    void nobody_having_looked_at_disks_nothing_is_lost_there() {
        assertThat(new AHistory().acknowledged(1, id(1)).check().counts().of(RecordCount.LOST_ON_DISK))
                .isZero();
    }

    @Test
    void what_was_not_acknowledged_is_not_lost() {
        CheckerReport report = new AHistory()
                .attempted(id(0), AttemptOutcome.UNKNOWN)
                .attempted(id(1), AttemptOutcome.REJECTED)
                .attempted(id(2), AttemptOutcome.NEVER_SENT)
                .check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.counts())
                .isEqualTo(new RecordCounts(Map.of(
                        RecordCount.ATTEMPTED,
                        3L,
                        RecordCount.REJECTED,
                        1L,
                        RecordCount.UNKNOWN,
                        1L,
                        RecordCount.NEVER_SENT,
                        1L)));
    }

    @Test
    void an_unknown_outcome_allows_both() {
        CheckerReport report = new AHistory()
                .attempted(id(0), AttemptOutcome.UNKNOWN)
                .attempted(id(1), AttemptOutcome.UNKNOWN)
                .stored(4, id(1))
                .check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.counts().of(RecordCount.UNKNOWN)).isEqualTo(2);
        assertThat(report.counts().of(RecordCount.UNKNOWN_PRESENT)).isEqualTo(1);
    }

    @Test
    void one_acknowledged_attempt_of_several_makes_a_missing_record_lost_once() {
        CheckerReport report = new AHistory()
                .attempted(id(0), AttemptOutcome.UNKNOWN)
                .acknowledged(3, id(0))
                .acknowledged(4, id(0))
                .check();

        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).startsWith("7/0/0/0: acknowledged at offset 3"));
    }

    @Test
    void a_partition_that_was_not_read_to_its_barrier_loses_nothing_and_the_verdict_is_unknown() {
        AHistory history = new AHistory().acknowledged(0, id(0)).acknowledged(0, id(1, 0));
        history.incompleteUncommitted.add(0);

        CheckerReport report = history.check();

        assertThat(report.findings())
                .extracting(AnomalyFinding::evidence)
                .singleElement()
                .asString()
                .startsWith("7/0/1/0:");
        assertThat(report.incomplete()).contains("read_uncommitted did not reach the barrier in partitions [0]");
        assertThat(report.verdict(Set.of(Anomaly.DUPLICATED))).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.verdict(Set.of(Anomaly.LOST))).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void for_records_of_transactions_it_is_read_committed_that_must_reach_the_barrier() {
        AHistory history = new AHistory()
                .transaction(1, TransactionOutcome.COMMITTED)
                .attempted(1, id(0), AttemptOutcome.ACKNOWLEDGED, 0);
        history.incompleteUncommitted.add(0);
        assertThat(history.check().counts().of(RecordCount.LOST)).isEqualTo(1);

        history.incompleteCommitted.add(0);
        CheckerReport report = history.check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.incomplete())
                .contains("read_uncommitted did not reach the barrier in partitions [0];"
                        + " read_committed did not reach the barrier in partitions [0]");
    }

    @Test
    void an_empty_read_up_to_the_barrier_is_loss() {
        CheckerReport report =
                new AHistory().acknowledged(0, id(0)).acknowledged(1, id(1)).check();

        assertThat(report.counts().of(RecordCount.LOST)).isEqualTo(2);
        assertThat(report.incomplete()).isEmpty();
        assertThat(report.verdict(Set.of(Anomaly.LOST))).isEqualTo(Verdict.BROKEN);
        assertThat(report.verdict(Set.of())).isEqualTo(Verdict.HELD);
    }

    @Test
    void what_is_there_twice_is_duplicated() {
        CheckerReport report = new AHistory()
                .kept(0, id(0))
                .stored(1, id(0))
                .stored(2, id(0))
                .kept(3, id(1))
                .stored(4, id(1))
                .check();

        assertThat(report.findings())
                .containsExactly(
                        new AnomalyFinding(
                                Anomaly.DUPLICATED,
                                "7/0/0/0: there at offset 0 of partition 0 and offset 1 of partition 0"
                                        + " and offset 2 of partition 0"),
                        new AnomalyFinding(
                                Anomaly.DUPLICATED,
                                "7/0/0/1: there at offset 3 of partition 0 and offset 4 of partition 0"));
        assertThat(report.counts().of(RecordCount.DUPLICATE_IDS)).isEqualTo(2);
        assertThat(report.counts().of(RecordCount.EXTRA_COPIES)).isEqualTo(3);
    }

    @Test
    void an_aborted_copy_beside_a_committed_one_is_no_duplicate() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.ABORTED)
                .transaction(2, TransactionOutcome.COMMITTED)
                .kept(1, 0, id(0))
                .kept(2, 2, id(0))
                .check();

        assertThat(report.counts().of(RecordCount.DUPLICATE_IDS)).isZero();
        assertThat(report.findings()).extracting(AnomalyFinding::anomaly).containsExactly(Anomaly.UNCOMMITTED_VISIBLE);
    }

    @Test
    void an_aborted_copy_that_read_committed_sees_is_dirty_and_no_duplicate() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.ABORTED)
                .transaction(2, TransactionOutcome.COMMITTED)
                .attempted(1, id(0), AttemptOutcome.ACKNOWLEDGED, -1)
                .kept(2, 2, id(0))
                .shown(1, 0, id(0))
                .check();

        assertThat(report.findings()).extracting(AnomalyFinding::anomaly).containsExactly(Anomaly.DIRTY_VISIBLE);
        assertThat(report.counts().of(RecordCount.EXTRA_COPIES)).isZero();
    }

    @Test
    void a_copy_counts_for_the_transaction_it_was_sent_in() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.UNKNOWN)
                .transaction(2, TransactionOutcome.COMMITTED)
                .attempted(1, id(0), AttemptOutcome.UNKNOWN, -1)
                .kept(1, 0, id(1))
                .attempted(1, id(2), AttemptOutcome.ACKNOWLEDGED, -1)
                .kept(2, 2, id(0))
                .kept(2, 3, id(2))
                .check();

        assertThat(report.findings())
                .containsExactlyInAnyOrder(
                        new AnomalyFinding(Anomaly.TORN, "transaction 1: there 7/0/0/1, not there 7/0/0/2"),
                        new AnomalyFinding(
                                Anomaly.REGRESSED,
                                "7/0/0/0: at offset 2 of partition 0, right behind 7/0/0/1 at offset 0"));
        assertThat(report.counts().of(RecordCount.UNKNOWN_PRESENT)).isZero();
    }

    @Test
    void batches_that_come_back_reversed_are_reordered() {
        CheckerReport report = sent(9).storedInOrder(0, 1, 2, 3, 4, 7, 6, 5, 8).check();

        assertThat(report.counts().of(RecordCount.INVERSIONS)).isEqualTo(2);
        assertThat(report.counts().of(RecordCount.REGRESSIONS)).isEqualTo(2);
        assertThat(report.findings())
                .contains(
                        new AnomalyFinding(
                                Anomaly.REORDERED,
                                "7/0/0/6: at offset 6 of partition 0, right behind 7/0/0/7 at offset 5"),
                        new AnomalyFinding(
                                Anomaly.REGRESSED,
                                "7/0/0/5: at offset 7 of partition 0, right behind 7/0/0/6 at offset 6"))
                .hasSize(4);
    }

    @Test
    void batches_that_come_back_reversed_and_again_are_duplicates_and_regressions_only() {
        CheckerReport report =
                sent(9).storedInOrder(0, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 8).check();

        assertThat(report.counts().of(RecordCount.INVERSIONS)).isZero();
        assertThat(report.counts().of(RecordCount.REGRESSIONS)).isEqualTo(2);
        assertThat(report.counts().of(RecordCount.DUPLICATE_IDS)).isEqualTo(3);
    }

    @Test
    void a_copy_right_behind_the_first_is_no_regression() {
        assertThat(sent(2).storedInOrder(0, 0, 1, 1).check().counts().of(RecordCount.REGRESSIONS))
                .isZero();
    }

    @Test
    void records_sent_again_after_others_are_where_they_were_sent() {
        CheckerReport report = new AHistory()
                .attempted(id(0), AttemptOutcome.UNKNOWN)
                .kept(0, id(1))
                .kept(1, id(0))
                .check();

        assertThat(report.counts().of(RecordCount.INVERSIONS)).isZero();
        assertThat(report.counts().of(RecordCount.REGRESSIONS)).isEqualTo(1);
    }

    @Test
    void records_sent_twice_before_another_must_still_come_before_it() {
        CheckerReport report = new AHistory()
                .attempted(id(0), AttemptOutcome.UNKNOWN)
                .acknowledged(1, id(0))
                .acknowledged(0, id(1))
                .stored(0, id(1))
                .stored(1, id(0))
                .check();

        assertThat(report.counts().of(RecordCount.INVERSIONS)).isEqualTo(1);
    }

    @Test
    void producers_and_partitions_have_no_order_among_each_other() {
        RecordId other = new RecordId(AHistory.RUN, 1, 0, 0);
        CheckerReport report = new AHistory()
                .kept(0, id(0))
                .kept(1, id(1))
                .kept(2, other)
                .kept(0, id(1, 0))
                .check();

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void what_a_look_missed_and_is_there_in_the_end_was_invisible_until_healed() {
        CheckerReport report = new AHistory()
                .kept(0, id(0))
                .kept(1, id(1))
                .look(Isolation.READ_UNCOMMITTED, at(0, id(0)))
                .look(Isolation.READ_UNCOMMITTED, at(0, id(0)))
                .check();

        assertThat(report.findings())
                .containsExactly(new AnomalyFinding(
                        Anomaly.INVISIBLE_UNTIL_HEAL,
                        "7/0/0/1: acknowledged at offset 1 of partition 0, not seen in a look,"
                                + " there in the end at offset 1 of partition 0"));
        assertThat(report.counts().of(RecordCount.INVISIBLE_UNTIL_HEAL)).isEqualTo(1);
    }

    @Test
    void what_a_look_could_not_see_was_not_invisible() {
        AHistory history = new AHistory()
                .attempted(id(0), AttemptOutcome.UNKNOWN)
                .stored(0, id(0))
                .kept(0, id(1, 0))
                .kept(0, id(2, 0))
                .look(Isolation.READ_UNCOMMITTED, Set.of(1), at(0, id(2, 0)))
                .look(Isolation.READ_COMMITTED);

        assertThat(history.check().findings()).isEmpty();
    }

    @Test
    void what_a_look_missed_and_is_gone_is_lost() {
        CheckerReport report = new AHistory()
                .acknowledged(0, id(0))
                .look(Isolation.READ_UNCOMMITTED)
                .check();

        assertThat(report.findings()).extracting(AnomalyFinding::anomaly).containsExactly(Anomaly.LOST);
    }

    @Test
    void read_uncommitted_sees_open_and_aborted_transactions() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.OPEN)
                .transaction(2, TransactionOutcome.ABORTED)
                .transaction(3, TransactionOutcome.COMMITTED)
                .transaction(4, TransactionOutcome.UNKNOWN)
                .kept(1, 0, id(0))
                .kept(2, 1, id(1))
                .kept(3, 2, id(2))
                .kept(4, 3, id(3))
                .look(Isolation.READ_UNCOMMITTED, new Stored(0, 0, Optional.of(id(0)), 1))
                .check();

        assertThat(report.findings())
                .contains(
                        new AnomalyFinding(
                                Anomaly.UNCOMMITTED_VISIBLE,
                                "7/0/0/0: of transaction 1, which is OPEN, seen at offset 0 of partition 0 with read_uncommitted"));
        assertThat(report.counts().of(RecordCount.UNCOMMITTED_VISIBLE)).isEqualTo(2);
        assertThat(report.counts().of(RecordCount.DIRTY_VISIBLE)).isZero();
    }

    @Test
    void a_look_alone_shows_what_was_not_committed() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.ABORTED)
                .attempted(1, id(0), AttemptOutcome.ACKNOWLEDGED, 0)
                .look(Isolation.READ_UNCOMMITTED, new Stored(0, 0, Optional.of(id(0)), 1))
                .look(Isolation.READ_COMMITTED, new Stored(0, 0, Optional.of(id(0)), 1))
                .check();

        assertThat(report.findings())
                .extracting(AnomalyFinding::anomaly)
                .containsExactly(Anomaly.UNCOMMITTED_VISIBLE, Anomaly.DIRTY_VISIBLE);
    }

    @Test
    void read_committed_must_not_see_open_and_aborted_transactions() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.OPEN)
                .transaction(2, TransactionOutcome.ABORTED)
                .attempted(1, id(0), AttemptOutcome.ACKNOWLEDGED, 0)
                .attempted(2, id(1), AttemptOutcome.ACKNOWLEDGED, 1)
                .shown(1, 0, id(0))
                .shown(2, 1, id(1))
                .check();

        assertThat(report.findings())
                .containsExactly(
                        new AnomalyFinding(
                                Anomaly.DIRTY_VISIBLE,
                                "7/0/0/0: of transaction 1, which is OPEN, seen at offset 0 of partition 0"
                                        + " with read_committed"),
                        new AnomalyFinding(
                                Anomaly.DIRTY_VISIBLE,
                                "7/0/0/1: of transaction 2, which is ABORTED, seen at offset 1 of partition 0"
                                        + " with read_committed"));
        assertThat(report.counts().of(RecordCount.DIRTY_VISIBLE)).isEqualTo(2);
    }

    @Test
    void a_committed_transaction_with_a_part_missing_is_torn_and_the_part_lost() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.COMMITTED)
                .kept(1, 0, id(0, 0))
                .kept(1, 0, id(1, 0))
                .hidden(id(1, 0))
                .check();

        assertThat(report.findings())
                .containsExactly(
                        new AnomalyFinding(
                                Anomaly.LOST, "7/0/1/0: acknowledged at offset 0 of partition 1, not readable"),
                        new AnomalyFinding(Anomaly.TORN, "transaction 1: there 7/0/0/0, not there 7/0/1/0"));
        assertThat(report.counts().of(RecordCount.TORN)).isEqualTo(1);
    }

    @Test
    void a_transaction_of_unknown_outcome_is_all_or_nothing() {
        AHistory history = new AHistory()
                .transaction(1, TransactionOutcome.UNKNOWN)
                .kept(1, 0, id(0, 0))
                .kept(1, 0, id(1, 0));
        assertThat(history.check().findings()).isEmpty();

        history.hidden(id(1, 0));
        assertThat(history.check().findings())
                .extracting(AnomalyFinding::anomaly)
                .containsExactly(Anomaly.TORN);

        history.hidden(id(0, 0));
        assertThat(history.check().findings()).isEmpty();
    }

    @Test
    void what_was_not_acknowledged_or_not_looked_for_tears_no_transaction() {
        AHistory history = new AHistory()
                .transaction(1, TransactionOutcome.UNKNOWN)
                .kept(1, 0, id(0, 0))
                .attempted(1, id(0, 1), AttemptOutcome.UNKNOWN, -1)
                .attempted(1, id(1, 0), AttemptOutcome.ACKNOWLEDGED, 0);
        history.incompleteCommitted.add(1);

        assertThat(history.check().findings()).isEmpty();
    }

    @Test
    void what_was_rejected_or_never_sent_must_not_be_there() {
        CheckerReport report = new AHistory()
                .attempted(id(0), AttemptOutcome.REJECTED)
                .attempted(id(0), AttemptOutcome.NEVER_SENT)
                .stored(0, id(0))
                .check();

        assertThat(report.findings())
                .containsExactly(new AnomalyFinding(
                        Anomaly.UNEXPECTED, "7/0/0/0: rejected or never sent, there at offset 0 of partition 0"));
    }

    @Test
    void what_was_rejected_once_may_be_there_for_another_attempt() {
        CheckerReport report = new AHistory()
                .attempted(id(0), AttemptOutcome.REJECTED)
                .attempted(id(0), AttemptOutcome.UNKNOWN)
                .stored(0, id(0))
                .check();

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void what_nobody_attempted_is_a_phantom() {
        RecordId foreign = new RecordId(8, 0, 0, 0);
        CheckerReport report = new AHistory()
                .kept(0, id(0))
                .stored(1, id(1))
                .stored(2, foreign)
                .check();

        assertThat(report.findings())
                .containsExactly(
                        new AnomalyFinding(
                                Anomaly.PHANTOM,
                                "7/0/0/1: never attempted in transaction 0, there at offset 1 of partition 0"),
                        new AnomalyFinding(
                                Anomaly.PHANTOM,
                                "8/0/0/0: never attempted in transaction 0, there at offset 2 of partition 0"));
    }

    @Test
    void a_copy_of_a_transaction_in_which_it_was_not_attempted_is_a_phantom() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.COMMITTED)
                .kept(0, id(0))
                .stored(1, 1, id(0))
                .check();

        assertThat(report.findings()).extracting(AnomalyFinding::anomaly).containsExactly(Anomaly.PHANTOM);
    }

    @Test
    void bytes_that_are_not_ours_are_corrupt_wherever_they_are_seen() {
        Stored foreign = new Stored(1, 5, Optional.empty(), 0);
        Stored other = new Stored(1, 6, Optional.empty(), 0);
        CheckerReport report = new AHistory()
                .stored(foreign)
                .look(Isolation.READ_COMMITTED, foreign, other)
                .check();

        assertThat(report.findings())
                .containsExactly(
                        new AnomalyFinding(
                                Anomaly.CORRUPT,
                                "offset 5 of partition 1: holds bytes that nobody wrote, or that were damaged"),
                        new AnomalyFinding(
                                Anomaly.CORRUPT,
                                "offset 6 of partition 1: holds bytes that nobody wrote, or that were damaged"));
    }

    @Test
    void a_record_must_be_at_the_offset_it_was_acknowledged_at() {
        AHistory history = new AHistory().acknowledged(3, id(0)).stored(4, id(0));

        assertThat(history.check().findings())
                .containsExactly(new AnomalyFinding(
                        Anomaly.WRONG_OFFSET, "7/0/0/0: acknowledged at offset 3, there at offset 4 of partition 0"));

        history.incompleteUncommitted.add(0);
        assertThat(history.check().findings()).isEmpty();
    }

    @Test
    void where_nobody_said_an_offset_any_is_right() {
        CheckerReport report = new AHistory()
                .acknowledged(-1, id(0))
                .stored(4, id(0))
                .attempted(0, id(1), AttemptOutcome.UNKNOWN, 9)
                .stored(5, id(1))
                .check();

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void one_copy_at_the_offset_is_enough() {
        CheckerReport report = new AHistory()
                .acknowledged(4, id(0))
                .stored(3, id(0))
                .stored(4, id(0))
                .check();

        assertThat(report.findings()).extracting(AnomalyFinding::anomaly).containsExactly(Anomaly.DUPLICATED);
    }

    @Test
    void two_records_at_one_offset_share_it() {
        CheckerReport report = new AHistory().kept(0, id(0)).kept(0, id(1)).check();

        assertThat(report.findings())
                .containsExactly(new AnomalyFinding(
                        Anomaly.SHARED_OFFSET, "7/0/0/1: at offset 0 of partition 0, where another record is"));
    }

    @Test
    void the_same_record_given_twice_shares_its_offset_with_itself_and_is_no_duplicate() {
        CheckerReport report = new AHistory().kept(0, id(0)).stored(0, id(0)).check();

        assertThat(report.findings()).extracting(AnomalyFinding::anomaly).containsExactly(Anomaly.SHARED_OFFSET);
        assertThat(report.counts().of(RecordCount.EXTRA_COPIES)).isZero();
        assertThat(report.incomplete()).isEmpty();
    }

    @Test
    void each_further_record_at_an_offset_shares_it() {
        CheckerReport report =
                new AHistory().kept(0, id(0)).kept(0, id(1)).kept(0, id(2)).check();

        assertThat(report.findings())
                .extracting(finding -> finding.evidence().split(":")[0])
                .containsExactly("7/0/0/1", "7/0/0/2");
    }

    @Test
    void the_two_isolations_must_find_the_same_record_at_an_offset() {
        CheckerReport report = new AHistory()
                .transaction(1, TransactionOutcome.COMMITTED)
                .attempted(1, id(0), AttemptOutcome.UNKNOWN, -1)
                .attempted(1, id(1), AttemptOutcome.UNKNOWN, -1)
                .stored(1, 0, id(0))
                .hidden(id(0))
                .shown(1, 0, id(1))
                .check();

        assertThat(report.findings())
                .containsExactly(new AnomalyFinding(
                        Anomaly.SHARED_OFFSET, "7/0/0/1: at offset 0 of partition 0, where another record is"));
    }

    @Test
    void offsets_of_other_partitions_are_others() {
        assertThat(new AHistory().kept(0, id(0, 0)).kept(0, id(1, 0)).check().findings())
                .isEmpty();
    }

    @Test
    void a_record_in_another_partition_is_misplaced_and_nothing_else() {
        CheckerReport report = new AHistory()
                .kept(0, id(1, 1))
                .acknowledged(0, id(0, 0))
                .stored(new Stored(1, 1, Optional.of(id(0, 0)), 0))
                .check();

        assertThat(report.findings())
                .containsExactly(new AnomalyFinding(Anomaly.MISPLACED, "7/0/0/0: there at offset 1 of partition 1"));
    }

    @Test
    void offsets_that_step_back_cannot_be_judged() {
        CheckerReport report = new AHistory()
                .acknowledged(0, id(0))
                .acknowledged(1, id(1))
                .stored(1, id(1))
                .stored(0, id(0))
                .check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.incomplete()).contains("read_uncommitted gave offset 0 of partition 0 after a later one");
        assertThat(report.verdict(Set.of(Anomaly.LOST))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_history_wants_each_read_back_with_its_own_isolation() {
        ReadBack uncommitted = new ReadBack(Isolation.READ_UNCOMMITTED, List.of(), Set.of());
        ReadBack committed = new ReadBack(Isolation.READ_COMMITTED, List.of(), Set.of());

        assertThatThrownBy(() ->
                        new RecordedHistory(List.of(), Map.of(), committed, committed, List.of(), Optional.empty()))
                .hasMessage("expected a read-back with read_uncommitted, got: READ_COMMITTED");
        assertThatThrownBy(() ->
                        new RecordedHistory(List.of(), Map.of(), uncommitted, uncommitted, List.of(), Optional.empty()))
                .hasMessage("expected a read-back with read_committed, got: READ_UNCOMMITTED");
    }

    /**
     * A log of the first records of producer 0 in partition 0, all acknowledged without offsets.
     */
    private static InOrder sent(int records) {
        AHistory history = new AHistory();
        for (int sequence = 0; sequence < records; sequence++) {
            history.acknowledged(-1, id(sequence));
        }
        return sequences -> {
            for (int offset = 0; offset < sequences.length; offset++) {
                history.stored(offset, id(sequences[offset]));
            }
            return history;
        };
    }

    private interface InOrder {
        AHistory storedInOrder(int... sequences);
    }
}
