package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.hosts.HostsRequest;
import io.producerbench.sweep.SweepRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a user asks a curve to do.
 *
 * @param sweep the modes, the brokers and everything else that a sweep has too; JMH's {@code -f} is
 *     how often each rate of the ladder is measured
 * @param goals none twice
 * @param hosts those that give the load; empty for this one alone
 */
public record CurveRequest(
        SweepRequest sweep, List<LatencyGoal> goals, TrialDropRule dropRule, Optional<HostsRequest> hosts) {
    public CurveRequest {
        goals = List.copyOf(goals);
    }

    /** Makes a request whose load this host gives alone. */
    public CurveRequest(SweepRequest sweep, List<LatencyGoal> goals, TrialDropRule dropRule) {
        this(sweep, goals, dropRule, Optional.empty());
    }

    /** Returns the same request, with the load from these hosts. */
    public CurveRequest on(Optional<HostsRequest> loadHosts) {
        return new CurveRequest(sweep, goals, dropRule, loadHosts);
    }
}
