package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that we started. After it has ended, the operating system may give its id to a process
 * that is not ours. So before each signal, the process is checked to be alive and to have started
 * when ours did.
 *
 * @param started when it started; empty if the operating system does not say, and then it gets no
 *     signals
 */
public record OwnedProcess(ProcessHandle handle, Optional<Instant> started) {

    private static final Polling POLLING = Polling.seconds(20);

    public static OwnedProcess of(ProcessHandle handle) {
        return new OwnedProcess(handle, handle.info().startInstant());
    }

    /**
     * When this returns, every thread of the process is stopped. An interrupt does not end the
     * wait.
     *
     * @throws FailedStepException if the process has ended, or does not stop; then it is told to go
     *     on
     */
    public void stop() {
        signal("STOP");
        if (!POLLING.awaitUninterruptibly(() -> !isAlive() || isStopped()) || !isAlive()) {
            FailedStepException failure = unexpected("stopped");
            if (isAlive()) {
                signal("CONT");
            }
            throw failure;
        }
    }

    /**
     * When this returns, no thread of the process is stopped. An interrupt does not end the wait.
     *
     * @throws FailedStepException if the process ended before it could be told to go on, or does
     *     not go on
     */
    public void resume() {
        signal("CONT");
        if (!POLLING.awaitUninterruptibly(() -> !isAlive() || threads().noneStopped())) {
            throw unexpected("running");
        }
    }

    /** True if the process is alive and all its threads are stopped. */
    public boolean isStopped() {
        return isAlive() && threads().allStopped();
    }

    /**
     * True if our process is alive; false if it has ended, even when another process has its id
     * now.
     */
    boolean isAlive() {
        return handle.isAlive()
                && started.isPresent()
                && handle.info().startInstant().equals(started);
    }

    private ThreadState threads() {
        return ThreadState.of(handle.pid());
    }

    private FailedStepException unexpected(String state) {
        return new FailedStepException("expected process " + handle.pid() + " to be " + state + " within "
                + POLLING.limit() + " of the signal, got "
                + (isAlive() ? "threads in the states " + threads().letters() : "its end"));
    }

    private void signal(String name) {
        if (!isAlive()) {
            String got = handle.info()
                    .startInstant()
                    .map(other -> "one started " + other)
                    .orElse("none");
            throw new FailedStepException("expected our process " + handle.pid() + ", started "
                    + started.map(Instant::toString).orElse("at an unknown time") + ", to send it SIG" + name
                    + ", got " + got + ": ours has ended");
        }
        // Java has no call for these two signals, and slim images have no kill but the shell's.
        ProcessBuilder kill = new ProcessBuilder(
                        "sh", "-c", "kill -s \"$1\" \"$2\"", "signal", name, Long.toString(handle.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            // Not waitFor(), because an interrupted thread must be able to let a process go on.
            int code = kill.start().onExit().join().exitValue();
            if (code != 0) {
                throw new FailedStepException(
                        "expected to send SIG" + name + " to process " + handle.pid() + ", got exit code " + code);
            }
        } catch (IOException e) {
            throw new FailedStepException("expected a POSIX shell to send SIG" + name + ", but sh failed", e);
        }
    }
}
