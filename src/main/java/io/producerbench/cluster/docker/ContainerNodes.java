package io.producerbench.cluster.docker;

import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.ClusterNodes;
import java.util.List;
import java.util.Map;

/** The containers of one cluster, a controller and its brokers. */
final class ContainerNodes extends ClusterNodes<ContainerNode> {

    /** @param ids the containers' ids by the names of their nodes */
    ContainerNodes(Docker docker, List<BrokerAddress> addresses, Map<String, String> ids) {
        super(
                addresses,
                ids.entrySet().stream()
                        .map(node -> new ContainerNode(docker, node.getKey(), node.getValue()))
                        .toList());
    }

    @Override
    protected void start(ContainerNode node) {
        node.start();
    }
}
