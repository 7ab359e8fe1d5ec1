package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.node.BrokerAddress;
import java.util.List;

/** A way to create a cluster's containers. */
interface DockerStart {

    ClusterKind kind();

    /** How what is created under this name will be marked. */
    DockerLabels marks(String name);

    /** When this returns, the containers run, brokers published at their addresses, and are marked; they need not see each other yet. */
    void start(DockerLabels marks, ClusterSpec spec, List<BrokerAddress> addresses);
}
