package io.producerbench.cli;

import io.producerbench.compare.MetricComparison;
import io.producerbench.compare.RunComparison;
import io.producerbench.compare.RunSamples;
import io.producerbench.failure.UsageException;
import io.producerbench.results.RunKeys;
import java.util.stream.Collectors;

/** Refuses two sweeps that cannot be compared. */
final class ComparabilityCheck {
    private ComparabilityCheck() {}

    /** @throws UsageException if the comparison would say nothing */
    static void require(RunComparison comparison) {
        String pair = "compare: " + comparison.base().name() + " and "
                + comparison.next().name();
        if (shareRun(comparison.base(), comparison.next())) {
            throw new UsageException(pair + ": expected two runs, got samples of "
                    + comparison.base().distinct(RunKeys.RUN_ID) + " on both sides; compare two different runs");
        }
        if (comparison.rows().isEmpty()) {
            throw new UsageException(pair + ": expected cells that both have, got none of "
                    + comparison.onlyBase().size() + " and "
                    + comparison.onlyNext().size()
                    + " in common; measure the same settings on both sides");
        }
        if (!comparison.isComparable()) {
            throw new UsageException(pair + ": not comparable: "
                    + comparison.rows().stream()
                            .map(MetricComparison::reason)
                            .distinct()
                            .collect(Collectors.joining("; "))
                    + "; --across COLUMN compares across a column, -f 10 makes ten blocks");
        }
    }

    private static boolean shareRun(RunSamples base, RunSamples next) {
        return base.rows().stream()
                .anyMatch(row -> next.rows().stream()
                        .anyMatch(other -> other.text(RunKeys.RUN_ID).equals(row.text(RunKeys.RUN_ID))));
    }
}
