package io.producerbench.jmh;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.process.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM that forks run on: the one of this program, or the one that {@code -jvm} names.
 *
 * @param scratch the directory of its temporary files; empty for the JVM's own choice
 */
public record ForkJvm(String executable, String version, Optional<Path> scratch) {
    private static final Pattern VERSION = Pattern.compile("java\\.version = (\\S+)");
    private static final int OLDEST = 17;
    private static final int UNSAFE_NEEDS_LEAVE = 23;
    private static final int PATIENCE_SECONDS = 30;

    public ForkJvm(String executable, String version) {
        this(executable, version, Optional.empty());
    }

    /** Returns this JVM with another directory for its temporary files. */
    public ForkJvm in(Path directory) {
        return new ForkJvm(executable, version, Optional.of(directory));
    }

    /** @throws EnvironmentException if {@code jvm} cannot be run */
    public static ForkJvm of(Optional<String> jvm) {
        String executable = jvm.orElse(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ForkJvm fork = new ForkJvm(executable, jvm.isPresent() ? ask(executable) : System.getProperty("java.version"));
        if (fork.feature() < OLDEST) {
            throw new EnvironmentException("-jvm " + executable + " is Java " + fork.version
                    + ". Give the path of a java executable, JDK 17 or newer");
        }
        return fork;
    }

    private static String ask(String executable) {
        try {
            Process process = new ProcessBuilder(executable, "-XshowSettings:properties", "-version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Matcher version =
                        VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                if (version.find()) {
                    return version.group(1);
                }
            }
            process.destroyForcibly();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "-jvm " + executable + " cannot be run: " + e.getMessage()
                            + ". Give the path of a java executable, JDK 17 or newer",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new EnvironmentException("-jvm " + executable
                + " does not tell its version. Give the path of a java executable, JDK 17 or newer");
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
     * pinned, because its default depends on the machine. {@code sun.misc.Unsafe} is allowed on the
     * JDKs that know that flag, because JMH 1.37 uses it.
     */
    public List<String> flags(List<String> userArgs) {
        List<String> flags = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
        flags.addAll(ChildJvm.LOCALE);
        if (userArgs.stream().noneMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"))) {
            flags.add("-XX:+UseG1GC"); // only if the user chose none, because a JVM refuses two collectors
        }
        if (feature() >= UNSAFE_NEEDS_LEAVE) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }
}
