package io.producerbench.cluster.docker;

import com.github.dockerjava.api.exception.DockerException;
import io.producerbench.cluster.BrokerImage;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.Listener;
import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.BrokerAddress.Ports;
import io.producerbench.cluster.node.FreePorts;
import io.producerbench.cluster.node.NodeSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Starts clusters in containers, and removes everything of those that did not come up. */
public record DockerLaunch(DockerStart way, ClusterSpec spec, Docker docker) {

    private static final int STARTS = 3;

    public static DockerLaunch of(DockerStart way, ClusterSpec spec) {
        return new DockerLaunch(way, spec, Docker.reach(way.kind()));
    }

    /**
     * When this returns, every broker answers and sees all the others. A start that lost a port is
     * tried again.
     */
    public Cluster cluster() {
        for (int starts = 1; ; starts++) {
            DockerLabels labels =
                    way.labels("producer-bench-" + UUID.randomUUID().toString().substring(0, 8));
            DockerLeftovers leftovers = DockerLeftovers.guarded(docker, labels);
            try {
                return started(labels, leftovers);
            } catch (RuntimeException e) {
                try (leftovers) {
                    if (starts == STARTS || !lostPort(e)) {
                        throw withLogs(labels, readable(e));
                    }
                }
            }
        }
    }

    private Cluster started(DockerLabels labels, DockerLeftovers leftovers) {
        List<BrokerAddress> addresses = addresses();
        way.start(labels, spec, addresses);
        ContainerNodes nodes = new ContainerNodes(docker, addresses, docker.containers(labels));
        nodes.awaitViews(nodes.ids(), nodes.ids(), "before the cluster was up");
        BrokerImage image = ImageQuestions.of(docker, nodes.broker(1).id());
        image.requireVersion(spec.brokers().version());
        return new DockerCluster(way.kind(), spec.brokers(), leftovers, nodes, image);
    }

    /**
     * Returns ports that we chose, because Docker would choose others when a broker is started
     * again.
     */
    private List<BrokerAddress> addresses() {
        List<BrokerAddress> addresses = new ArrayList<>();
        try (FreePorts ports = new FreePorts()) {
            for (int id = 1; id <= spec.brokers().count(); id++) {
                int published = ports.next();
                int advertised = spec.brokers().advertising().advertised(id, Listener.CLIENT, published);
                addresses.add(new BrokerAddress(
                        id,
                        NodeSettings.HOST,
                        new Ports(published, ContainerSettings.REPLICATION_PORT),
                        new Ports(advertised, ContainerSettings.REPLICATION_PORT),
                        published));
            }
        }
        return addresses;
    }

    /** Docker has no error code for this. */
    private static boolean lostPort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("port is already allocated") || message.contains("address already in use")) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException readable(RuntimeException failure) {
        return failure instanceof DockerException
                ? new ClusterException("expected Docker to run the brokers, got: " + failure.getMessage(), failure)
                : failure;
    }

    private RuntimeException withLogs(DockerLabels labels, RuntimeException failure) {
        if (spec.failedLogs().isEmpty() || docker.containers(labels).isEmpty()) {
            return failure;
        }
        Path kept = spec.failedLogs().get().resolve(labels.cluster());
        docker.containers(labels).forEach((node, id) -> docker.keepLog(id, kept, node));
        return new ClusterException(failure.getMessage() + "; all logs are in " + kept, failure);
    }
}
