package io.producerbench.cluster;

/** Brokers in containers that Testcontainers starts. */
@NeedsDocker
class ContainersClusterTest extends DockerClusterContract {

    @Override
    ClusterKind kind() {
        return ClusterKind.CONTAINERS;
    }
}
