package io.producerbench.results;

import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.scenario.Pacing.ClosedLoop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one scenario gave in one block: one row of {@code samples.csv}.
 *
 * @param statusReason empty if the status is OK
 * @param measured empty if the status is FAILED
 * @param surroundings empty if the status is FAILED
 */
public record SampleRow(
        RunIdentity run,
        Instant startedAt,
        Step step,
        Status status,
        String statusReason,
        Optional<Measured> measured,
        Optional<Surroundings> surroundings) {

    /** A sample that ran, judged by its own checks. */
    public static SampleRow checked(
            RunIdentity run, Instant startedAt, Step step, Measured measured, Surroundings surroundings) {
        List<String> problems = SampleCheck.problems(step.scenario(), measured, surroundings);
        return new SampleRow(
                run,
                startedAt,
                step,
                problems.isEmpty() ? Status.OK : Status.INVALID,
                String.join("; ", problems),
                Optional.of(measured),
                Optional.of(surroundings));
    }

    /** A sample that gave no numbers. */
    public static SampleRow failed(RunIdentity run, Instant startedAt, Step step, String reason) {
        return new SampleRow(run, startedAt, step, Status.FAILED, reason, Optional.empty(), Optional.empty());
    }

    Optional<LimitedBy> limitedBy() {
        return measured.flatMap(
                m -> surroundings.flatMap(s -> LimitedBy.of(step.scenario().pacing() instanceof ClosedLoop, m, s)));
    }

    boolean confirmed() {
        return step.scenario().guarantee().acks().confirms();
    }

    /** The headline: acknowledged records per second; with {@code acks=0}, which acknowledges nothing, the growth of the log. */
    Optional<Double> recordsPerSecond() {
        return measured.map(m -> confirmed() ? m.counts().recordsPerSecond() : m.brokerRecordsPerSecond());
    }

    /** The sample in a few words, for people who watch. */
    public String headline() {
        return status == Status.OK ? SampleColumns.headline(this) : status + ": " + statusReason;
    }
}
