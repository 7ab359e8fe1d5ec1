package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of checking a history.
 *
 * @param incomplete why the read-back cannot be judged; empty if it can
 */
public record CheckerReport(RecordCounts counts, List<AnomalyFinding> findings, Optional<String> incomplete) {
    public CheckerReport {
        findings = List.copyOf(findings);
    }

    /**
     * Returns the verdict on a promise: BROKEN if a forbidden anomaly was found, even where the
     * read-back is incomplete; otherwise UNKNOWN if the read-back is incomplete; otherwise HELD.
     */
    public Verdict verdict(Set<Anomaly> promisedNever) {
        if (findings.stream().anyMatch(finding -> promisedNever.contains(finding.anomaly()))) {
            return Verdict.BROKEN;
        }
        return incomplete.isPresent() ? Verdict.UNKNOWN : Verdict.HELD;
    }
}
