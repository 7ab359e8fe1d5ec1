package io.producerbench.results.sample;

import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the rates of a sample against each other: the client's own, the growth of the brokers' log,
 * JMH's score, and the rate that was asked for. Pure.
 */
final class RateCheck {
    /** How far an achieved rate may lie from the requested rate, as a share. */
    static final double RATE_TOLERANCE = 0.01;

    /**
     * The largest uncertainty of the brokers' readings with which they can still check the rate, as
     * a share.
     */
    static final double MOST_UNCERTAINTY = 0.05;

    /**
     * How far JMH's score may lie from our own count of sent records, as a share, in addition to one
     * full pipeline or one transaction.
     */
    static final double SCORE_TOLERANCE = 0.005;

    /**
     * How long JMH may take between the opening of a window and its first call, and between its last
     * call and the close, in seconds. Nothing is sent meanwhile, which matters only in short slots.
     */
    static final double JMH_EDGES = 0.004;

    /**
     * By how much the number of outstanding records may change in a window, as a share of the
     * acknowledged ones. The acknowledged rate and the sent rate differ by as much.
     */
    static final double MOST_UNSTEADY = 0.05;

    /** Records that may lie on the edges of a window. */
    static final int EDGE_RECORDS = 2;

    /** A disturbance that no other check sees makes at most this share of the records late. */
    static final double DISTURBED_RATE = 0.2;

    private static final String THROUGHPUT = "ops/s";

    private final Scenario scenario;
    private final ForkResult fork;
    private final HostMeasurements host;
    private final List<Problem> before;
    private final List<Problem> problems = new ArrayList<>();

    private RateCheck(Scenario scenario, ForkResult fork, HostMeasurements host, List<Problem> before) {
        this.scenario = scenario;
        this.fork = fork;
        this.host = host;
        this.before = before;
    }

    /**
     * Returns the problems of the rates, each in a short clause; empty if there are none.
     *
     * @param before what else is wrong with the sample
     */
    static List<Problem> problems(Scenario scenario, ForkResult fork, HostMeasurements host, List<Problem> before) {
        RateCheck check = new RateCheck(scenario, fork, host, before);
        if (!scenario.isInvisible()) {
            check.brokers();
        }
        if (scenario.pacing() instanceof OpenLoop open) {
            check.rate(open.recordsPerSecond());
        } else if (scenario.guarantee().acks().confirms()) {
            check.score();
        }
        return List.copyOf(check.problems);
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
            problems.add(Problem.of(
                    Cause.FINDING,
                    fork.succeeded() == 0
                            ? "no record was %s in the window"
                            : "records were %s in the window, but the brokers' log did not grow",
                    confirmed ? "acknowledged" : "sent"));
            return; // a share of nothing says nothing
        }
        double apart = fork.clientRecordsPerSecondBetweenReadings() / fork.brokerRecordsPerSecond() - 1;
        double allowed = confirmed
                ? Math.max(SampleCheck.BROKER_TOLERANCE, inFlightShare())
                : SampleCheck.BROKER_TOLERANCE + 2 * inFlightShare() + fork.readingUncertainty();
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
     * in flight, but other load hosts may each be in one of theirs.
     */
    private double inFlightShare() {
        Workload workload = scenario.workload();
        long records = scenario.guarantee().transactional()
                ? (fork.hosts() - 1L) * workload.producers() * workload.recordsPerTransaction()
                : (long) fork.hosts() * workload.recordsInFlight();
        int windows = fork.counts().windows().size();
        return (double) windows * records / fork.succeeded();
    }

    /**
     * Checks JMH's score, which counts the records sent, against our own count of them. Then checks
     * that about as many were acknowledged. Their difference is the change of the outstanding
     * records between the edges, and a producer that is slower than its brokers does not keep the
     * pipeline full. With acks=0 neither is checked, because nothing is acknowledged and sockets
     * empty in bursts.
     */
    private void score() {
        if (!fork.jmhScoreUnit().equals(THROUGHPUT) || fork.succeeded() == 0) {
            return;
        }
        Workload workload = scenario.workload();
        int windows = fork.counts().windows().size();
        double granularity = Math.max(
                (double) fork.hosts()
                        * Math.max(workload.recordsPerTransaction(), workload.recordsInFlight())
                        * windows
                        / fork.succeeded(),
                workload.transactionMs() * 1e-3 * windows / fork.seconds());
        double sent = (double) fork.sentInWindows() / fork.succeeded();
        double off = fork.jmhScore() / (sent * fork.counts().recordsPerSecond()) - 1;
        double edges = (JMH_EDGES * windows + fork.unscoredSeconds()) / fork.seconds();
        if (!(Math.abs(off) <= SCORE_TOLERANCE + edges + granularity)) {
            disturbed("JMH's score is %+.2f %% off the rate of sent records", 100 * off);
        }
        if (!(Math.abs(sent - 1) <= MOST_UNSTEADY + granularity)) {
            disturbed(
                    "the load was not steady: sent and acknowledged records differ by %+.1f %%, so the rate is uncertain",
                    100 * (sent - 1));
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
        boolean beyondReach = share < -DISTURBED_RATE && before.isEmpty() && problems.isEmpty();
        problems.add(Problem.of(
                beyondReach ? Cause.FINDING : Cause.DISTURBANCE,
                "the rate was missed: %.0f records/s reached, %+.2f %% off %d records/s",
                recordsPerSecond * (1 + share),
                100 * share,
                recordsPerSecond));
    }

    private void disturbed(String format, Object... arguments) {
        problems.add(Problem.of(Cause.DISTURBANCE, format, arguments));
    }
}
