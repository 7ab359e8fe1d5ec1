package io.producerbench.cluster.node;

import io.producerbench.cluster.NodeUsage;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The nodes of one cluster: a controller, and brokers that can be killed and started again. */
public abstract class ClusterNodes<N extends Node> {

    private final List<BrokerAddress> addresses;
    private final List<N> nodes;
    private final BrokerViews views;
    private final NodeFailures failures;

    /**
     * @param addresses of the brokers, in order
     * @param nodes the brokers and the controller
     */
    protected ClusterNodes(List<BrokerAddress> addresses, List<N> nodes) {
        this.addresses = List.copyOf(addresses);
        this.nodes = List.copyOf(nodes);
        this.views = new BrokerViews(this.addresses);
        this.failures = new NodeFailures(this.nodes);
    }

    /** When this returns, the node runs again; it may not answer yet. */
    protected abstract void start(N node);

    /**
     * When this returns true, a killed broker runs again; it may not answer yet. False if the
     * broker lives, or died by itself, because a restart would hide that failure.
     */
    final synchronized boolean revive(int id) {
        N broker = broker(id);
        if (!broker.isKilled()) {
            return false;
        }
        start(broker);
        return true;
    }

    /**
     * When this returns, each asked broker answers and sees the wanted ones unfenced, and no node
     * died by itself.
     */
    public final void awaitViews(Collection<Integer> asked, Set<Integer> wanted, String when) {
        new ClusterReadiness(views, failures).await(asked, wanted, when);
    }

    public final List<BrokerAddress> addresses() {
        return addresses;
    }

    public final List<N> nodes() {
        return nodes;
    }

    final BrokerViews views() {
        return views;
    }

    public final NodeFailures failures() {
        return failures;
    }

    /** Returns the ids of the brokers, in order. */
    public final Set<Integer> ids() {
        return addresses.stream().map(BrokerAddress::id).collect(Collectors.toCollection(TreeSet::new));
    }

    public final N broker(int id) {
        String name = BrokerAddress.nameOf(id);
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected the id of a broker, one of " + List.copyOf(ids()) + ", got " + id));
    }

    /**
     * Returns what the nodes but killed ones have consumed; empty values where a node's cannot be
     * read, as after it died by itself.
     */
    final NodeUsage usage() {
        List<N> brokers = ids().stream()
                .map(this::broker)
                .filter(node -> !node.wasKilled())
                .toList();
        List<N> all = nodes.stream().filter(node -> !node.wasKilled()).toList();
        return new NodeUsage(
                sum(brokers, Node::cpuNanos),
                sum(all, Node::cpuNanos),
                sum(brokers, Node::compilerNanos),
                brokers.stream().anyMatch(Node::isStopped));
    }

    private static OptionalLong sum(List<? extends Node> some, Function<Node, OptionalLong> value) {
        long sum = 0;
        for (Node node : some) {
            OptionalLong nanos = value.apply(node);
            if (nanos.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += nanos.getAsLong();
        }
        return OptionalLong.of(sum);
    }
}
