package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import io.producerbench.cluster.node.NodeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What cluster to start.
 *
 * @param brokerVersion the Kafka version of the brokers
 * @param brokerJars the directory that holds the brokers' whole class path
 * @param brokers how many brokers, beside the controller
 * @param java the executable that runs them
 * @param failedLogs where the logs of a failed start are kept; empty to drop them
 * @param advertising where the brokers tell others to find them
 * @param brokerSettings Kafka settings that override the shared ones on every node, the controller too
 * @param brokerJvm the flags of each broker's JVM
 * @param existing the cluster that is not to be started but to be used
 * @param docker what brokers in containers need beside; nothing to others, as jars and executable are nothing to them
 */
public record ClusterSpec(
        String brokerVersion,
        Path brokerJars,
        int brokers,
        Path java,
        Optional<Path> failedLogs,
        Advertising advertising,
        Map<String, String> brokerSettings,
        List<String> brokerJvm,
        Optional<ExistingCluster> existing,
        DockerSpec docker) {

    public ClusterSpec {
        requireNonNull(brokerVersion, "brokerVersion");
        requireNonNull(brokerJars, "brokerJars");
        requireNonNull(java, "java");
        requireNonNull(failedLogs, "failedLogs");
        requireNonNull(advertising, "advertising");
        requireNonNull(existing, "existing");
        requireNonNull(docker, "docker");
        brokerSettings = Map.copyOf(brokerSettings);
        brokerJvm = List.copyOf(brokerJvm);
        if (brokers < 1) {
            throw new IllegalArgumentException("expected at least 1 broker, got " + brokers);
        }
        Set<String> own = new TreeSet<>(brokerSettings.keySet());
        own.retainAll(NodeSettings.OWN);
        if (!own.isEmpty()) {
            throw new IllegalArgumentException("expected settings that all nodes can share, got " + own);
        }
    }

    /** Three brokers on the JVM that runs this, advertised as they are, logs of a failed start dropped. */
    public static ClusterSpec of(String brokerVersion, Path brokerJars) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ClusterSpec(
                brokerVersion,
                brokerJars,
                3,
                java,
                Optional.empty(),
                Advertising.DIRECT,
                Map.of(),
                NodeSettings.BROKER_JVM,
                Optional.empty(),
                DockerSpec.in(Path.of("")));
    }

    /** The same, run by another {@code java}. */
    public ClusterSpec withJava(Path executable) {
        return new ClusterSpec(
                brokerVersion,
                brokerJars,
                brokers,
                executable,
                failedLogs,
                advertising,
                brokerSettings,
                brokerJvm,
                existing,
                docker);
    }

    /** The same, with the logs of a failed start kept in a new directory under this one. */
    public ClusterSpec withFailedLogs(Path directory) {
        return new ClusterSpec(
                brokerVersion,
                brokerJars,
                brokers,
                java,
                Optional.of(directory),
                advertising,
                brokerSettings,
                brokerJvm,
                existing,
                docker);
    }

    /** The same, with brokers that tell others to find them elsewhere. */
    public ClusterSpec withAdvertising(Advertising elsewhere) {
        return new ClusterSpec(
                brokerVersion,
                brokerJars,
                brokers,
                java,
                failedLogs,
                elsewhere,
                brokerSettings,
                brokerJvm,
                existing,
                docker);
    }

    /** The same, with Kafka settings that override the shared ones on every node, the controller too. */
    public ClusterSpec withBrokerSettings(Map<String, String> settings) {
        return new ClusterSpec(
                brokerVersion,
                brokerJars,
                brokers,
                java,
                failedLogs,
                advertising,
                settings,
                brokerJvm,
                existing,
                docker);
    }

    /** The same, with these flags instead of the usual ones for each broker's JVM. */
    public ClusterSpec withBrokerJvm(List<String> flags) {
        return new ClusterSpec(
                brokerVersion,
                brokerJars,
                brokers,
                java,
                failedLogs,
                advertising,
                brokerSettings,
                flags,
                existing,
                docker);
    }

    /** The same, for use of a cluster that somebody else runs. */
    public ClusterSpec withExisting(ExistingCluster cluster) {
        return new ClusterSpec(
                brokerVersion,
                brokerJars,
                brokers,
                java,
                failedLogs,
                advertising,
                brokerSettings,
                brokerJvm,
                Optional.of(cluster),
                docker);
    }

    /** The same, for brokers in containers. */
    public ClusterSpec withDocker(DockerSpec other) {
        return new ClusterSpec(
                brokerVersion,
                brokerJars,
                brokers,
                java,
                failedLogs,
                advertising,
                brokerSettings,
                brokerJvm,
                existing,
                other);
    }

    /** Whether clients have to speak another protocol than plaintext; the brokers among themselves then still do not. */
    public boolean isSecured() {
        return brokerSettings.containsKey(NodeSettings.PROTOCOLS);
    }

    /** When this returns, the jars and the executable are there; how well they work is not known yet. */
    public void requireRunnable() {
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
