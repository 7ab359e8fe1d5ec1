package io.producerbench.duet;

import io.producerbench.jmh.ForkClassPath;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.sweep.SampleRunner.Sample;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes the samples of one arm.
 *
 * @param sampler takes one sample, as a sweep does
 * @param classPath the class path of the arm's forks; empty for the class path of this JVM
 * @param forkCpu the CPU time of the arm's forks, which the other arm's samples ask for
 * @param load gives the one-minute load average, which is negative if the system does not provide
 *     it
 */
record ArmRunner(
        Function<Step, Sample> sampler, Optional<ForkClassPath> classPath, ForkCpu forkCpu, DoubleSupplier load) {
    ArmRunner(Function<Step, Sample> sampler, Optional<ForkClassPath> classPath, ForkCpu forkCpu) {
        this(sampler, classPath, forkCpu, ManagementFactory.getOperatingSystemMXBean()::getSystemLoadAverage);
    }

    /** Runs {@code start}, during which JMH starts a fork of this arm. */
    <T> T whileStarting(Supplier<T> start) {
        return classPath.map(path -> path.during(start)).orElseGet(start);
    }

    /** Takes a sample and reads the load of the machine just before it. */
    ArmSide take(Step step) {
        double before = load.getAsDouble();
        Sample sample = sampler.apply(step);
        return new ArmSide(
                sample.row(), before < 0 ? OptionalDouble.empty() : OptionalDouble.of(before), sample.leaderMoves());
    }
}
