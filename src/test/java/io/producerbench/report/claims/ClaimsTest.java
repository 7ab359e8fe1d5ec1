package io.producerbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.report.Rows;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.ResultRow;
import io.producerbench.results.TrialKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimsTest {
    private static final ResultRow LOST = Rows.of("C5", "acks=1", 1);
    private static final ResultRow KEPT = Rows.of("C5", "acks=all", 2);
    private static final ResultRow RETRIED_ONCE = Rows.of("C10", "idempotent", 2);

    @Test
    void the_claims_read_like_this() throws IOException {
        String text = Claims.of(Rows.GUARANTEES, Rows.SETTINGS).stream()
                .map(finding -> finding.number() + ". " + finding.claim() + "\n"
                        + finding.standing().text() + ":\n"
                        + finding.measured().stream()
                                .map(sentence -> "- " + sentence + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));

        Golden.assertSame("report/golden/claims.txt", text);
    }

    @Test
    void there_are_ten_in_order() {
        assertThat(Claims.of(List.of(), List.of()))
                .extracting(ClaimFinding::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void without_trials_nothing_is_measured_and_nothing_shown() {
        assertThat(Claims.of(List.of(), List.of()))
                .allSatisfy(finding -> assertThat(finding.standing()).isEqualTo(ClaimStatus.NOT_MEASURED));
    }

    /** Every other claim has key cells; that one stands on what the producer refuses. */
    @ParameterizedTest
    @EnumSource(value = Claim.class, mode = EnumSource.Mode.EXCLUDE, names = "FORCED_SETTINGS")
    void a_claim_is_shown_once_all_its_key_cells_are_measured(Claim claim) {
        List<ResultRow> keys = keys(claim);

        assertThat(finding(claim, keys).standing()).isEqualTo(ClaimStatus.SHOWN);
        assertThat(text(finding(claim, keys))).doesNotContain("Missing");
        for (int i = 0; i < keys.size(); i++) {
            List<ResultRow> oneLess = new ArrayList<>(keys);
            ResultRow left = oneLess.remove(i);
            assertThat(finding(claim, oneLess).standing())
                    .isEqualTo(oneLess.isEmpty() ? ClaimStatus.NOT_MEASURED : ClaimStatus.SHOWN_IN_PART);
            assertThat(text(finding(claim, oneLess)))
                    .endsWith(
                            "Missing: " + left.text(TrialKeys.EXPERIMENT) + " with " + left.text(TrialKeys.MODE) + ".");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Claim.class, mode = EnumSource.Mode.EXCLUDE, names = "FORCED_SETTINGS")
    void one_trial_that_is_not_as_expected_is_enough_not_to_show_a_claim(Claim claim) {
        List<ResultRow> keys = new ArrayList<>(keys(claim));
        keys.set(0, Rows.with(keys.get(0), "as_expected_trials", "1"));

        assertThat(finding(claim, keys).standing()).isEqualTo(ClaimStatus.NOT_SHOWN);
        assertThat(text(finding(claim, keys))).contains("NOT AS EXPECTED in 1 of 2 trials: ");
    }

    @ParameterizedTest
    @EnumSource(value = Claim.class, mode = EnumSource.Mode.EXCLUDE, names = "FORCED_SETTINGS")
    void a_key_cell_without_a_valid_trial_is_not_measured(Claim claim) {
        List<ResultRow> keys = new ArrayList<>(keys(claim));
        keys.set(0, unjudged(keys.get(0)));

        assertThat(finding(claim, keys).standing())
                .isEqualTo(keys.size() == 1 ? ClaimStatus.NOT_MEASURED : ClaimStatus.SHOWN_IN_PART);
        assertThat(text(finding(claim, keys))).contains("not measured (left out: 2 invalid)", "Missing: ");
    }

    @Test
    void a_cell_that_no_claim_needs_can_still_refute_it() {
        List<ResultRow> keys = new ArrayList<>(keys(Claim.ACKS_LEADER));
        keys.add(Rows.with(Rows.as(KEPT, "C5b", "acks=1"), "as_expected_trials", "0"));

        assertThat(finding(Claim.ACKS_LEADER, keys).standing()).isEqualTo(ClaimStatus.NOT_SHOWN);
    }

    @Test
    void a_cell_of_another_mode_says_nothing_of_a_claim() {
        List<ResultRow> keys = new ArrayList<>(keys(Claim.ACKS_LEADER));
        keys.add(Rows.with(KEPT, "as_expected_trials", "0"));

        assertThat(finding(Claim.ACKS_LEADER, keys).standing()).isEqualTo(ClaimStatus.SHOWN);
    }

    @Test
    void a_loss_refutes_at_least_once_even_if_nobody_watched_for_it() {
        List<ResultRow> keys = new ArrayList<>(keys(Claim.AT_LEAST_ONCE));
        keys.set(0, lossOf(keys.get(0), "1"));

        ClaimFinding finding = finding(Claim.AT_LEAST_ONCE, keys);

        assertThat(finding.standing()).isEqualTo(ClaimStatus.NOT_SHOWN);
        assertThat(text(finding)).endsWith("Against it: C10 (response cut) with acks=all lost acknowledged records.");
    }

    @Test
    void acks_1_may_lose_records_and_is_no_objection_to_at_least_once() {
        List<ResultRow> keys = new ArrayList<>(keys(Claim.AT_LEAST_ONCE));
        keys.add(lossOf(Rows.as(keys.get(0), "C10", "acks=1"), "1"));

        assertThat(finding(Claim.AT_LEAST_ONCE, keys).standing()).isEqualTo(ClaimStatus.SHOWN);
    }

    @Test
    void what_was_never_retried_does_not_show_idempotence() {
        List<ResultRow> keys = new ArrayList<>(keys(Claim.IDEMPOTENCE));
        keys.set(1, Rows.with(keys.get(1), "retries", "0"));

        ClaimFinding finding = finding(Claim.IDEMPOTENCE, keys);

        assertThat(finding.standing()).isEqualTo(ClaimStatus.NOT_SHOWN);
        assertThat(text(finding)).endsWith("Against it: C14 (response cut) with idempotent sent nothing again.");
    }

    @Test
    void what_acks_0_sends_again_after_it_left_is_against_its_claim() {
        List<ResultRow> keys = new ArrayList<>(keys(Claim.ACKS_NONE));
        keys.set(2, Rows.with(keys.get(2), "retries", "4"));

        ClaimFinding finding = finding(Claim.ACKS_NONE, keys);

        assertThat(finding.standing()).isEqualTo(ClaimStatus.NOT_SHOWN);
        assertThat(text(finding))
                .contains("sent 4 records again")
                .endsWith("Against it: C3 (response cut) with acks=0 sent records again.");
    }

    @Test
    void forced_settings_are_shown_by_what_the_client_made_of_them() {
        ClaimFinding forced = forced(Rows.SETTINGS);

        assertThat(forced.standing()).isEqualTo(ClaimStatus.SHOWN);
        assertThat(text(forced))
                .contains(
                        "21 of 36 combinations of acks, enable.idempotence, transactional.id and min.insync.replicas are"
                                + " refused, 9 with \"Cannot set a transactional.id",
                        "acks=1 and nothing else set: taken, with acks=1, enable.idempotence=false",
                        "enable.idempotence=true, retries=0 and nothing else set: refused with \"",
                        "nothing set: taken, with acks=-1, enable.idempotence=true, retries=2147483647,"
                                + " max.in.flight.requests.per.connection=5.");
    }

    @Test
    void one_setting_that_came_out_otherwise_is_enough_not_to_show_that_settings_are_forced() {
        List<ResultRow> rows = new ArrayList<>(Rows.SETTINGS);
        rows.set(0, Rows.with(rows.get(0), "as_expected", "false"));

        assertThat(forced(rows).standing()).isEqualTo(ClaimStatus.NOT_SHOWN);
        assertThat(text(forced(rows)))
                .endsWith("NOT AS EXPECTED: acks=0, enable.idempotence=false and nothing else set was to be accepted.");
    }

    @Test
    void a_run_that_asked_for_no_settings_shows_nothing_of_them() {
        assertThat(forced(List.of()).standing()).isEqualTo(ClaimStatus.NOT_MEASURED);
        assertThat(forced(List.of()).measured()).isEmpty();
    }

    @Test
    void the_textbook_is_corrected_only_where_the_cells_say_so() {
        ResultRow alone = aloneInSync(false);
        ResultRow unclean = aloneInSync(true);

        assertThat(measured(Claim.ACKS_IN_SYNC, alone, unclean))
                .contains("the partition is unavailable until it is back. With unclean leader election acks=all");
        assertThat(measured(Claim.MIN_INSYNC_REPLICAS, alone, unclean))
                .contains("Correction of the textbook: when the");
        assertThat(measured(Claim.ACKS_IN_SYNC, Rows.with(alone, "unavailable_ms_median", "0.0")))
                .doesNotContain("Correction");
        assertThat(measured(Claim.ACKS_IN_SYNC, lossOf(alone, "3"))).doesNotContain("Correction");
        assertThat(measured(Claim.ACKS_IN_SYNC, Rows.with(alone, "min_insync_replicas", "2")))
                .doesNotContain("Correction");
        assertThat(measured(Claim.ACKS_IN_SYNC, Rows.with(alone, "as_expected_trials", "0")))
                .doesNotContain("Correction");
        assertThat(measured(Claim.ACKS_IN_SYNC, lossOf(unclean, "0"))).doesNotContain("unclean leader election acks");
    }

    @Test
    void the_late_commit_is_told_only_of_the_protocol_that_let_it_in() {
        ResultRow late = Rows.with(
                Rows.with(
                        Rows.with(
                                Rows.with(Rows.as(KEPT, "C21", "transactional"), "variant", "transaction.version=1"),
                                "dirty_visible",
                                "9"),
                        "dirty_visible_trials",
                        "1"),
                "dirty_visible_median",
                "9");

        assertThat(measured(Claim.READ_COMMITTED, late)).contains("a commit that arrives late commits what the next");
        assertThat(measured(Claim.READ_COMMITTED, Rows.with(late, "variant", "transaction.version=2")))
                .doesNotContain("Correction");
        assertThat(measured(
                        Claim.READ_COMMITTED,
                        Rows.with(
                                Rows.with(Rows.with(late, "dirty_visible", "0"), "dirty_visible_trials", "0"),
                                "dirty_visible_median",
                                "")))
                .doesNotContain("Correction");
    }

    @Test
    void the_timeout_is_told_only_where_a_producer_that_retries_saw_one() {
        ResultRow retrying = Rows.that(
                        Rows.GUARANTEES, row -> row.text(TrialKeys.VARIANT).equals("default retries"))
                .get(0);

        assertThat(measured(Claim.MIN_INSYNC_REPLICAS, retrying)).contains("but a TimeoutException, because");
        assertThat(measured(Claim.MIN_INSYNC_REPLICAS, Rows.with(retrying, "variant", "retries=0")))
                .doesNotContain("Correction");
        assertThat(measured(
                        Claim.MIN_INSYNC_REPLICAS,
                        Rows.with(retrying, "facts", "exceptions: NotEnoughReplicasException")))
                .doesNotContain("Correction");
    }

    /** A count that were made up, or computed, would be found here. */
    @Test
    void every_number_in_a_measured_sentence_stands_in_the_rows() {
        Set<String> given = Rows.GUARANTEES.stream()
                .flatMap(row -> row.cells().values().stream())
                .flatMap(ClaimsTest::numbers)
                .collect(Collectors.toCollection(TreeSet::new));

        List<ClaimFinding> findings = Claims.of(Rows.GUARANTEES, List.of());

        for (ClaimFinding finding : findings) {
            assertThat(numbers(text(finding)).toList())
                    .as(text(finding))
                    .allSatisfy(number -> assertThat(given).contains(number));
        }
        assertThat(findings).anySatisfy(finding -> assertThat(text(finding)).contains("600 of 600"));
    }

    private static Stream<String> numbers(String text) {
        Matcher matcher =
                Pattern.compile("(?<![A-Za-z0-9])\\d+(\\.\\d+)?").matcher(text.replaceAll("(?<=\\d),(?=\\d{3})", ""));
        return matcher.results().map(number -> number.group().replaceAll("\\.0+$", ""));
    }

    @Test
    void a_row_that_names_no_mode_is_an_error_that_can_be_found() {
        assertThatThrownBy(() -> Claims.of(List.of(Rows.with(LOST, "mode", "acks=2")), List.of()))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining(
                        "column mode: expected one of acks=0, acks=1, acks=all, idempotent, transactional, got")
                .hasMessageContaining("'acks=2'");
        assertThatThrownBy(() -> Claims.of(List.of(Rows.with(LOST, "watched", "MISLAID")), List.of()))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("column watched: expected names of anomalies joined by |, got 'MISLAID'");
        assertThatThrownBy(() -> Claims.of(List.of(Rows.with(LOST, "lost_median", "")), List.of()))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("column lost_median: expected the median of what was seen, got ''");
    }

    /**
     * A good row for each of a claim's keys, whatever its experiment is about; sent again only
     * where that is asked for.
     */
    private static List<ResultRow> keys(Claim claim) {
        return claim.keys().stream()
                .map(key -> Rows.as(
                        claim == Claim.IDEMPOTENCE ? RETRIED_ONCE : Rows.with(RETRIED_ONCE, "retries", "0"),
                        key.experiment(),
                        key.modes().get(0).label()))
                .toList();
    }

    private static ResultRow unjudged(ResultRow row) {
        ResultRow changed = row;
        for (String column : List.of("valid", "as_expected_trials")) {
            changed = Rows.with(changed, column, "0");
        }
        for (String column : List.of("bound", "lost", "duplicate_ids", "inversions", "regressions", "retries")) {
            changed = Rows.with(changed, column, "");
        }
        return Rows.with(changed, "invalid", "2");
    }

    private static ResultRow lossOf(ResultRow row, String count) {
        return Rows.with(
                Rows.with(Rows.with(row, "lost", count), "lost_trials", count.equals("0") ? "0" : "1"),
                "lost_median",
                count.equals("0") ? "" : count);
    }

    private static ResultRow aloneInSync(boolean unclean) {
        return Rows.that(
                        Rows.GUARANTEES,
                        row -> row.text(TrialKeys.EXPERIMENT).equals("C7")
                                && row.text(TrialKeys.VARIANT).isEmpty() != unclean)
                .get(0);
    }

    private static String measured(Claim claim, ResultRow... rows) {
        return text(finding(claim, Arrays.asList(rows)));
    }

    private static ClaimFinding forced(List<ResultRow> settings) {
        return Claims.of(List.of(), settings).get(Claim.FORCED_SETTINGS.number() - 1);
    }

    private static String text(ClaimFinding finding) {
        return String.join(" ", finding.measured());
    }

    private static ClaimFinding finding(Claim claim, List<ResultRow> rows) {
        return Claims.of(rows, List.of()).get(claim.number() - 1);
    }
}
