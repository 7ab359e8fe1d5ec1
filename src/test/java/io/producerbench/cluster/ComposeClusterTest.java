package io.producerbench.cluster;

/** Brokers in containers that a compose client starts. */
@NeedsDocker(compose = true)
class ComposeClusterTest extends DockerClusterContract {

    @Override
    ClusterKind kind() {
        return ClusterKind.COMPOSE;
    }
}
