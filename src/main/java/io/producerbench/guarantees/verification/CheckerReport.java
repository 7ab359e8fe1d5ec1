package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the checker found in a history.
 *
 * @param incomplete why the read-back cannot be judged; empty if it can
 */
public record CheckerReport(RecordCounts counts, List<AnomalyFinding> findings, Optional<String> incomplete) {
    public CheckerReport {
        findings = List.copyOf(findings);
    }

    /**
     * What this says of a promise: broken if anything was found that must never be, even where not all could be read;
     * else unknown if not all could be read; else held.
     */
    public Verdict verdict(Set<Anomaly> promisedNever) {
        if (findings.stream().anyMatch(finding -> promisedNever.contains(finding.anomaly()))) {
            return Verdict.BROKEN;
        }
        return incomplete.isPresent() ? Verdict.UNKNOWN : Verdict.HELD;
    }
}
