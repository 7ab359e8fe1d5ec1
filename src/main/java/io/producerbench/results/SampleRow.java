package io.producerbench.results;

import io.producerbench.latency.HistogramLine;
import io.producerbench.latency.Totals;
import io.producerbench.results.sample.BrokerDeath;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.results.sample.HostMeasurements;
import io.producerbench.results.sample.LimitedBy;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.Refusal;
import io.producerbench.results.sample.RefusalCheck;
import io.producerbench.results.sample.SampleCheck;
import io.producerbench.results.sample.Status;
import io.producerbench.results.sample.Validity;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.ClosedLoop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The row of one scenario in one block in {@code samples.csv}.
 *
 * @param fork empty if the status is FAILED, or if every record is refused
 * @param host empty if the status is FAILED
 * @param death empty if the status is FAILED, or if no broker was killed
 * @param refusal empty if the status is FAILED, or if records are not refused
 */
public record SampleRow(
        RunIdentity run,
        Instant startedAt,
        Step step,
        Validity validity,
        Optional<ForkResult> fork,
        Optional<HostMeasurements> host,
        Optional<BrokerDeath> death,
        Optional<Refusal> refusal) {

    /** Begins the reason of a sample that was not run, because a broker was dead before it. */
    public static final String NOT_RUN = "not run: ";

    /** Returns the row of a sample that ran. Its checks decide the status. */
    public static SampleRow checked(
            RunIdentity run,
            Instant startedAt,
            Step step,
            ForkResult fork,
            HostMeasurements host,
            MachineLimits limits,
            Optional<BrokerDeath> death) {
        return new SampleRow(
                run,
                startedAt,
                step,
                Validity.of(SampleCheck.problems(step.scenario(), fork, host, limits)),
                Optional.of(fork),
                Optional.of(host),
                death,
                Optional.empty());
    }

    /**
     * Returns the row of a sample whose records should be refused. Its checks decide the status.
     */
    public static SampleRow refused(
            RunIdentity run,
            Instant startedAt,
            Step step,
            Refusal refusal,
            HostMeasurements host,
            Optional<BrokerDeath> death) {
        return new SampleRow(
                run,
                startedAt,
                step,
                Validity.of(RefusalCheck.problems(step.scenario(), refusal, host)),
                Optional.empty(),
                Optional.of(host),
                death,
                Optional.of(refusal));
    }

    /** Returns the row of a sample that gave no numbers. */
    public static SampleRow failed(RunIdentity run, Instant startedAt, Step step, String reason) {
        return new SampleRow(
                run,
                startedAt,
                step,
                Validity.failed(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Status status() {
        return validity.status();
    }

    /** Returns why the sample does not count; empty if it does. */
    public String statusReason() {
        return validity.reason();
    }

    /** Returns false if nothing was tried, so that there is no result. */
    public boolean wasRun() {
        return !statusReason().startsWith(NOT_RUN);
    }

    /** Returns the outcomes of the sample's records. */
    Optional<Totals> totals() {
        return fork.map(result -> result.counts().totals()).or(() -> refusal.map(Refusal::totals));
    }

    Optional<LimitedBy> limitedBy() {
        return fork.flatMap(result -> host.flatMap(
                measured -> LimitedBy.of(step.scenario().pacing() instanceof ClosedLoop, result, measured)));
    }

    boolean confirmed() {
        return step.scenario().guarantee().acks().confirms();
    }

    /**
     * Returns the headline: acknowledged records per second. With {@code acks=0}, which
     * acknowledges nothing, it is the growth
     * of the log; empty if the log's growth cannot be seen.
     */
    public Optional<Double> recordsPerSecond() {
        boolean unseen = !confirmed() && step.scenario().isInvisible();
        return unseen
                ? Optional.empty()
                : fork.map(
                        result -> confirmed() ? result.counts().recordsPerSecond() : result.brokerRecordsPerSecond());
    }

    /**
     * Returns the lines of the sample's histogram log: those of its fork, and what happened to the
     * replicas while its windows were open.
     */
    List<HistogramLine> logLines(ForkResult of) {
        Instant opened = of.counts().opened();
        Instant closed = opened.plus(of.counts().span());
        Stream<HistogramLine> changes = host.stream()
                .flatMap(measured -> measured.replicaChanges().stream())
                .filter(change -> change.to().isAfter(opened) && change.from().isBefore(closed))
                .map(HistogramLine::of);
        return Stream.concat(of.lines().stream(), changes).toList();
    }

    /** Describes the sample in a few words, for progress messages. */
    public String headline() {
        return status() == Status.OK ? SampleHeadline.of(this) : status() + ": " + statusReason();
    }
}
