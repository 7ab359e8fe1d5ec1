package io.producerbench.cli;

import io.producerbench.results.CsvRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code run-bench.sh} as a user starts it, with its streams in files, and a temporary directory of
 * its own to be found empty. It shares a machine only with a run in the same directory.
 */
final class BenchProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(9);
    /**
     * Makes all JVMs of the run warm within seconds, because their second compiler takes a third of
     * two cores for minutes. No test of a whole run asserts a measured number.
     */
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final int SIGINT = 2;
    private static final String RESULTS = "results: ";

    private final Process process;
    private final Path directory;

    private BenchProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    static BenchProcess start(Path directory, List<String> arguments) throws IOException {
        return start(directory, arguments, Map.of());
    }

    static BenchProcess start(Path directory, List<String> arguments, Map<String, String> environment)
            throws IOException {
        return start(directory, List.of(), arguments, environment);
    }

    /** @param within the words of a command that runs another one, such as in a network of its own */
    static BenchProcess start(
            Path directory, List<String> within, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(directory.resolve("tmp"));
        List<String> command =
                new ArrayList<>(ignoresInterrupts() ? List.of("env", "--default-signal=INT") : List.of());
        command.addAll(within);
        command.add("./run-bench.sh");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(directory.resolve("stdout").toFile())
                .redirectError(directory.resolve("stderr").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path own = directory.resolve("tmp");
        builder.environment().put("TMPDIR", own.toString());
        // What run-bench.sh starts is told its own temporary directory beside this one.
        builder.environment()
                .put(
                        "JDK_JAVA_OPTIONS",
                        "-Djava.io.tmpdir=" + own + " -Dproducerbench.locks=" + own + " " + ONE_COMPILER);
        return new BenchProcess(builder.start(), directory);
    }

    /**
     * Whether a script has started this JVM in its background: it ignores SIGINT then, as all that
     * it starts would.
     */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(ignored, 16) & 1L << SIGINT - 1) != 0;
    }

    /** The exit code, once it has ended. */
    int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "expected run-bench.sh to end within " + PATIENCE + ", got so far: " + stderr());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    List<String> stdout() {
        return lines("stdout");
    }

    List<String> stderr() {
        return lines("stderr");
    }

    private List<String> lines(String stream) {
        try {
            return Files.readString(directory.resolve(stream), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that its last line names. */
    Path runDirectory() {
        List<String> lines = stdout();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        if (!last.startsWith(RESULTS)) {
            throw new IllegalStateException(
                    "expected a last line that begins with '" + RESULTS + "', got '" + last + "'; stderr: " + stderr());
        }
        return Path.of(last.substring(RESULTS.length()));
    }

    /** Returns the last attempt at each sample, in the order of the first ones. */
    List<Map<String, String>> samples() {
        Map<String, Map<String, String>> last = new LinkedHashMap<>();
        CsvRows.cells(runDirectory().resolve("samples.csv"))
                .forEach(row -> last.put(row.get("block") + "/" + row.get("order_in_block"), row));
        return List.copyOf(last.values());
    }

    /**
     * Processes whose command line names this run's temporary directory: brokers, controller,
     * watchdog, forks.
     */
    List<ProcessHandle> started() {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != process.pid())
                .filter(handle -> handle.info().commandLine().orElse("").contains(directory.toString()))
                .toList();
    }

    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    /** What {@code ps} shows now of it and of all that it has started. */
    List<String> commandLines() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> handle.info().commandLine().orElse(""))
                .toList();
    }

    /** Directories of clusters that are still there. */
    List<Path> workspaces() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("producer-bench-"))
                    .toList();
        }
    }

    @Override
    public void close() {
        started().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
