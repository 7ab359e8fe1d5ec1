package io.producerbench.results;

import io.producerbench.latency.Totals;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.ClosedLoop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one scenario gave in one block: one row of {@code samples.csv}.
 *
 * @param statusReason empty if the status is OK
 * @param fork empty if the status is FAILED, or every record is refused
 * @param host empty if the status is FAILED
 * @param death empty if the status is FAILED, or no broker was to die
 * @param refusal empty if the status is FAILED, or records are not refused
 */
public record SampleRow(
        RunIdentity run,
        Instant startedAt,
        Step step,
        Status status,
        String statusReason,
        Optional<ForkResult> fork,
        Optional<HostMeasurements> host,
        Optional<BrokerDeath> death,
        Optional<Refusal> refusal) {

    /** A sample that ran, judged by its own checks. */
    public static SampleRow checked(
            RunIdentity run,
            Instant startedAt,
            Step step,
            ForkResult fork,
            HostMeasurements host,
            Optional<BrokerDeath> death) {
        List<String> problems = SampleCheck.problems(step.scenario(), fork, host);
        return new SampleRow(
                run,
                startedAt,
                step,
                status(problems),
                String.join("; ", problems),
                Optional.of(fork),
                Optional.of(host),
                death,
                Optional.empty());
    }

    /** A sample whose records were to be refused, judged by its own checks. */
    public static SampleRow refused(
            RunIdentity run,
            Instant startedAt,
            Step step,
            Refusal refusal,
            HostMeasurements host,
            Optional<BrokerDeath> death) {
        List<String> problems = RefusalCheck.problems(step.scenario(), refusal, host);
        return new SampleRow(
                run,
                startedAt,
                step,
                status(problems),
                String.join("; ", problems),
                Optional.empty(),
                Optional.of(host),
                death,
                Optional.of(refusal));
    }

    private static Status status(List<String> problems) {
        return problems.isEmpty() ? Status.OK : Status.INVALID;
    }

    /** A sample that gave no numbers. */
    public static SampleRow failed(RunIdentity run, Instant startedAt, Step step, String reason) {
        return new SampleRow(
                run,
                startedAt,
                step,
                Status.FAILED,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What became of the sample's records. */
    Optional<Totals> totals() {
        return fork.map(m -> m.counts().totals()).or(() -> refusal.map(Refusal::totals));
    }

    Optional<LimitedBy> limitedBy() {
        return fork.flatMap(m -> host.flatMap(s -> LimitedBy.of(step.scenario().pacing() instanceof ClosedLoop, m, s)));
    }

    boolean confirmed() {
        return step.scenario().guarantee().acks().confirms();
    }

    /**
     * The headline: acknowledged records per second; with {@code acks=0}, which acknowledges nothing, the growth of the log, unless that
     * is not to be seen.
     */
    public Optional<Double> recordsPerSecond() {
        boolean unseen = !confirmed() && step.scenario().isInvisible();
        return unseen
                ? Optional.empty()
                : fork.map(m -> confirmed() ? m.counts().recordsPerSecond() : m.brokerRecordsPerSecond());
    }

    /** The sample in a few words, for people who watch. */
    public String headline() {
        return status == Status.OK ? SampleHeadline.of(this) : status + ": " + statusReason;
    }
}
