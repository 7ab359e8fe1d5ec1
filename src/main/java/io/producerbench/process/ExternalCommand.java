package io.producerbench.process;

import io.producerbench.failure.EnvironmentException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is run to its end for what it leaves behind, with its output in a file.
 *
 * @param directory the one it works in
 */
public record ExternalCommand(List<String> command, Path directory, Path log) {
    private static final int LAST_LINES = 8;

    /**
     * When this returns it has ended well. It does not outlive this JVM if that is told to stop.
     *
     * @param what it is, for an error message
     * @throws EnvironmentException with its last lines, if it did not end well
     */
    public void run(String what) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread end = new Thread(() -> end(process), "errand");
        Runtime.getRuntime().addShutdownHook(end);
        process.getOutputStream().close();
        int exit = process.onExit().join().exitValue();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            throw new EnvironmentException(what + " was stopped", e);
        }
        if (exit != 0) {
            throw new EnvironmentException(
                    what + " ended with exit code " + exit + "; its last lines:\n" + lastLines());
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log, Charset.defaultCharset()).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
