package io.producerbench.calibration;

import io.producerbench.results.RunIdentity;
import io.producerbench.results.sample.Status;
import io.producerbench.scenario.BlockPlan.Step;
import java.time.Instant;

/**
 * The readings of one arm in one block: one row of {@code calibration-samples.csv}.
 *
 * @param statusReason empty if the status is OK, and only then
 */
public record ArmSample(
        RunIdentity run,
        Instant startedAt,
        Step step,
        Arm arm,
        ArmReadings readings,
        Status status,
        String statusReason) {

    /** @throws IllegalArgumentException if status and reason contradict each other */
    public ArmSample {
        if ((status == Status.OK) != statusReason.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a reason exactly if the status is not OK, got " + status + ": '" + statusReason + "'");
        }
    }

    /** Returns the sample of an arm that ran and passed every check. */
    public static ArmSample ok(RunIdentity run, Instant startedAt, Step step, Arm arm, ArmReadings readings) {
        return new ArmSample(run, startedAt, step, arm, readings, Status.OK, "");
    }

    /** Returns the sample of an arm that gave no numbers. */
    public static ArmSample failed(RunIdentity run, Instant startedAt, Step step, Arm arm, String reason) {
        return new ArmSample(run, startedAt, step, arm, ArmReadings.NONE, Status.FAILED, reason);
    }
}
