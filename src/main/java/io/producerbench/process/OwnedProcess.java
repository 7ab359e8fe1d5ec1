package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that we started. Once it has ended, its id may be a stranger's, so that before each signal it is checked to be
 * alive and to have started when ours did.
 *
 * @param started when it started; empty if the operating system does not say, and then it gets no signals
 */
public record OwnedProcess(ProcessHandle handle, Optional<Instant> started) {

    private static final Polling PATIENCE = Polling.seconds(20);

    public static OwnedProcess of(ProcessHandle handle) {
        return new OwnedProcess(handle, handle.info().startInstant());
    }

    /** When this returns, every thread of the process is stopped. */
    public void stop() {
        signal("STOP");
        if (!PATIENCE.await(() -> !isOurs() || isStopped()) || !isOurs()) {
            throw new FailedStepException("expected process " + handle.pid() + " to be stopped within "
                    + PATIENCE.limit() + ", got " + seen());
        }
    }

    /** When this returns, no thread of the process is stopped. */
    public void resume() {
        signal("CONT");
        if (!PATIENCE.await(() -> !isOurs() || ThreadState.of(handle.pid()).none())) {
            throw new FailedStepException(
                    "expected process " + handle.pid() + " to go on within " + PATIENCE.limit() + ", got " + seen());
        }
    }

    /** Whether it lives and all its threads are stopped. */
    public boolean isStopped() {
        return isOurs() && ThreadState.of(handle.pid()).all();
    }

    private boolean isOurs() {
        return handle.isAlive()
                && started.isPresent()
                && handle.info().startInstant().equals(started);
    }

    private String seen() {
        return isOurs() ? ThreadState.of(handle.pid()).toString() : "its end";
    }

    private void signal(String name) {
        if (!isOurs()) {
            String got = handle.info()
                    .startInstant()
                    .map(other -> "one started " + other)
                    .orElse("none");
            throw new FailedStepException("expected our process " + handle.pid() + ", started "
                    + started.map(Instant::toString).orElse("nobody knows when") + ", to send it SIG" + name + ", got "
                    + got + ": ours has ended");
        }
        // Java has no call for these two signals, and slim images have no kill but the shell's.
        ProcessBuilder kill = new ProcessBuilder(
                        "sh", "-c", "kill -s \"$1\" \"$2\"", "signal", name, Long.toString(handle.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            int code = kill.start().onExit().join().exitValue();
            if (code != 0) {
                throw new FailedStepException(
                        "expected to send SIG" + name + " to process " + handle.pid() + ", got exit code " + code);
            }
        } catch (IOException e) {
            throw new FailedStepException("expected a POSIX shell to send signals to brokers, but sh failed", e);
        }
    }
}
