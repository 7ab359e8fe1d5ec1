package io.producerbench.jmh;

import io.producerbench.failure.UsageException;
import io.producerbench.process.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The JVM that forks run on: the one of this program, or the one that {@code -jvm} names.
 *
 * @param scratch the directory of its temporary files; empty for the JVM's own choice
 */
public record ForkJvm(String executable, String version, Optional<Path> scratch) {
    private static final Pattern HEAP_SIZE =
            Pattern.compile("(?:-Xm[sx]|-XX:(?:Max|Initial|Min)HeapSize=)(\\d+[kKmMgGtT]?)");
    private static final Pattern HEAP_SHARE = Pattern.compile("-XX:(?:Max|Initial|Min)RAM(?:Percentage|Fraction)?=.*");
    private static final Pattern VERSION = Pattern.compile("java\\.version = (\\S+)");
    private static final int OLDEST = 17;
    private static final int UNSAFE_NEEDS_LEAVE = 23;
    private static final int PATIENCE_SECONDS = 10;
    private static final String CURE = "Give the path of a java executable, JDK 17 or newer";

    /** Lines that a JVM prints beside the one that says what is wrong. */
    private static final List<String> NOISE = List.of(
            "Picked up ",
            "NOTE: Picked up ",
            "Error: Could not create the Java Virtual Machine",
            "Error: A fatal exception has occurred",
            "Error occurred during initialization of VM",
            "OpenJDK 64-Bit Server VM warning");

    public ForkJvm(String executable, String version) {
        this(executable, version, Optional.empty());
    }

    /** Returns this JVM with another directory for its temporary files. */
    public ForkJvm in(Path directory) {
        return new ForkJvm(executable, version, Optional.of(directory));
    }

    /** @throws UsageException if {@code jvm} cannot be run */
    public static ForkJvm of(Optional<String> jvm) {
        String executable = jvm.orElse(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ForkJvm fork = new ForkJvm(executable, jvm.isPresent() ? ask(executable) : System.getProperty("java.version"));
        if (fork.feature() < OLDEST) {
            throw new UsageException("-jvm " + executable + " is Java " + fork.version + ". " + CURE);
        }
        return fork;
    }

    private static String ask(String executable) {
        Matcher version =
                VERSION.matcher(said(executable, List.of(executable, "-XshowSettings:properties", "-version")));
        if (version.find()) {
            return version.group(1);
        }
        throw new UsageException("-jvm " + executable + " does not tell its version. " + CURE);
    }

    /** Returns what a command says until it ends; nothing if it does not end soon. */
    private static String said(String executable, List<String> command) {
        try {
            Path output = Files.createTempFile("fork-jvm", ".txt"); // a pipe could fill up before the end
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                process.destroyForcibly();
                return ended ? new String(Files.readAllBytes(output), StandardCharsets.UTF_8) : "";
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UsageException("-jvm " + executable + " cannot be run: " + e.getMessage() + ". " + CURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Returns the flags that name directories, which results do not hold. */
    public List<String> directories() {
        return scratch.map(directory -> List.of("-Djava.io.tmpdir=" + directory))
                .orElse(List.of());
    }

    /** Returns the feature release, for example 17 or 25. */
    int feature() {
        // Versions before 9 look like 1.8.0_392, which Runtime.Version does not parse.
        return version.startsWith("1.") ? 8 : Runtime.Version.parse(version).feature();
    }

    /**
     * Returns the flags of every fork, which go before the user's {@code userArgs}. The heap is
     * pinned, because its default depends on the machine: to 1 GB, or to the size that the user
     * gives. A JVM refuses a first size above the largest, so both are set. {@code sun.misc.Unsafe} is allowed on the
     * JDKs that know that flag, because JMH 1.37 uses it.
     */
    public List<String> flags(List<String> userArgs) {
        List<String> flags = new ArrayList<>(heap(userArgs));
        flags.add("--enable-native-access=ALL-UNNAMED");
        flags.addAll(ChildJvm.LOCALE);
        if (userArgs.stream().noneMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"))) {
            flags.add("-XX:+UseG1GC"); // only if the user chose none, because a JVM refuses two collectors
        }
        if (feature() >= UNSAFE_NEEDS_LEAVE) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }

    private static List<String> heap(List<String> userArgs) {
        if (userArgs.stream().anyMatch(argument -> HEAP_SHARE.matcher(argument).matches())) {
            return List.of(); // a size would silently win over the user's share of the memory
        }
        String size = userArgs.stream()
                .map(HEAP_SIZE::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .reduce((first, last) -> last)
                .orElse("1g");
        return List.of("-Xms" + size, "-Xmx" + size);
    }

    /**
     * Starts this JVM with the flags of a fork, runs nothing in it, and waits for its end.
     *
     * @throws UsageException in the JVM's own words, if it does not start with the user's arguments
     */
    public void requireStart(List<String> userArgs) {
        List<String> command = new ArrayList<>(List.of(executable));
        command.addAll(flags(userArgs));
        command.addAll(userArgs);
        command.addAll(List.of("-XshowSettings:properties", "-version"));
        String said = said(executable, command);
        if (!VERSION.matcher(said).find()) {
            String reason = said.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && NOISE.stream().noneMatch(line::startsWith))
                    .limit(2)
                    .collect(Collectors.joining(" "));
            throw new UsageException("-jvmArgs " + String.join(" ", userArgs)
                    + ": a fork's JVM does not start with these arguments: "
                    + (reason.isEmpty() ? "it said nothing for " + PATIENCE_SECONDS + " s" : reason)
                    + "; correct -jvmArgs, -jvmArgsPrepend or -jvmArgsAppend");
        }
    }
}
