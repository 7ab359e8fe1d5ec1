package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process held by SIGSTOP until this is closed. */
public final class StoppedProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_NANOS = 200_000;

    private final ProcessHandle process;
    private final long stoppedNanos;
    private OptionalLong continuedNanos = OptionalLong.empty();

    private StoppedProcess(ProcessHandle process, long stoppedNanos) {
        this.process = process;
        this.stoppedNanos = stoppedNanos;
    }

    /**
     * When this returns, no thread of the process runs, as the kernel sees it.
     *
     * @throws IllegalArgumentException if the process is not alive, or not a descendant of this one
     * @throws FailedStepException if it would not stop; then it runs on
     */
    public static StoppedProcess of(ProcessHandle process) {
        if (!isOurs(process)) {
            throw new IllegalArgumentException(
                    "expected a live process that this one started, got process " + process.pid());
        }
        signal("STOP", process);
        if (!await(() -> isStopped(process))) {
            signal("CONT", process);
            throw new FailedStepException("expected process " + process.pid() + " to be stopped within " + PATIENCE
                    + " of SIGSTOP, got states " + states(process) + ": this needs Linux and its /proc");
        }
        return new StoppedProcess(process, System.nanoTime());
    }

    /** On {@link System#nanoTime()}: from then on until {@link #continuedNanos()}, the process stood still for certain. */
    public long stoppedNanos() {
        return stoppedNanos;
    }

    /** On {@link System#nanoTime()}, just before the process was told to go on; only after {@link #close()}. */
    public long continuedNanos() {
        return continuedNanos.orElseThrow(
                () -> new IllegalStateException("process " + process.pid() + " is still held: close the pause first"));
    }

    /** When this returns, the process runs again or is dead. Closing again does nothing. */
    @Override
    public void close() {
        if (continuedNanos.isPresent()) {
            return;
        }
        continuedNanos = OptionalLong.of(System.nanoTime());
        if (!process.isAlive()) {
            return;
        }
        signal("CONT", process);
        if (!await(() -> states(process).stream().noneMatch("T"::equals))) {
            throw new FailedStepException("expected process " + process.pid() + " to go on within " + PATIENCE
                    + " of SIGCONT, got states " + states(process) + ": see who else stops it, or kill it");
        }
    }

    private static boolean isOurs(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, parent -> parent.flatMap(ProcessHandle::parent))
                .anyMatch(parent -> parent.get().equals(ProcessHandle.current()));
    }

    private static boolean isStopped(ProcessHandle process) {
        List<String> states = states(process);
        return !states.isEmpty() && states.stream().allMatch("T"::equals);
    }

    private static List<String> states(ProcessHandle process) {
        return KernelTask.all(KernelTask.PROC, process.pid()).stream()
                .flatMap(task -> task.state().stream())
                .toList();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            // The shell's own kill: slim images have no other.
            Process shell = new ProcessBuilder(
                            "sh", "-c", "kill -\"$1\" \"$2\"", "pause", name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // What came of it is seen in the process's state. Not waitFor(): an interrupted thread must be able to
            // close.
            shell.onExit()
                    .completeOnTimeout(shell, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (IOException e) {
            throw new FailedStepException("expected a POSIX shell to send SIG" + name + ", but sh failed", e);
        }
    }

    private static boolean await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }
}
