package io.producerbench.curve;

import io.producerbench.curve.search.LatencyGoal;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.ForkResult;
import io.producerbench.scenario.Pacing.OpenLoop;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One trial of a curve, which is one row of {@code curve.csv}.
 *
 * @param maximum the closed-loop maximum of the mode; empty while it is measured
 * @param dropped why the trial does not count; empty if it does
 */
record CurveTrial(
        SampleRow sample, CurvePhase phase, OptionalDouble maximum, List<LatencyGoal> goals, Optional<String> dropped) {

    /** Returns the rate of the trial as a share of the maximum; empty in closed loop. */
    OptionalDouble shareOfMaximum() {
        return maximum.isPresent() && sample.step().scenario().pacing() instanceof OpenLoop open
                ? OptionalDouble.of(open.recordsPerSecond() / maximum.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Returns the records that were due; empty in closed loop and without a fork. */
    Optional<Long> due() {
        return openLoop().map(ForkResult::dueInWindows);
    }

    /** Returns the late records for each goal; empty in closed loop and without acknowledgements. */
    Optional<LateRecords> late() {
        return sample.step().scenario().guarantee().acks().confirms()
                ? openLoop().map(fork -> LateRecords.of(fork, goals))
                : Optional.empty();
    }

    private Optional<ForkResult> openLoop() {
        return sample.step().scenario().pacing() instanceof OpenLoop ? sample.fork() : Optional.empty();
    }
}
