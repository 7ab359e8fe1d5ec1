package io.producerbench.cluster.docker;

import io.producerbench.cluster.BrokerImage;
import io.producerbench.cluster.BrokerSpec;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.node.NodeCluster;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Brokers and a dedicated controller in containers on this machine, published on 127.0.0.1 alone.
 * If this JVM ends without {@link #close()}, even during the start, a watchdog removes containers,
 * volumes and network, if there is a docker command.
 */
final class DockerCluster extends NodeCluster {

    private final ClusterKind kind;
    private final DockerLeftovers leftovers;
    private final ContainerNodes nodes;
    private final BrokerImage image;

    DockerCluster(
            ClusterKind kind, BrokerSpec spec, DockerLeftovers leftovers, ContainerNodes nodes, BrokerImage image) {
        super(spec, nodes, UnaryOperator.identity());
        this.kind = kind;
        this.leftovers = leftovers;
        this.nodes = nodes;
        this.image = image;
    }

    @Override
    public ClusterKind kind() {
        return kind;
    }

    @Override
    public String brokerVersion() {
        return image.kafkaVersion();
    }

    @Override
    public Optional<BrokerImage> image() {
        return Optional.of(image);
    }

    @Override
    public Optional<Path> dataDirectory() {
        return dataDirectory(1);
    }

    @Override
    public Optional<Path> dataDirectory(int broker) {
        return nodes.broker(broker).data();
    }

    @Override
    public void keepLogs(Path directory) {
        nodes.nodes().forEach(node -> leftovers.docker().keepLog(node.id(), directory, node.name()));
    }

    @Override
    public void close() {
        try (leftovers) {
            super.close();
        }
    }
}
