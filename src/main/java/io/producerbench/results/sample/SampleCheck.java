package io.producerbench.results.sample;

import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.Totals;
import io.producerbench.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks that the numbers of a sample agree with each other and with the brokers. A problem makes
 * the sample {@link Status#INVALID}. Pure.
 */
public final class SampleCheck {
    /**
     * How far the acknowledged rate may lie from the growth of the brokers' log over the same time,
     * as a share.
     */
    static final double BROKER_TOLERANCE = 0.005;

    /** How long brokers may hold the producer back by a quota, as a share of the windows. */
    static final double MOST_THROTTLED = 0.001;

    private final Scenario scenario;
    private final ForkResult fork;
    private final HostMeasurements host;
    private final List<Problem> problems = new ArrayList<>();

    private SampleCheck(Scenario scenario, ForkResult fork, HostMeasurements host) {
        this.scenario = scenario;
        this.fork = fork;
        this.host = host;
    }

    /** Returns the problems of the sample, each in a short clause; empty if there are none. */
    public static List<Problem> problems(
            Scenario scenario, ForkResult fork, HostMeasurements host, MachineLimits limits) {
        SampleCheck check = new SampleCheck(scenario, fork, host);
        check.problems.addAll(MachineCheck.problems(host.load(), limits));
        check.cluster();
        check.outcomes();
        check.recording();
        check.interventions();
        if (scenario.guarantee().acks().confirms()) {
            check.log();
        }
        if (scenario.isInvisible()) {
            check.invisibility();
        }
        fork.visibility().ifPresent(seen -> {
            check.problems.addAll(VisibilityCheck.problems(seen));
            check.openTransactions(seen.openTransactions());
        });
        check.problems.addAll(RateCheck.problems(scenario, fork, host, List.copyOf(check.problems)));
        return host.clusterFailure().isPresent() ? check.causedByDeath() : List.copyOf(check.problems);
    }

    /** Whatever else is wrong after a node died follows from its death. */
    private List<Problem> causedByDeath() {
        return problems.stream()
                .map(problem -> new Problem(Cause.DISTURBANCE, problem.text()))
                .toList();
    }

    private void cluster() {
        host.clusterFailure().ifPresent(failure -> disturbed("%s", failure));
        host.smallestIsr().ifPresent(isr -> {
            if (isr < scenario.liveReplicas()) {
                disturbed("the in-sync replicas of a partition shrank to %d of %d", isr, scenario.liveReplicas());
            }
        });
    }

    private void outcomes() {
        Totals totals = fork.counts().totals();
        if (totals.failed() > 0) {
            problem("%d records failed (%s)", totals.failed(), kinds(totals.failures()));
        }
        if (totals.unknown() > 0) {
            problem(
                    "of %d records it is not known what became of them (%s)",
                    totals.unknown(), kinds(totals.unknowns()));
        }
        long unaccounted = totals.sent() - totals.succeeded() - totals.failed() - totals.unknown();
        if (unaccounted != 0) {
            problem("%d of %d records sent have no outcome", unaccounted, totals.sent());
        }
        if (totals.abortedTransactions() > 0) {
            problem("%d of %d transactions were aborted", totals.abortedTransactions(), totals.transactions());
        }
        if (scenario.workload().abortRate() > 0 && totals.drawn().transactions() == 0) {
            problem(
                    "none of %d transactions was aborted, although abortRate is %s; give shorter transactions",
                    totals.transactions(), scenario.workload().abortRate());
        }
    }

    private void openTransactions(long count) {
        if (scenario.workload().openTransactionMs() > 0 && count == 0) {
            problem(
                    "no other producer had a transaction open, although openTransactionMs is %d",
                    scenario.workload().openTransactionMs());
        }
    }

    private static String kinds(Map<String, Long> failures) {
        return failures.entrySet().stream()
                .map(failure -> failure.getKey() + " " + failure.getValue())
                .collect(Collectors.joining(", "));
    }

    private void recording() {
        Totals totals = fork.counts().totals();
        if (totals.callbackFaults() > 0) {
            problem("the benchmark's own callback threw %d times", totals.callbackFaults());
        }
        if (totals.outOfRange() > 0) {
            problem("%d latencies were beyond what the histogram holds", totals.outOfRange());
        }
    }

    /** Checks for what brokers do to a producer without an error. */
    private void interventions() {
        ClientMetrics client = fork.counts().metrics();
        if (client.throttleMillis() > MOST_THROTTLED * fork.seconds() * 1e3) {
            problem(
                    "the brokers throttled the producer for %.0f ms: a client quota holds it back; raise the quota"
                            + " (kafka-configs.sh --describe --entity-type users, clients)",
                    client.throttleMillis());
        }
        if (client.batchSplits() > 0) {
            problem(
                    "the brokers refused %.0f batches as too large and the producer split them: lower batchSize, or raise"
                            + " message.max.bytes",
                    client.batchSplits());
        }
    }

    private void log() {
        long acknowledged = fork.counts().totals().succeeded();
        if (host.logEndDelta().isEmpty()) {
            disturbed("the brokers' log end could not be read");
        } else if (host.logEndDelta().getAsLong() != acknowledged) {
            problem(
                    "%d records were acknowledged but the log holds %d",
                    acknowledged, host.logEndDelta().getAsLong());
        }
    }

    /**
     * Checks a sample with fewer in-sync replicas than the minimum. Consumers see none of its
     * records before the dead broker
     * is back, and all of them after that.
     */
    private void invisibility() {
        long shown = fork.counts().windows().stream()
                .mapToLong(window -> window.brokers().records())
                .sum();
        if (shown != 0) {
            problem("consumers could see %d records although too few replicas were in sync for that", shown);
        }
        long sent = fork.counts().totals().succeeded();
        long missing = sent - host.logEndDelta().orElse(0);
        if (!(Math.abs(missing) <= BROKER_TOLERANCE * sent)) {
            problem("%d of %d records were not to be seen with the dead broker back either", missing, sent);
        }
    }

    /** Adds a problem that the machine may have caused, so that the sample is taken again. */
    private void disturbed(String format, Object... arguments) {
        problems.add(Problem.of(Cause.DISTURBANCE, format, arguments));
    }

    private void problem(String format, Object... arguments) {
        problems.add(Problem.of(Cause.FINDING, format, arguments));
    }
}
