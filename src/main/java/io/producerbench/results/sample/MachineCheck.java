package io.producerbench.results.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Checks that the machine left a sample alone. Pure. */
public final class MachineCheck {
    private MachineCheck() {}

    /** Returns what disturbed the sample too much; empty if nothing did, or it cannot be seen. */
    public static List<Problem> problems(MachineLoad load, MachineLimits limits) {
        List<Problem> problems = new ArrayList<>();
        limit(load.others(), limits, "other processes used %.1f %% of the machine's CPU, more than %.1f %%")
                .ifPresent(problems::add);
        limit(load.steal(), limits, "the hypervisor kept %.1f %% of the cores' time, more than %.1f %%")
                .ifPresent(problems::add);
        Standstill standstill = load.standstill();
        if (standstill.nanos() > limits.longestStandstill().toNanos()) {
            problems.add(Problem.of(
                    Cause.DISTURBANCE,
                    "%s stood still for %.0f ms, more than %d ms",
                    standstill.who(),
                    standstill.millis(),
                    limits.longestStandstill().toMillis()));
        }
        return List.copyOf(problems);
    }

    private static Optional<Problem> limit(OptionalDouble share, MachineLimits limits, String problem) {
        return share.orElse(0) > limits.mostOthers()
                ? Optional.of(
                        Problem.of(Cause.DISTURBANCE, problem, 100 * share.getAsDouble(), 100 * limits.mostOthers()))
                : Optional.empty();
    }
}
