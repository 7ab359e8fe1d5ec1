package io.producerbench.cluster.docker;

import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.BrokerViews;
import io.producerbench.cluster.node.Brokers;
import io.producerbench.cluster.node.ClusterReadiness;
import io.producerbench.cluster.node.NodeFailures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The containers of one cluster, a controller and its brokers, whoever created them. */
final class ContainerNodes implements Brokers {

    private final List<BrokerAddress> addresses;
    private final List<ContainerNode> nodes;
    private final BrokerViews sight;
    private final NodeFailures deaths;
    private final ClusterReadiness gathering;

    /** @param ids the containers by the node they run */
    ContainerNodes(Docker docker, List<BrokerAddress> addresses, Map<String, String> ids) {
        this.addresses = List.copyOf(addresses);
        List<ContainerNode> found = new ArrayList<>();
        ids.forEach((name, id) -> found.add(new ContainerNode(docker, name, id)));
        this.nodes = List.copyOf(found);
        this.sight = new BrokerViews(this.addresses);
        this.deaths = new NodeFailures(nodes);
        this.gathering = new ClusterReadiness(sight, deaths);
    }

    List<BrokerAddress> addresses() {
        return addresses;
    }

    List<ContainerNode> nodes() {
        return nodes;
    }

    BrokerViews sight() {
        return sight;
    }

    NodeFailures deaths() {
        return deaths;
    }

    @Override
    public Set<Integer> ids() {
        return addresses.stream().map(BrokerAddress::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public ContainerNode broker(int id) {
        String name = BrokerAddress.nameOf(id);
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected the id of a broker, one of " + List.copyOf(ids()) + ", got " + id));
    }

    @Override
    public boolean revive(int id) {
        ContainerNode broker = broker(id);
        if (!broker.isKilled()) {
            return false;
        }
        broker.start();
        return true;
    }

    @Override
    public void awaitSight(Collection<Integer> asked, Set<Integer> wanted, String when) {
        gathering.await(asked, wanted, when);
    }

    /** Of all brokers but killed ones. Empty after one died by itself, or where Docker runs elsewhere. */
    OptionalLong brokerCpuNanos() {
        long sum = 0;
        for (int id : ids()) {
            if (broker(id).wasKilled()) {
                continue;
            }
            OptionalLong nanos = broker(id).cpuNanos();
            if (nanos.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += nanos.getAsLong();
        }
        return OptionalLong.of(sum);
    }
}
