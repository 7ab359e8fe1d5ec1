package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What cluster to start.
 *
 * @param brokerVersion the Kafka version of the brokers
 * @param brokerJars the directory that holds the brokers' whole class path
 * @param brokers how many brokers, beside the controller
 * @param java the executable that runs them
 * @param failedLogs where the logs of a failed start are kept; empty to drop them
 */
public record ClusterSpec(String brokerVersion, Path brokerJars, int brokers, Path java, Optional<Path> failedLogs) {

    public ClusterSpec {
        requireNonNull(brokerVersion, "brokerVersion");
        requireNonNull(brokerJars, "brokerJars");
        requireNonNull(java, "java");
        requireNonNull(failedLogs, "failedLogs");
        if (brokers < 1) {
            throw new IllegalArgumentException("expected at least 1 broker, got " + brokers);
        }
    }

    /** Three brokers on the JVM that runs this, logs of a failed start dropped. */
    public static ClusterSpec of(String brokerVersion, Path brokerJars) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ClusterSpec(brokerVersion, brokerJars, 3, java, Optional.empty());
    }

    /** The same, run by another {@code java}. */
    public ClusterSpec withJava(Path executable) {
        return new ClusterSpec(brokerVersion, brokerJars, brokers, executable, failedLogs);
    }

    /** The same, with the logs of a failed start kept in a new directory under this one. */
    public ClusterSpec withFailedLogs(Path directory) {
        return new ClusterSpec(brokerVersion, brokerJars, brokers, java, Optional.of(directory));
    }

    /** When this returns, the jars and the executable are there; how well they work is not known yet. */
    void requireRunnable() {
        if (!Files.isRegularFile(brokerJars.resolve("kafka_2.13-" + brokerVersion + ".jar"))) {
            throw new ClusterException("broker jars for " + brokerVersion + " are not in " + brokerJars
                    + ": run ./mvnw -q -f src/broker/pom.xml process-resources -Dkafka.broker.version="
                    + brokerVersion);
        }
        if (!Files.isExecutable(java)) {
            throw new ClusterException("expected an executable java to run the brokers, got " + java
                    + ": set JAVA_HOME to a JDK of 17 or newer");
        }
    }
}
