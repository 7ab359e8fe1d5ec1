package io.producerbench.plan;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Between which rates the highest one lies that keeps the goals, in records/s.
 *
 * @param low this rate keeps them; 0 if no measured rate does
 * @param high a higher rate does not, or cannot be reached
 * @param conditional the conditional throughput of RFC 9971; empty unless a curve was measured
 */
record RateBounds(double low, double high, OptionalDouble conditional) {
    /**
     * Returns the bounds from fixed rates and the rate in closed loop. Without goals they are the
     * interval of the latter, beyond which nothing goes.
     *
     * @param points a rate that misses the goals bounds from above, also if a higher one kept them,
     *     because the lower bound must hold
     */
    static RateBounds of(List<MeasuredPoint> points, List<PlanGoal> goals, PlanRange closedLoop) {
        if (goals.isEmpty()) {
            return new RateBounds(closedLoop.low(), closedLoop.high(), OptionalDouble.empty());
        }
        double missed = points.stream()
                .filter(point -> point.misses(goals))
                .mapToDouble(MeasuredPoint::recordsPerSecond)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        double high = Math.min(missed, closedLoop.high());
        double kept = points.stream()
                .filter(point -> point.keeps(goals))
                .mapToDouble(MeasuredPoint::recordsPerSecond)
                .filter(rate -> rate < missed)
                .max()
                .orElse(0);
        return new RateBounds(Math.min(kept, high), high, OptionalDouble.empty());
    }
}
