package io.producerbench.guarantees.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.Mutation.Expected;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Correct histories give no finding, and each thing made wrong in one gives exactly its own. */
class GeneratedHistoriesTest {
    private static final int CLEAN = 10_000;
    private static final int PLANTED_OF_EACH_KIND = 100;
    private static final int MOST_DRAWS = 50 * PLANTED_OF_EACH_KIND;

    @Test
    void clean_histories_have_no_findings() {
        Map<AttemptOutcome, Integer> attempts = new HashMap<>();
        Set<TransactionOutcome> transactions = new TreeSet<>();
        for (int seed = 0; seed < CLEAN; seed++) {
            AHistory history = CleanHistory.drawWithoutUncommitted(new Random(seed));
            CheckerReport report = history.check();

            assertThat(report.findings()).as("seed %d", seed).isEmpty();
            assertThat(report.verdict(EnumSet.allOf(Anomaly.class)))
                    .as("seed %d", seed)
                    .isEqualTo(Verdict.HELD);
            history.attempts.forEach(attempt -> attempts.merge(attempt.outcome(), 1, Integer::sum));
            transactions.addAll(history.transactions.values());
        }
        assertThat(attempts.keySet()).containsExactlyInAnyOrder(AttemptOutcome.values());
        assertThat(attempts.get(AttemptOutcome.ACKNOWLEDGED)).isGreaterThan(CLEAN);
        assertThat(transactions).containsExactlyInAnyOrder(TransactionOutcome.values());
    }

    @Test
    void what_aborted_and_open_transactions_leave_in_the_log_is_all_that_read_uncommitted_finds() {
        int found = 0;
        for (int seed = 0; seed < CLEAN; seed++) {
            AHistory history = CleanHistory.draw(new Random(seed));

            Set<String> findings = findings(history.check());

            assertThat(findings).as("seed %d", seed).isEqualTo(leftUncommitted(history));
            found += findings.size();
        }
        assertThat(found).isGreaterThan(CLEAN);
    }

    @Test
    void there_are_kinds_enough() {
        assertThat(Mutation.values()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(Mutation.values().length * PLANTED_OF_EACH_KIND).isGreaterThanOrEqualTo(1_000);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_planted_is_found_and_nothing_else(Mutation mutation) {
        int planted = 0;
        for (int seed = 0; planted < PLANTED_OF_EACH_KIND; seed++) {
            assertThat(seed).as("histories drawn").isLessThan(MOST_DRAWS);
            Random random = new Random(seed);
            AHistory history = CleanHistory.draw(random);
            Set<String> before = findings(history.check());
            Optional<Expected> expected = mutation.plant(history, random);
            if (expected.isPresent()) {
                CheckerReport report = history.check();
                Set<String> more = findings(report);
                more.removeAll(before);

                assertThat(more).as("seed %d", seed).isEqualTo(expected.get().findings());
                assertThat(report.incomplete().isPresent())
                        .as("seed %d", seed)
                        .isEqualTo(expected.get().isIncomplete());
                planted++;
            }
        }
    }

    /**
     * Each as its anomaly and subject; a subject that is found twice would be missed, so there must
     * be none.
     */
    private static Set<String> findings(CheckerReport report) {
        List<String> findings = report.findings().stream()
                .map(finding -> finding.anomaly() + " " + finding.evidence().split(": ")[0])
                .toList();
        assertThat(findings).doesNotHaveDuplicates();
        return new TreeSet<>(findings);
    }

    private static Set<String> leftUncommitted(AHistory history) {
        return history.log.stream()
                .filter(stored -> stored.transaction() != 0
                        && history.transactions.get(stored.transaction()).isCertainlyNotCommitted())
                .map(stored -> Anomaly.UNCOMMITTED_VISIBLE + " " + stored.id().orElseThrow())
                .collect(Collectors.toSet());
    }
}
