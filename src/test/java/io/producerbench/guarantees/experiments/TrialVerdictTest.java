package io.producerbench.guarantees.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.AnomalyFinding;
import io.producerbench.guarantees.verification.CheckerReport;
import io.producerbench.guarantees.verification.RecordCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialVerdictTest {
    private static final RecordCounts COUNTS = new RecordCounts(Map.of());
    private static final TrialCell NEVER_LOST =
            new TrialCell(Experiment.C5, Mode.ACKS_ALL.with(2), "", Expectation.never(Anomaly.LOST));

    @Test
    void a_promise_that_held_as_expected_needs_no_reason() {
        TrialVerdict judged = TrialVerdict.of(NEVER_LOST, report(0), List.of());

        assertThat(judged).isEqualTo(new TrialVerdict(Verdict.HELD, "", Optional.of(COUNTS)));
    }

    @Test
    void a_promise_that_was_broken_as_expected_needs_no_reason() {
        TrialCell cell = new TrialCell(Experiment.C5, Mode.ACKS_1.with(2), "", Expectation.exactly(2, Anomaly.LOST));

        assertThat(TrialVerdict.of(cell, report(2), List.of()))
                .isEqualTo(new TrialVerdict(Verdict.BROKEN, "", Optional.of(COUNTS)));
    }

    @Test
    void an_unexpected_verdict_cites_the_first_three_findings() {
        TrialVerdict judged = TrialVerdict.of(NEVER_LOST, report(5), List.of());

        assertThat(judged.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(judged.reason())
                .isEqualTo("expected HELD for [LOST], got BROKEN; LOST record 1; LOST record 2; LOST record 3");
    }

    @Test
    void an_incomplete_read_back_is_unknown_and_says_why() {
        CheckerReport incomplete = new CheckerReport(COUNTS, List.of(), Optional.of("partition 0 ends early"));

        TrialVerdict judged = TrialVerdict.of(NEVER_LOST, incomplete, List.of());

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.reason()).startsWith("partition 0 ends early; ");
    }

    @Test
    void an_observation_that_deviates_is_a_reason_even_if_the_promise_held() {
        TrialVerdict judged = TrialVerdict.of(NEVER_LOST, report(0), List.of("retries: expected 0, got 1"));

        assertThat(judged.verdict()).isEqualTo(Verdict.HELD);
        assertThat(judged.reason()).isEqualTo("retries: expected 0, got 1");
    }

    @Test
    void a_reason_is_one_line() {
        assertThat(TrialVerdict.unchecked(Verdict.INVALID, "first\nsecond").reason())
                .isEqualTo("first second");
    }

    private static CheckerReport report(int lost) {
        return new CheckerReport(
                COUNTS,
                IntStream.rangeClosed(1, lost)
                        .mapToObj(number -> new AnomalyFinding(Anomaly.LOST, "record " + number))
                        .toList(),
                Optional.empty());
    }
}
