package io.producerbench.duet;

import io.producerbench.failure.UsageException;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Readers;
import io.producerbench.text.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One of the two things that a duet compares, as given on the command line. */
public sealed interface DuetArm {
    Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+[\\w.-]*");

    /** Returns the kind of the arm. Both arms of a duet must be of one kind. */
    String kind();

    /**
     * Returns the arm as written. For a jar it is the file name, because the rows of a run contain
     * no paths.
     */
    String text();

    /** An arm that runs the code of a commit. */
    record Commit(String text, String sha) implements DuetArm {
        @Override
        public String kind() {
            return "a commit";
        }
    }

    /** An arm that runs a {@code benchmarks.jar}. */
    record Jar(String text, Path file) implements DuetArm {
        @Override
        public String kind() {
            return "a jar";
        }
    }

    /** An arm that runs the commit checked out, built with this version of the Kafka client. */
    record Client(String text, String version) implements DuetArm {
        @Override
        public String kind() {
            return "a client version";
        }
    }

    /** An arm with brokers of this version, in a cluster of its own. */
    record Broker(String text, String version) implements DuetArm {
        @Override
        public String kind() {
            return "a broker version";
        }
    }

    /** An arm with one setting of the producer or its topic. */
    record Setting(String text, Axis axis, String value) implements DuetArm {
        @Override
        public String kind() {
            return "the setting " + axis.column();
        }
    }

    /** An arm with the two consumers of {@code Visible}, or with none. They read what the producer sends. */
    record Consumers(String text, Readers readers) implements DuetArm {
        private static final String PREFIX = "consumers=";

        private static final Map<String, Readers> BY_COUNT =
                Map.of("0", Readers.NONE, "2", Readers.BOTH_ISOLATION_LEVELS);

        @Override
        public String kind() {
            return "a number of consumers";
        }
    }

    /**
     * Returns the arm that {@code text} names.
     *
     * @param commits resolves the name of a commit to its full hash
     * @throws UsageException if it names no arm
     */
    static DuetArm parse(String text, Commits commits) {
        if (text.startsWith("client:")) {
            return new Client(text, version(text));
        }
        if (text.startsWith("broker:")) {
            return new Broker(text, version(text));
        }
        if (text.startsWith(Consumers.PREFIX)) {
            return consumers(text);
        }
        if (text.contains("=")) {
            return setting(text);
        }
        if (text.endsWith(".jar")) {
            return jar(text);
        }
        return commits.resolve(text)
                .map(sha -> new Commit(text, sha))
                .orElseThrow(
                        () -> new UsageException(
                                "'" + text + "' is no arm: expected a commit of this repository,"
                                        + " a .jar, client:VERSION, broker:VERSION, consumers=0 or 2, or a setting such as linger.ms=0"));
    }

    /** Resolves the name of a commit to its full hash; empty if git knows no such commit. */
    interface Commits {
        Optional<String> resolve(String name);
    }

    private static String version(String text) {
        String version = text.substring(text.indexOf(':') + 1);
        if (!VERSION.matcher(version).matches()) {
            throw new UsageException(text + ": expected a version of Kafka such as " + text.split(":")[0]
                    + ":4.4.0, got '" + version + "'");
        }
        return version;
    }

    private static Consumers consumers(String text) {
        String count = text.substring(Consumers.PREFIX.length());
        if (!Consumers.BY_COUNT.containsKey(count)) {
            throw new UsageException(text + ": expected " + Consumers.PREFIX + "0 or " + Consumers.PREFIX + "2 (one for"
                    + " each isolation level), got '" + count + "'");
        }
        return new Consumers(text, Consumers.BY_COUNT.get(count));
    }

    private static Setting setting(String text) {
        String name = text.substring(0, text.indexOf('='));
        String value = text.substring(text.indexOf('=') + 1);
        Axis axis = Arrays.stream(Axis.values())
                .filter(candidate -> candidate.column().equals(name))
                .findFirst()
                .orElseThrow(() -> unknownSetting(text, name));
        try {
            return new Setting(text, axis, axis.canonical(value));
        } catch (IllegalArgumentException e) {
            throw new UsageException(text + ": " + e.getMessage());
        }
    }

    private static UsageException unknownSetting(String text, String name) {
        var names = Arrays.stream(Axis.values()).map(Axis::column).toList();
        return new UsageException(text + ": there is no setting '" + name + "'"
                + NearestName.of(name, names)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse(". ")
                + names.stream().collect(Collectors.joining(", ", " The settings are ", "")));
    }

    private static Jar jar(String text) {
        Path file = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new UsageException(text + ": there is no such file; build one with ./mvnw package and name it");
        }
        return new Jar(file.getFileName().toString(), file);
    }
}
