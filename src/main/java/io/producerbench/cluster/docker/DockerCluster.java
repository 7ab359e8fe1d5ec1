package io.producerbench.cluster.docker;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.BrokerImage;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState;
import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.BrokerProbe;
import io.producerbench.cluster.node.ClusterTopics;
import io.producerbench.cluster.node.NodeControl;
import io.producerbench.cluster.node.NodeSettings;
import io.producerbench.cluster.node.ReplicaDirectories;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Brokers and a dedicated controller in containers on this machine, published on 127.0.0.1 alone. Should this JVM end without
 * {@link #close()}, even while starting, a watchdog removes containers, volumes and network, if there is a docker command.
 */
final class DockerCluster implements Cluster {

    private final ClusterKind kind;
    private final ClusterSpec spec;
    private final DockerLeftovers remains;
    private final ContainerNodes nodes;
    private final BrokerImage image;
    private final ClusterTopics topics;

    DockerCluster(
            ClusterKind kind, ClusterSpec spec, DockerLeftovers remains, ContainerNodes nodes, BrokerImage image) {
        this.kind = kind;
        this.spec = spec;
        this.remains = remains;
        this.nodes = nodes;
        this.image = image;
        this.topics = new ClusterTopics(
                bootstrapServers(),
                nodes.addresses().stream().map(BrokerProbe::new).toList());
    }

    @Override
    public String bootstrapServers() {
        return nodes.addresses().stream().map(BrokerAddress::bootstrapServer).collect(Collectors.joining(","));
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
    public int brokerCount() {
        return spec.brokers();
    }

    @Override
    public List<Integer> brokers() {
        return List.copyOf(nodes.ids());
    }

    @Override
    public Optional<BrokerControl> control() {
        return Optional.of(new NodeControl(nodes));
    }

    @Override
    public Map<String, String> brokerConfig() {
        return NodeSettings.shared(spec);
    }

    @Override
    public List<String> brokerJvmFlags() {
        return spec.brokerJvm();
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
    public OptionalLong brokerCpuNanos() {
        return nodes.brokerCpuNanos();
    }

    @Override
    public Optional<String> failure() {
        return nodes.deaths().failure();
    }

    @Override
    public void keepLogs(Path directory) {
        nodes.nodes().forEach(node -> remains.docker().keepLog(node.id(), directory, node.name()));
    }

    @Override
    public void createTopic(TopicSpec topic) {
        topics.create(topic);
    }

    @Override
    public void deleteTopic(String topic) {
        topics.delete(topic);
        ReplicaDirectories.awaitGone(nodes, this::dataDirectory, topic);
    }

    @Override
    public TopicState describe(String topic) {
        return topics.describe(topic);
    }

    @Override
    public void awaitInSync() {
        topics.awaitInSync();
    }

    @Override
    public void rebalance() {
        topics.rebalance();
    }

    @Override
    public Optional<TopicState> seenBy(int broker, String topic) {
        return nodes.sight().topic(broker, topic);
    }

    @Override
    public long logEndOffsetSum(String topic) {
        return topics.logEndOffsetSum(topic);
    }

    @Override
    public void close() {
        try (remains) {
            topics.close();
        }
    }
}
