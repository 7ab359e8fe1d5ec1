package io.producerbench.process;

import io.producerbench.failure.EnvironmentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is run to its end because of the files that it leaves, with its output in a log.
 *
 * @param directory the program's working directory
 */
public record ExternalCommand(List<String> command, Path directory, Path log) {
    /**
     * When this returns, the program has ended with exit code 0. It does not outlive this JVM.
     *
     * @param what the program does, for an error message
     * @throws EnvironmentException with its last lines, if it ends with another exit code
     */
    public void run(String what) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread end = new Thread(() -> end(process), "external-command");
        Runtime.getRuntime().addShutdownHook(end);
        ParentDeathWatchdog.over(process);
        process.getOutputStream().close();
        int exit = process.onExit().join().exitValue();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            throw new EnvironmentException(what + " was stopped", e);
        }
        if (exit != 0) {
            throw new EnvironmentException(what + " ended with exit code " + exit + "; "
                    + LogTail.of(log).text());
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
