package io.producerbench.cluster;

import io.producerbench.cluster.docker.ComposeStart;
import io.producerbench.cluster.docker.DockerHost;
import io.producerbench.cluster.docker.DockerLaunch;
import io.producerbench.cluster.docker.TestcontainersStart;
import io.producerbench.cluster.external.ExternalCluster;
import io.producerbench.cluster.processes.ProcessCluster;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways brokers can be run; each constant starts its kind of cluster. */
public enum ClusterKind {
    /** Plain JVMs on this machine. */
    PROCESSES("processes", true) {
        @Override
        public Cluster start(ClusterSpec spec) {
            return ProcessCluster.start(spec);
        }
    },
    /** Containers of Kafka's own image, started by Testcontainers. */
    CONTAINERS("containers", true) {
        @Override
        public Cluster start(ClusterSpec spec) {
            return DockerLaunch.of(new TestcontainersStart(), spec).cluster();
        }
    },
    /** The services of the project's {@code docker-compose.yml}, as a compose project of their own. */
    COMPOSE("compose", true) {
        @Override
        public Cluster start(ClusterSpec spec) {
            return DockerLaunch.of(new ComposeStart(), spec).cluster();
        }
    },
    /** By somebody else, who lets us in. */
    EXTERNAL("external", false) {
        @Override
        public Cluster start(ClusterSpec spec) {
            return ExternalCluster.start(spec.existing()
                    .orElseThrow(() -> new IllegalArgumentException("expected a cluster that exists, got none")));
        }
    };

    private final String label;
    private final boolean controllable;

    ClusterKind(String label, boolean controllable) {
        this.label = label;
        this.controllable = controllable;
    }

    /** Whether its clusters have a {@link BrokerControl}. */
    public boolean isControllable() {
        return controllable;
    }

    /**
     * When this returns, every broker takes requests and sees all the others; when it throws a {@link ClusterException},
     * nothing was left behind but the logs that the message names.
     */
    public abstract Cluster start(ClusterSpec spec);

    /**
     * Whether clients reach its brokers' own sockets. A port that Docker publishes on 127.0.0.1 is a relay's, which may hold megabytes
     * in either direction; of what somebody else has put in between nothing is known.
     */
    public boolean isDirect() {
        return this == PROCESSES;
    }

    /**
     * When this returns, what it takes to start this kind seems to be here; looked at in no time, before anything else is
     * begun.
     */
    public void requireAvailable() {
        if (this == CONTAINERS || this == COMPOSE) {
            DockerHost.require(this);
        }
    }

    /**
     * Whether brokers of this kind can tell others to find this listener elsewhere on this machine. In Docker, brokers reach
     * each other on a network that this machine's ports are no part of.
     */
    public boolean canAdvertise(Listener listener) {
        return switch (this) {
            case PROCESSES -> true;
            case CONTAINERS, COMPOSE -> listener == Listener.CLIENT;
            case EXTERNAL -> false;
        };
    }

    /** The name in command lines and results. */
    public String label() {
        return label;
    }

    /** The kind with this label. */
    public static ClusterKind parse(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown kind of cluster: expected one of " + labels() + ", got '" + label + "'"));
    }

    private static String labels() {
        return Arrays.stream(values()).map(ClusterKind::label).collect(Collectors.joining(", "));
    }
}
