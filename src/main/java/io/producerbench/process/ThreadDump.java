package io.producerbench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what each thread of a JVM is doing, to find out later why it did not end. */
public final class ThreadDump {
    private static final long PATIENCE_S = 10;
    private static final String TOOL = "jcmd";

    private ThreadDump() {}

    /**
     * Writes the threads of this JVM.
     *
     * @throws IOException if the file cannot be written
     */
    public static void ofThisJvm(Path file) throws IOException {
        String threads = Thread.getAllStackTraces().entrySet().stream()
                .map(ThreadDump::text)
                .collect(Collectors.joining("\n"));
        Files.writeString(file, threads);
    }

    private static String text(Map.Entry<Thread, StackTraceElement[]> thread) {
        return Stream.concat(
                        Stream.of("\"" + thread.getKey().getName() + "\" "
                                + thread.getKey().getState()),
                        Stream.of(thread.getValue()).map(frame -> "    at " + frame))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Writes the threads of another JVM, by the JDK's own tool. A JVM that was stopped does not
     * answer it, and then the file says nothing of its threads.
     *
     * @throws IOException if this JDK has no such tool, or the file cannot be written
     */
    public static void of(ProcessHandle jvm, Path file) throws IOException {
        Path tool = tool(jvm).orElseThrow(() -> new IOException("there is no " + TOOL + " beside its java"));
        Process asked = new ProcessBuilder(List.of(tool.toString(), Long.toString(jvm.pid()), "Thread.print"))
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        asked.onExit().completeOnTimeout(asked, PATIENCE_S, TimeUnit.SECONDS).join();
        asked.destroyForcibly();
    }

    private static Optional<Path> tool(ProcessHandle jvm) {
        return Stream.of(jvm.info().command(), ProcessHandle.current().info().command())
                .flatMap(Optional::stream)
                .map(java -> Path.of(java).resolveSibling(TOOL))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
