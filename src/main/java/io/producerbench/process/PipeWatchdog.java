package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.io.IOException;

/** Sees to it that a process ends with this JVM, SIGKILL included: a shell that kills it at the end of a pipe of ours. */
public final class PipeWatchdog {
    /** Nothing is ever written to the pipe. A terminal's Ctrl-C must not end the shell before its work. */
    private static final String SCRIPT = "trap '' INT TERM HUP; read -r _; kill -KILL \"$1\"";

    private PipeWatchdog() {}

    /** When this returns, the process will not outlive this JVM. */
    public static void on(Process process) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "leash", Long.toString(process.pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // At once, because the number may soon belong to a stranger.
            process.onExit().thenRun(shell::destroyForcibly);
        } catch (IOException e) {
            process.destroyForcibly();
            throw new FailedStepException("expected a POSIX shell to end a process with this one, but sh failed", e);
        }
    }
}
