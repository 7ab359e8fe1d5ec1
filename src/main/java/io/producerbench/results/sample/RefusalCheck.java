package io.producerbench.results.sample;

import io.producerbench.latency.Totals;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Checks that the brokers refused every record of a sample and hold none. A problem makes the
 * sample {@link Status#INVALID}. Pure.
 */
public final class RefusalCheck {
    /** The error for a record that too few in-sync replicas would hold. */
    static final String REFUSED = "not_enough_replicas";

    /**
     * The error that a producer with retries gets instead, because it retries {@link #REFUSED}
     * until the delivery timeout.
     */
    static final String EXPIRED = "timeout";

    private RefusalCheck() {}

    /** Returns the problems of the sample, each in a short clause; empty if there are none. */
    public static List<Problem> problems(Scenario scenario, Refusal refusal, HostMeasurements host) {
        if (host.clusterFailure().isPresent()) {
            return List.of(
                    Problem.of(Cause.DISTURBANCE, "%s", host.clusterFailure().get()));
        }
        List<Problem> problems = new ArrayList<>();
        host.smallestIsr()
                .ifPresent(isr -> require(
                        problems,
                        isr == scenario.liveReplicas(),
                        "expected %d in-sync replicas of each partition, got %d",
                        scenario.liveReplicas(),
                        isr));
        Totals totals = refusal.totals();
        require(
                problems,
                totals.succeeded() == 0,
                "%d of %d records were acknowledged with fewer replicas than min.insync.replicas",
                totals.succeeded(),
                totals.sent());
        requireKind(problems, "without retries", REFUSED, refusal.atOnce());
        requireKind(problems, "with retries", EXPIRED, refusal.afterRetries());
        require(
                problems,
                host.logEndDelta().equals(OptionalLong.of(0)),
                "the brokers were to hold no record, but hold %s",
                host.logEndDelta().isPresent() ? host.logEndDelta().getAsLong() : "an unknown number");
        return List.copyOf(problems);
    }

    private static void requireKind(List<Problem> problems, String how, String kind, Refusal.Answers answers) {
        require(
                problems,
                answers.kinds().equals(kind),
                "expected every record to fail %s with %s, got '%s'",
                how,
                kind,
                answers.kinds());
    }

    private static void require(List<Problem> problems, boolean right, String problem, Object... arguments) {
        if (!right) {
            problems.add(Problem.of(Cause.FINDING, problem, arguments));
        }
    }
}
