package io.producerbench.calibration.baseline;

import io.producerbench.calibration.PeerException;
import io.producerbench.load.ForkConfig;
import io.producerbench.process.ParentDeathWatchdog;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the {@linkplain BareLoop bare loop} in a JVM of its own. */
public final class BareLoopProcess {
    private static final long PATIENCE_S = 60;
    private static final int LAST_LINES = 20;

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

    /** @throws PeerException if it does not end well */
    public BareLoopResult run(Scenario scenario, ForkConfig handover, Duration warmUp, Duration measured) {
        Path order = scratch.resolve("bare-loop-order.properties");
        Path result = scratch.resolve("bare-loop-result.properties");
        Path log = scratch.resolve("bare-loop.log");
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(BareLoop.class.getName(), order.toString(), result.toString()));
        try {
            Files.deleteIfExists(result);
            new BareLoopConfig(scenario, handover, warmUp.toNanos(), measured.toNanos()).write(order);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ParentDeathWatchdog.over(process);
            await(process, warmUp.plus(measured).plusSeconds(PATIENCE_S), log);
            return BareLoopResult.read(result);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run the bare loop in " + scratch, e);
        }
    }

    private static void await(Process process, Duration longest, Path log) throws IOException {
        boolean ended = false;
        try {
            ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            List<String> lines = Files.readAllLines(log);
            throw new PeerException("the bare loop "
                    + (ended ? "ended with exit code " + process.exitValue() : "did not end within " + longest)
                    + "; its last lines:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
        }
    }
}
