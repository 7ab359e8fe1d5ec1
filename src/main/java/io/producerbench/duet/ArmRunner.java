package io.producerbench.duet;

import io.producerbench.jmh.ForkClassPath;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Takes the samples of one arm.
 *
 * @param classPath of its forks; empty for that of this JVM
 */
record ArmRunner(SampleRunner runner, Optional<ForkClassPath> classPath) {

    /** A sample as a sweep takes it, and the machine's state around it. */
    ArmSide take(Step step) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        SampleRunner.Sample sample =
                classPath.map(path -> path.during(() -> runner.take(step))).orElseGet(() -> runner.take(step));
        return new ArmSide(
                sample.row(),
                load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load), // negative where the system does not tell
                sample.leaderMoves());
    }
}
