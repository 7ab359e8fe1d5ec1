package io.producerbench.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JVM that forks run on: ours, or the one that {@code -jvm} names. */
record ForkJvm(String executable, String version) {
    private static final Pattern VERSION = Pattern.compile("java\\.version = (\\S+)");
    private static final int UNSAFE_NEEDS_LEAVE = 23;
    private static final int PATIENCE_SECONDS = 30;

    /** @throws EnvironmentException if {@code jvm} cannot be run */
    static ForkJvm of(Optional<String> jvm) {
        String executable = jvm.orElse(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return new ForkJvm(executable, jvm.isPresent() ? ask(executable) : System.getProperty("java.version"));
    }

    private static String ask(String executable) {
        try {
            Process process = new ProcessBuilder(executable, "-XshowSettings:properties", "-version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(output);
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && version.find()) {
                return version.group(1);
            }
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

    /** 17, 25 and so on. */
    int feature() {
        return Runtime.Version.parse(version).feature();
    }

    /**
     * The flags of every fork, to go before the user's. The heap is pinned, because its default depends on the machine. JMH
     * 1.37 uses {@code sun.misc.Unsafe}, which newer JDKs warn of and will refuse; JDK 17 does not know the flag.
     */
    List<String> flags() {
        List<String> flags =
                new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED"));
        if (feature() >= UNSAFE_NEEDS_LEAVE) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }
}
