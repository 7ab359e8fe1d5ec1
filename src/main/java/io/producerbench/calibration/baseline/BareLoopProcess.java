package io.producerbench.calibration.baseline;

import io.producerbench.failure.FailedStepException;
import io.producerbench.load.ForkConfig;
import io.producerbench.process.ChildJvm;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the {@linkplain BareLoop bare loop} in a JVM of its own. */
public final class BareLoopProcess {
    private static final long START_AND_END_S = 60;

    private final List<String> java;
    private final Path scratch;

    /**
     * @param java the executable and the flags of its JVM, class path included
     * @param scratch a directory for the files that pass between the processes
     */
    public BareLoopProcess(List<String> java, Path scratch) {
        this.java = List.copyOf(java);
        this.scratch = scratch;
    }

    /** @throws FailedStepException if it does not end well */
    public BareLoopResult run(Scenario scenario, ForkConfig fork, Duration warmUp, Duration measured) {
        Path config = scratch.resolve("bare-loop-order.properties");
        Path result = scratch.resolve("bare-loop-result.properties");
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(BareLoop.class.getName(), config.toString(), result.toString()));
        new BareLoopConfig(scenario, fork, warmUp.toNanos(), measured.toNanos()).write(config);
        try (ChildJvm loop = ChildJvm.start("the bare loop", command, scratch.resolve("bare-loop.log"))) {
            loop.await(warmUp.plus(measured).plusSeconds(START_AND_END_S));
        }
        return BareLoopResult.read(result);
    }
}
