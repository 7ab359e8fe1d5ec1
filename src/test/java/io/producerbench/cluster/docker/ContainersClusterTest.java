package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterKind;

/** Brokers in containers that Testcontainers starts. */
@NeedsDocker
class ContainersClusterTest extends DockerClusterContract {

    @Override
    public ClusterKind kind() {
        return ClusterKind.CONTAINERS;
    }
}
