package io.producerbench.cluster.processes;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
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
 * Brokers and a dedicated controller as plain JVMs on this machine. Dedicated, so that what happens to brokers never
 * touches the quorum. Should this JVM end without {@link #close()}, even while starting, a watchdog cleans up.
 */
public final class ProcessCluster implements Cluster {

    private static final int STARTS = 3;

    private final ClusterSpec spec;
    private final Nodes nodes;
    private final ClusterTopics topics;

    private ProcessCluster(ClusterSpec spec, Nodes nodes) {
        this.spec = spec;
        this.nodes = nodes;
        this.topics = new ClusterTopics(
                spec.isSecured() ? openServers() : bootstrapServers(),
                nodes.brokers().stream().map(BrokerProbe::new).toList());
    }

    public static Cluster start(ClusterSpec spec) {
        spec.requireRunnable();
        for (int starts = 1; ; starts++) {
            Nodes nodes = Nodes.prepare(spec);
            try {
                nodes.start();
                return new ProcessCluster(spec, nodes);
            } catch (RuntimeException e) {
                try (nodes) {
                    if (starts == STARTS || !nodes.deaths().lostPort()) {
                        throw withLogs(spec, nodes, e);
                    }
                }
            }
        }
    }

    private static RuntimeException withLogs(ClusterSpec spec, Nodes nodes, RuntimeException failure) {
        if (spec.failedLogs().isEmpty()) {
            return failure;
        }
        Path kept = spec.failedLogs().get().resolve(nodes.workspace().root().getFileName());
        nodes.workspace().copyLogs(kept);
        return new ClusterException(failure.getMessage() + "\nall logs are in " + kept, failure);
    }

    @Override
    public String bootstrapServers() {
        return nodes.brokers().stream().map(BrokerAddress::bootstrapServer).collect(Collectors.joining(","));
    }

    /** Ours, where clients need more than an address. */
    public String openServers() {
        return nodes.brokers().stream().map(BrokerAddress::openServer).collect(Collectors.joining(","));
    }

    @Override
    public ClusterKind kind() {
        return ClusterKind.PROCESSES;
    }

    @Override
    public String brokerVersion() {
        return spec.brokerVersion();
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
        return Optional.of(nodes.workspace().data());
    }

    @Override
    public Optional<Path> dataDirectory(int broker) {
        return Optional.of(nodes.workspace().data(nodes.broker(broker).name()));
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
        nodes.workspace().copyLogs(directory);
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
        try {
            topics.close();
        } finally {
            nodes.close();
        }
    }
}
