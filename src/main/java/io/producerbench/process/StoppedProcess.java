package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A process held by SIGSTOP until this is closed. */
public final class StoppedProcess implements AutoCloseable {
    private final OwnedProcess process;
    private final long stoppedNanos;
    private OptionalLong continuedNanos = OptionalLong.empty();

    private StoppedProcess(OwnedProcess process, long stoppedNanos) {
        this.process = process;
        this.stoppedNanos = stoppedNanos;
    }

    /**
     * When this returns, no thread of the process runs, as the kernel sees it.
     *
     * @throws IllegalArgumentException if the process is not alive, or not a descendant of this one
     * @throws FailedStepException if it does not stop, and then it runs on; or if this is not Linux
     */
    public static StoppedProcess of(ProcessHandle handle) {
        OwnedProcess process = OwnedProcess.of(handle);
        if (!process.isAlive() || !isDescendant(handle)) {
            throw new IllegalArgumentException(
                    "expected a live process that this one started, got process " + handle.pid());
        }
        if (!ThreadState.isKnownOfEachThread()) {
            throw new FailedStepException("expected Linux and its /proc to see each thread of process " + handle.pid()
                    + " stopped, got no " + KernelTask.PROC);
        }
        process.stop();
        return new StoppedProcess(process, System.nanoTime());
    }

    /**
     * Returns a time of {@link System#nanoTime()}. From then on until {@link #continuedNanos()},
     * the process certainly stood still.
     */
    public long stoppedNanos() {
        return stoppedNanos;
    }

    /**
     * Returns a time of {@link System#nanoTime()}: just before the process was told to go on.
     *
     * @throws IllegalStateException before {@link #close()}
     */
    public long continuedNanos() {
        return continuedNanos.orElseThrow(() -> new IllegalStateException("expected process "
                + process.handle().pid() + " to have been let go on, but it is still held: close this first"));
    }

    /** When this returns, the process runs again or is dead. Closing again does nothing. */
    @Override
    public void close() {
        if (continuedNanos.isPresent()) {
            return;
        }
        continuedNanos = OptionalLong.of(System.nanoTime());
        try {
            process.resume();
        } catch (FailedStepException e) {
            if (process.isAlive()) {
                throw e;
            }
            // It died while it was held, so there is nothing to resume.
        }
    }

    private static boolean isDescendant(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, parent -> parent.flatMap(ProcessHandle::parent))
                .anyMatch(parent -> parent.get().equals(ProcessHandle.current()));
    }
}
