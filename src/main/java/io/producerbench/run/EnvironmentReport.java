package io.producerbench.run;

import io.producerbench.cluster.BrokerImage;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.ClockCost;
import io.producerbench.environment.FileSystemType;
import io.producerbench.environment.JvmVariables;
import io.producerbench.environment.Sha256;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code environment.json} says about a run, so that a number can be judged years later. Every
 * run begins it alike and adds what only it knows. It holds no secret, and no path but that of the
 * brokers' data.
 */
public final class EnvironmentReport {
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private EnvironmentReport() {}

    /**
     * Begins a report with the machine, its clock, the checkout, and the JDKs of this program and
     * its forks.
     */
    public static EnvironmentReport of(RunStart start) {
        return new EnvironmentReport()
                .with("machine", start.machine())
                .with("clock", ClockCost.measure())
                .with("git", start.git())
                .with("beside", start.beside())
                .with(
                        "jdk",
                        new LinkedHashMap<>(
                                Map.of("suite", jdk(), "fork", start.jvm().version())))
                .with("jvm_variables", JvmVariables.read().flags());
    }

    /** Adds a fact, or replaces the one of this name. Returns this report. */
    public EnvironmentReport with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    /**
     * Adds the JDK of the brokers, where they tell it: brokers of an existing cluster do not. Returns this
     * report.
     */
    public EnvironmentReport withBrokerJdk(Cluster cluster) {
        if (cluster.kind() != ClusterKind.EXTERNAL) {
            @SuppressWarnings("unchecked")
            Map<String, Object> jdks = (Map<String, Object>) facts.get("jdk");
            jdks.put("broker", cluster.image().map(BrokerImage::java).orElseGet(EnvironmentReport::jdk));
        }
        return this;
    }

    /** Writes the report of a run that begins, or that goes on. */
    public void write(RunDirectory directory) {
        RunFile.writeJson(directory.nextEnvironment(), facts);
    }

    private static String jdk() {
        return System.getProperty("java.vendor") + " " + Runtime.version();
    }

    public static Map<String, Object> brokers(Cluster cluster) {
        Map<String, Object> brokers = new LinkedHashMap<>();
        brokers.put("kind", cluster.kind().label());
        brokers.put("version", cluster.brokerVersion());
        brokers.put("count", cluster.brokerCount());
        cluster.image().ifPresent(image -> brokers.put("image", Map.of("name", image.name(), "id", image.id())));
        brokers.put(
                "log_file_system",
                cluster.dataDirectory().flatMap(FileSystemType::of).map(FileSystemType::name));
        cluster.workDirectory().ifPresent(directory -> brokers.put("work_directory", facts(directory)));
        brokers.put("settings", cluster.brokerConfig());
        brokers.putAll(cluster.identity());
        return brokers;
    }

    /** Returns where the data of brokers goes, and how much may still be written there. */
    public static Map<String, Object> facts(WorkDirectory directory) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("path", directory.path().toString());
        facts.put("file_system", directory.fileSystem());
        facts.put("free_bytes", directory.freeBytes());
        return facts;
    }

    /**
     * Returns the SHA-256 digests of what is measured: this program's jar, if it runs from one, and
     * the brokers' Kafka jars.
     *
     * @param brokerJars their directory; empty where the brokers run from other jars than ours
     */
    public static Map<String, String> digests(Optional<Path> brokerJars) {
        Map<String, String> digests = new TreeMap<>();
        for (Path jar : Stream.concat(ownJar().stream(), brokerJars.stream().flatMap(EnvironmentReport::kafkaJars))
                .toList()) {
            digests.put(jar.getFileName().toString(), digest(jar));
        }
        return digests;
    }

    /** Returns the SHA-256 digest of a file, in hexadecimal. */
    public static String digest(Path file) {
        try {
            return Sha256.of(file).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Optional<Path> ownJar() {
        Path classPath = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
        return Files.isRegularFile(classPath) ? Optional.of(classPath) : Optional.empty();
    }

    private static Stream<Path> kafkaJars(Path directory) {
        try (Stream<Path> jars = Files.list(directory)) {
            return List.copyOf(jars.filter(jar -> jar.getFileName().toString().startsWith("kafka"))
                            .toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the brokers' jars in " + directory, e);
        }
    }
}
