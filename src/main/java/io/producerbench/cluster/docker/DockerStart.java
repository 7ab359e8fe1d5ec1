package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.node.BrokerAddress;
import java.util.List;

/** A way to create a cluster's containers. */
interface DockerStart {

    ClusterKind kind();

    /** Returns the labels of everything that is created under this name. */
    DockerLabels labels(String name);

    /**
     * When this returns, the containers run and are labelled, and the brokers are published at
     * their addresses. They may not see each other yet.
     */
    void start(DockerLabels labels, ClusterSpec spec, List<BrokerAddress> addresses);
}
