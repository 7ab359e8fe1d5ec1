package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.sweep.SweepRequest;
import java.util.List;

/**
 * What a user asks a curve to do.
 *
 * @param sweep the modes, the brokers and everything else that a sweep has too; JMH's {@code -f} is
 *     how often each rate of the ladder is measured
 * @param goals none twice
 */
public record CurveRequest(SweepRequest sweep, List<LatencyGoal> goals, TrialDropRule dropRule) {
    public CurveRequest {
        goals = List.copyOf(goals);
    }
}
