package io.producerbench.cluster.node;

import io.producerbench.cluster.BrokerControl;
import io.producerbench.cluster.BrokerSpec;
import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.NodeUsage;
import io.producerbench.cluster.TopicSpec;
import io.producerbench.cluster.TopicState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A cluster whose nodes we started, as processes or as containers. */
public abstract class NodeCluster implements Cluster {

    private final BrokerSpec spec;
    private final ClusterNodes<?> nodes;
    private final ClusterTopics topics;
    private final Supplier<Optional<String>> failure;

    /**
     * @param nodes closed by the subclass, after {@link #close()} of this class
     * @param explained adds to the text of a failure what else is known of it
     */
    protected NodeCluster(BrokerSpec spec, ClusterNodes<?> nodes, UnaryOperator<String> explained) {
        this.spec = spec;
        this.nodes = nodes;
        this.failure = () -> nodes.failures().failure().map(explained);
        this.topics = new ClusterTopics(
                spec.isSecured() ? openServers() : bootstrapServers(),
                nodes.addresses().stream().map(BrokerProbe::new).toList(),
                failure);
    }

    @Override
    public final String bootstrapServers() {
        return servers(BrokerAddress::bootstrapServer);
    }

    /** Returns where the brokers take requests without TLS and from any client. */
    public final String openServers() {
        return servers(BrokerAddress::openServer);
    }

    private String servers(Function<BrokerAddress, String> server) {
        return nodes.addresses().stream().map(server).collect(Collectors.joining(","));
    }

    @Override
    public final int brokerCount() {
        return spec.count();
    }

    @Override
    public final List<Integer> brokers() {
        return List.copyOf(nodes.ids());
    }

    @Override
    public final Optional<BrokerControl> control() {
        return Optional.of(new NodeControl(nodes));
    }

    @Override
    public final Map<String, String> brokerConfig() {
        return NodeSettings.shared(spec);
    }

    @Override
    public final List<String> brokerJvmFlags() {
        return spec.jvm();
    }

    @Override
    public final OptionalLong brokerCpuNanos() {
        return usage().brokerCpuNanos();
    }

    @Override
    public final NodeUsage usage() {
        return nodes.usage();
    }

    @Override
    public final Optional<String> failure() {
        return failure.get();
    }

    @Override
    public final void createTopic(TopicSpec topic) {
        topics.create(topic);
    }

    @Override
    public final void deleteTopic(String topic) {
        topics.delete(topic);
        // A killed broker deletes nothing before it is back.
        List<Path> directories = brokers().stream()
                .filter(broker -> !nodes.broker(broker).isKilled())
                .flatMap(broker -> dataDirectory(broker).stream())
                .toList();
        ReplicaDirectories.awaitGone(directories, topic);
    }

    @Override
    public final TopicState describe(String topic) {
        return topics.describe(topic);
    }

    @Override
    public final void awaitInSync() {
        topics.awaitInSync();
    }

    @Override
    public final void rebalance() {
        topics.rebalance();
    }

    @Override
    public final Optional<TopicState> seenBy(int broker, String topic) {
        return nodes.views().topic(broker, topic);
    }

    @Override
    public final long logEndOffsetSum(String topic) {
        return topics.logEndOffsetSum(topic);
    }

    /** When this returns, our own connections to the brokers are closed. */
    @Override
    public void close() {
        topics.close();
    }
}
