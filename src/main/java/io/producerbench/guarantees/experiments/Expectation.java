package io.producerbench.guarantees.experiments;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Guarantee;
import io.producerbench.guarantee.Verdict;
import io.producerbench.guarantees.verification.CheckerReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The expected result of a cell's trials.
 *
 * @param watched the anomalies that decide the verdict
 * @param verdict HELD if none of them may be seen, BROKEN if the first must be seen; empty if the
 *     first is only counted
 * @param count how many of the first must be seen; empty if any number is accepted
 */
public record Expectation(List<Anomaly> watched, Optional<Verdict> verdict, OptionalLong count) {
    private static final Set<Anomaly> RETRIED = EnumSet.of(Anomaly.DUPLICATED, Anomaly.REORDERED, Anomaly.REGRESSED);

    /** Returns the expectation that none of these is ever seen. */
    static Expectation never(Anomaly... watched) {
        return new Expectation(List.of(watched), Optional.of(Verdict.HELD), OptionalLong.empty());
    }

    /** Returns the expectation that this is seen exactly {@code count} times. */
    static Expectation exactly(long count, Anomaly anomaly) {
        return new Expectation(List.of(anomaly), Optional.of(Verdict.BROKEN), OptionalLong.of(count));
    }

    /** Returns the expectation that this is seen at least once. */
    static Expectation some(Anomaly anomaly) {
        return new Expectation(List.of(anomaly), Optional.of(Verdict.BROKEN), OptionalLong.empty());
    }

    /** Returns the expectation that this may be seen; it is only counted. */
    static Expectation counted(Anomaly anomaly) {
        return new Expectation(List.of(anomaly), Optional.empty(), OptionalLong.empty());
    }

    Set<Anomaly> watchedSet() {
        return watched.isEmpty() ? EnumSet.noneOf(Anomaly.class) : EnumSet.copyOf(watched);
    }

    /**
     * Returns one line with what was expected and what was got, empty if the report is as expected.
     */
    String deviation(CheckerReport report, Guarantee guarantee) {
        Verdict got = report.verdict(watchedSet());
        if (verdict.isPresent() && got != verdict.get()) {
            return "expected " + verdict.get() + " for " + watched + ", got " + got;
        }
        if (count.isPresent() && found(report) != count.getAsLong()) {
            return "expected " + count.getAsLong() + " " + watched.get(0) + ", got " + found(report);
        }
        Set<Anomaly> strange = EnumSet.noneOf(Anomaly.class);
        report.findings().forEach(finding -> strange.add(finding.anomaly()));
        strange.removeAll(tolerated(guarantee));
        return strange.isEmpty() ? "" : "expected nothing but " + tolerated(guarantee) + ", got " + strange;
    }

    private long found(CheckerReport report) {
        return report.findings().stream()
                .filter(finding -> finding.anomaly() == watched.get(0))
                .count();
    }

    /**
     * Returns the anomalies that may be found besides. read_uncommitted always shows uncommitted
     * records. Without idempotence batches carry no sequence numbers, so any retry may duplicate
     * and reorder. Where a record was lost, another may be written at its offset.
     */
    private Set<Anomaly> tolerated(Guarantee guarantee) {
        Set<Anomaly> tolerated = EnumSet.of(Anomaly.UNCOMMITTED_VISIBLE);
        if (!guarantee.enableIdempotence()) {
            tolerated.addAll(RETRIED);
        }
        if (verdict.equals(Optional.of(Verdict.HELD))) {
            tolerated.removeAll(watched);
        } else {
            tolerated.add(watched.get(0));
            if (watched.get(0) == Anomaly.LOST) {
                tolerated.add(Anomaly.WRONG_OFFSET);
            }
            if (RETRIED.contains(watched.get(0))) {
                tolerated.add(Anomaly.REGRESSED);
            }
        }
        return tolerated;
    }
}
