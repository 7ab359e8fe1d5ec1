package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterKind;

/** Brokers in containers that a compose client starts. */
@NeedsDocker(compose = true)
class ComposeClusterTest extends DockerClusterContract {

    @Override
    public ClusterKind kind() {
        return ClusterKind.COMPOSE;
    }
}
