package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import io.producerbench.environment.WorkDirectory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The cluster to start: one part for every kind that we start, and one part for each kind.
 *
 * @param brokers the brokers of every kind that we start
 * @param processes what only brokers as processes need
 * @param docker what only brokers in containers need
 * @param existing the cluster to use instead of starting one
 * @param failedLogs where the logs of a cluster that failed are kept; empty to drop them
 */
public record ClusterSpec(
        BrokerSpec brokers,
        ProcessSpec processes,
        DockerSpec docker,
        Optional<ExistingCluster> existing,
        Optional<Path> failedLogs) {

    public ClusterSpec {
        requireNonNull(brokers, "brokers");
        requireNonNull(processes, "processes");
        requireNonNull(docker, "docker");
        requireNonNull(existing, "existing");
        requireNonNull(failedLogs, "failedLogs");
    }

    /** Returns three brokers on the JVM that runs this; the logs of a failure are dropped. */
    public static ClusterSpec of(String brokerVersion, Path brokerJars) {
        return of(brokerVersion, ProcessSpec.of(brokerJars));
    }

    /** Returns three brokers; the logs of a failure are dropped. */
    public static ClusterSpec of(String brokerVersion, ProcessSpec processes) {
        return new ClusterSpec(
                BrokerSpec.of(brokerVersion),
                processes,
                DockerSpec.in(Path.of("")),
                Optional.empty(),
                Optional.empty());
    }

    public ClusterSpec withBrokers(BrokerSpec other) {
        return new ClusterSpec(other, processes, docker, existing, failedLogs);
    }

    /** Returns these brokers with another directory for the data of brokers as processes. */
    public ClusterSpec in(WorkDirectory directory) {
        return new ClusterSpec(brokers, processes.in(directory), docker, existing, failedLogs);
    }

    public ClusterSpec withDocker(DockerSpec other) {
        return new ClusterSpec(brokers, processes, other, existing, failedLogs);
    }

    public ClusterSpec withExisting(ExistingCluster cluster) {
        return new ClusterSpec(brokers, processes, docker, Optional.of(cluster), failedLogs);
    }

    public ClusterSpec withFailedLogs(Path directory) {
        return new ClusterSpec(brokers, processes, docker, existing, Optional.of(directory));
    }
}
