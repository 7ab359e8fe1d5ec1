package io.producerbench.run;

import io.producerbench.cluster.ClusterSpec;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.failure.UsageException;
import io.producerbench.process.ExternalCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the class path of brokers of any version. What is missing is fetched by the brokers' own
 * POM.
 */
public final class BrokerJars {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[A-Za-z0-9][\\w.-]*)?");

    private BrokerJars() {}

    /**
     * Returns the version, which names a directory and an artifact.
     *
     * @throws UsageException if it is no version
     */
    public static String requireVersion(String option, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new UsageException(
                    option + " " + version + ": expected a version of Kafka such as 4.3.1, got '" + version + "'");
        }
        return version;
    }

    /**
     * Returns the directory with the jars.
     *
     * @throws EnvironmentException if there is no such version, or it cannot be fetched
     */
    public static Path of(String version, Path project, Progress progress) {
        Path jars = in(project, version);
        if (!Files.exists(jars.resolve("kafka_2.13-" + version + ".jar"))) {
            progress.report("fetching the jars of brokers " + version);
            try {
                Path log =
                        Files.createDirectories(project.resolve("target/arms")).resolve("broker-" + version + ".log");
                List<String> command = List.of(
                        project.resolve("mvnw").toString(),
                        "-B",
                        "-ntp",
                        "-f",
                        "src/broker/pom.xml",
                        "process-resources",
                        "-Dkafka.broker.version=" + version);
                new ExternalCommand(command, project, log).run("fetching the jars of brokers " + version);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot fetch the jars of brokers " + version, e);
            }
        }
        return jars;
    }

    /**
     * Returns the specification of brokers of this version as processes, whose jars are in the
     * checkout.
     */
    public static ClusterSpec spec(String version, Path project) {
        return spec(version, in(project, version), project);
    }

    /**
     * Returns the specification of brokers of this version as processes, which run from these jars.
     */
    public static ClusterSpec spec(String version, Path jars, Path project) {
        return ClusterSpec.of(version, jars).withFailedLogs(project.resolve("target/failed-start"));
    }

    /**
     * Returns the directory in the checkout that holds the jars of this version, if they were
     * fetched.
     */
    public static Path in(Path project, String version) {
        return project.resolve("target/brokers").resolve(version);
    }
}
