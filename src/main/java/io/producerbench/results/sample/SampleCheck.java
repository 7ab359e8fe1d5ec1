package io.producerbench.results.sample;

import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.Totals;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks that the numbers of a sample agree with each other and with the brokers. A problem makes
 * the sample {@link Status#INVALID}. Pure.
 */
public final class SampleCheck {
    /** How far an achieved rate may lie from the requested rate, as a share. */
    static final double RATE_TOLERANCE = 0.01;

    /**
     * How far the acknowledged rate may lie from the growth of the brokers' log over the same time,
     * as a share.
     */
    static final double BROKER_TOLERANCE = 0.005;

    /**
     * The largest uncertainty of the brokers' readings with which they can still check the rate, as
     * a share.
     */
    static final double MOST_UNCERTAINTY = 0.05;

    /**
     * How far JMH's score may lie from the acknowledged rate, as a share, in addition to one full
     * pipeline or one transaction.
     */
    static final double SCORE_TOLERANCE = 0.005;

    /** Records that may lie on the edges of a window. */
    static final int EDGE_RECORDS = 2;

    /** A disturbance that no other check sees makes at most this share of the records late. */
    static final double DISTURBED_RATE = 0.2;

    /** How long brokers may hold the producer back by a quota, as a share of the windows. */
    static final double MOST_THROTTLED = 0.001;

    private static final String THROUGHPUT = "ops/s";

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
        } else {
            check.brokers();
        }
        if (scenario.pacing() instanceof OpenLoop open) {
            check.rate(open.recordsPerSecond());
        } else if (scenario.guarantee().acks().confirms()) {
            check.score();
        }
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

    private void brokers() {
        if (fork.readingUncertainty() > MOST_UNCERTAINTY) {
            disturbed(
                    "the brokers took too long to say where their log ends: the rate is uncertain by %.1f %%",
                    100 * fork.readingUncertainty());
        }
        boolean confirmed = scenario.guarantee().acks().confirms();
        if (!confirmed && !host.direct()) {
            return; // records may be on their way for as long as a window, and the rate is that of the log itself
        }
        if (fork.succeeded() == 0 || fork.brokerRecordsPerSecond() == 0) {
            problem(
                    fork.succeeded() == 0
                            ? "no record was %s in the window"
                            : "records were %s in the window, but the brokers' log did not grow",
                    confirmed ? "acknowledged" : "sent");
            return; // a share of nothing says nothing
        }
        double apart = fork.clientRecordsPerSecondBetweenReadings() / fork.brokerRecordsPerSecond() - 1;
        double allowed = confirmed
                ? Math.max(BROKER_TOLERANCE, inFlightShare())
                : BROKER_TOLERANCE + 2 * inFlightShare() + fork.readingUncertainty();
        if (!(Math.abs(apart) <= allowed)) {
            disturbed(
                    "the %s rate is %+.2f %% off the growth of the brokers' log",
                    confirmed ? "acknowledged" : "sent", 100 * apart);
        }
    }

    /**
     * Returns the records in flight as a share of the acknowledged records. At either edge of a
     * window so many records may be in the log and not yet acknowledged. The share exceeds the
     * tolerance only in windows shorter than those of a sweep. With acks=0 the callback tells when
     * the bytes left. Sockets and request queues then hold about as many records again, and bytes
     * leave in bursts, so the duration of the readings counts too. Between transactions nothing is
     * in flight.
     */
    private double inFlightShare() {
        if (scenario.guarantee().transactional()) {
            return 0;
        }
        int windows = fork.counts().windows().size();
        return (double) windows * scenario.workload().recordsInFlight() / fork.succeeded();
    }

    /**
     * Checks JMH's score, which counts the records sent. It may differ from the acknowledged rate
     * by one request or one commit
     * at the edges of a window. With acks=0 the score is not checked, because nothing is
     * acknowledged and sockets empty in
     * bursts.
     */
    private void score() {
        if (!fork.jmhScoreUnit().equals(THROUGHPUT) || fork.succeeded() == 0) {
            return;
        }
        Workload workload = scenario.workload();
        double granularity = Math.max(workload.recordsPerTransaction(), workload.recordsInFlight());
        double iterations = fork.counts().windows().size();
        double allowed = SCORE_TOLERANCE + granularity * iterations / fork.succeeded();
        double off = fork.jmhScore() / fork.counts().recordsPerSecond() - 1;
        if (!(Math.abs(off) <= allowed)) {
            disturbed("JMH's score is %+.2f %% off the rate of callbacks", 100 * off);
        }
    }

    private void rate(int recordsPerSecond) {
        long sentOff = fork.sentInWindows() - fork.dueInWindows();
        long succeededOff = fork.succeeded() - fork.dueInWindows();
        if (isMissed(sentOff)) {
            missed(recordsPerSecond, sentOff);
        } else if (isMissed(succeededOff)) {
            missed(recordsPerSecond, succeededOff);
        }
    }

    /**
     * Allows two records a window besides the share, because at either edge one record may be due
     * and not yet there. At a low rate these alone are more than the share.
     */
    private boolean isMissed(long off) {
        return Math.abs(off)
                > RATE_TOLERANCE * fork.dueInWindows()
                        + EDGE_RECORDS * fork.counts().windows().size();
    }

    /**
     * A rate that was missed by far on a machine that nothing disturbed is more than this setting
     * can do here, which is a finding.
     */
    private void missed(int recordsPerSecond, long off) {
        double share = (double) off / Math.max(1, fork.dueInWindows());
        boolean beyondReach = share < -DISTURBED_RATE && problems.isEmpty();
        problems.add(Problem.of(
                beyondReach ? Cause.FINDING : Cause.DISTURBANCE,
                "the rate was missed: %.0f records/s reached, %+.2f %% off %d records/s",
                recordsPerSecond * (1 + share),
                100 * share,
                recordsPerSecond));
    }

    /** Adds a problem that the machine may have caused, so that the sample is taken again. */
    private void disturbed(String format, Object... arguments) {
        problems.add(Problem.of(Cause.DISTURBANCE, format, arguments));
    }

    private void problem(String format, Object... arguments) {
        problems.add(Problem.of(Cause.FINDING, format, arguments));
    }
}
