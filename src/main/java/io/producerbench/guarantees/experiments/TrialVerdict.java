package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.CheckerReport;
import io.producerbench.guarantees.verification.RecordCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verdict of one trial.
 *
 * @param reason one line: why the verdict is UNKNOWN or INVALID, or how the trial deviates from
 *     what was expected
 * @param counts empty if the history could not be checked
 */
public record TrialVerdict(Verdict verdict, String reason, Optional<RecordCounts> counts) {
    /** How many findings a reason cites as evidence. */
    private static final int CITED = 3;

    public TrialVerdict {
        reason = reason.replace('\n', ' ');
    }

    /** Returns the verdict of a trial whose history was not checked. */
    static TrialVerdict unchecked(Verdict verdict, String reason) {
        return new TrialVerdict(verdict, reason, Optional.empty());
    }

    /**
     * Returns the verdict of a trial whose history was checked.
     *
     * @param deviations how the recipe's own observations deviate from what it expected
     */
    static TrialVerdict of(TrialCell cell, CheckerReport report, List<String> deviations) {
        List<String> reasons = new ArrayList<>(deviations);
        report.incomplete().ifPresent(reasons::add);
        String deviation = cell.expectation().deviation(report, cell.guarantee());
        if (!deviation.isEmpty()) {
            reasons.add(deviation);
            report.findings().stream()
                    .limit(CITED)
                    .forEach(finding -> reasons.add(finding.anomaly() + " " + finding.evidence()));
        }
        return new TrialVerdict(
                report.verdict(cell.expectation().watchedSet()),
                String.join("; ", reasons),
                Optional.of(report.counts()));
    }
}
