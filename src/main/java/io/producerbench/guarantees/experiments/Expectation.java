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
 * What the trials of a cell must come out as.
 *
 * @param watched the anomalies that decide the verdict
 * @param verdict HELD if none of them may be seen, BROKEN if the first must be; empty if it is only to be counted
 * @param count how many of the first must be seen; empty if any number will do
 */
public record Expectation(List<Anomaly> watched, Optional<Verdict> verdict, OptionalLong count) {
    private static final Set<Anomaly> RETRIED = EnumSet.of(Anomaly.DUPLICATED, Anomaly.REORDERED, Anomaly.REGRESSED);

    /** None of these may ever be seen. */
    static Expectation never(Anomaly... watched) {
        return new Expectation(List.of(watched), Optional.of(Verdict.HELD), OptionalLong.empty());
    }

    /** This must be seen, so many times. */
    static Expectation exactly(long count, Anomaly anomaly) {
        return new Expectation(List.of(anomaly), Optional.of(Verdict.BROKEN), OptionalLong.of(count));
    }

    /** This must be seen, however often. */
    static Expectation some(Anomaly anomaly) {
        return new Expectation(List.of(anomaly), Optional.of(Verdict.BROKEN), OptionalLong.empty());
    }

    /** This may be seen, and is counted. */
    static Expectation counted(Anomaly anomaly) {
        return new Expectation(List.of(anomaly), Optional.empty(), OptionalLong.empty());
    }

    Set<Anomaly> watchedSet() {
        return watched.isEmpty() ? EnumSet.noneOf(Anomaly.class) : EnumSet.copyOf(watched);
    }

    /** Empty if the report is as expected, else one line that says what was expected and what was got. */
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
     * What may be found beside. That read_uncommitted shows it all is no surprise; where no sequence numbers travel with the
     * batches, any retry may double and reorder; and another record is written where a lost one was.
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
