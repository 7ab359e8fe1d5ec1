package io.producerbench.results.sample;

import java.util.ArrayList;
import java.util.List;

/** Checks that the machine left a sample alone. Pure. */
public final class MachineCheck {
    private MachineCheck() {}

    /** Returns what disturbed the sample too much; empty if nothing did, or it cannot be seen. */
    public static List<Problem> problems(MachineLoad load, MachineLimits limits) {
        List<Problem> problems = new ArrayList<>();
        double others = load.others().orElse(0);
        if (others > limits.mostOthers()) {
            problems.add(Problem.of(
                    Cause.DISTURBANCE,
                    "other processes used %.1f %% of the machine's CPU, more than %.1f %%",
                    100 * others,
                    100 * limits.mostOthers()));
        }
        double steal = load.steal().orElse(0);
        if (steal > limits.mostOthers()) {
            problems.add(Problem.of(
                    Cause.DISTURBANCE,
                    "the hypervisor kept %.1f %% of the cores' time, more than %.1f %%",
                    100 * steal,
                    100 * limits.mostOthers()));
        }
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
}
