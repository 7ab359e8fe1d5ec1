package io.producerbench.plan;

import io.producerbench.failure.UsageException;
import io.producerbench.results.ResultRow;
import io.producerbench.results.ScenarioKeys;
import java.util.List;
import java.util.TreeSet;

/**
 * What the runs hold that are asked.
 *
 * @param trials rows of guarantees-summary.csv, those of the last run first
 * @param curves rows of curve-summary.csv, those of the last run first
 */
public record PlanEvidence(List<SweptRun> sweeps, List<ResultRow> trials, List<ResultRow> curves) {
    /** @throws UsageException if there is no sweep */
    public PlanEvidence {
        if (sweeps.isEmpty()) {
            throw new UsageException(
                    "plan: expected at least one directory of a sweep, got none; ./run-bench.sh" + " measures one");
        }
    }

    /**
     * Returns the smallest measured record size that is not smaller than this one, because a larger
     * record costs no less.
     *
     * @throws UsageException if none was measured
     */
    int recordSize(int planned) {
        TreeSet<Integer> sizes = new TreeSet<>();
        sweeps.forEach(run -> run.summary().stream()
                .filter(row -> row.text(ScenarioKeys.BENCHMARK).equals(SweptRun.MAX))
                .forEach(row -> sizes.add(row.requireInt(ScenarioKeys.RECORD_SIZE))));
        Integer size = sizes.ceiling(planned);
        if (size == null) {
            throw new UsageException("plan: --record " + planned + ": expected a sweep of records of at least that"
                    + " size, got " + (sizes.isEmpty() ? "no rows of MaxRate" : sizes)
                    + "; ./run-bench.sh -p recordSize=" + planned + " measures one");
        }
        return size;
    }
}
