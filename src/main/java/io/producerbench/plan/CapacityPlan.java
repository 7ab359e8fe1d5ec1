package io.producerbench.plan;

import io.producerbench.failure.UsageException;
import io.producerbench.guarantee.Mode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer: what each mode needs for a load, and gets.
 *
 * @param recordSize at which the modes were measured, in bytes
 * @param sources the names of the runs
 * @param modes all five, from the one that promises least
 */
public record CapacityPlan(PlanQuestion question, int recordSize, List<String> sources, List<PlannedMode> modes) {
    /**
     * @throws UsageException if the runs do not hold what was asked, or an anchor is given although
     *     their own rates are valid
     */
    public static CapacityPlan of(PlanQuestion question, PlanEvidence evidence, List<String> sources) {
        int recordSize = evidence.recordSize(question.load().recordBytes());
        ModePlanner planner = new ModePlanner(question, evidence, recordSize);
        boolean valid = Stream.of(Mode.values())
                .flatMap(mode -> planner.measured(mode).stream())
                .anyMatch(MeasuredMode::capacityValid);
        if (valid && question.anchor().isPresent()) {
            throw new UsageException("plan: --anchor: expected results with capacity_valid=false, got some whose own"
                    + " rates are valid; leave it out");
        }
        return new CapacityPlan(
                question,
                recordSize,
                sources,
                Stream.of(Mode.values()).map(planner::plan).toList());
    }
}
