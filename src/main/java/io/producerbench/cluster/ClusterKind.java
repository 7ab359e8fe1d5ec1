package io.producerbench.cluster;

import io.producerbench.cluster.docker.ComposeStart;
import io.producerbench.cluster.docker.DockerHost;
import io.producerbench.cluster.docker.DockerLaunch;
import io.producerbench.cluster.docker.TestcontainersStart;
import io.producerbench.cluster.external.ExternalCluster;
import io.producerbench.cluster.processes.ProcessCluster;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways to run brokers. Each constant starts its kind of cluster. */
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
    /**
     * The services of the project's {@code docker-compose.yml}, as a compose project of their own.
     */
    COMPOSE("compose", true) {
        @Override
        public Cluster start(ClusterSpec spec) {
            return DockerLaunch.of(new ComposeStart(), spec).cluster();
        }
    },
    /** A cluster that runs already and is only used. */
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

    /** True if its clusters have a {@link BrokerControl}. */
    public boolean isControllable() {
        return controllable;
    }

    /**
     * When this returns, every broker takes requests and sees all the others. If it throws a
     * {@link ClusterException}, nothing is left but the logs that the message names.
     */
    public abstract Cluster start(ClusterSpec spec);

    /**
     * True if clients connect to the brokers' own sockets. A port that Docker publishes on
     * 127.0.0.1 belongs to a relay, which may hold megabytes in either direction. What is between
     * us and a cluster that we did not start is unknown.
     */
    public boolean isDirect() {
        return this == PROCESSES;
    }

    /**
     * Throws if something that this kind needs is not on this machine. Takes no time, so that it
     * can be called before anything else is begun.
     */
    public void requireAvailable() {
        if (this == CONTAINERS || this == COMPOSE) {
            DockerHost.require(this);
        }
    }

    /**
     * True if brokers of this kind can advertise another port of this machine for this listener. In
     * Docker, brokers reach each other on a network of their own, without this machine's ports.
     */
    public boolean canAdvertise(Listener listener) {
        return switch (this) {
            case PROCESSES -> true;
            case CONTAINERS, COMPOSE -> listener == Listener.CLIENT;
            case EXTERNAL -> false;
        };
    }

    /** Returns the name in command lines and results. */
    public String label() {
        return label;
    }

    /** Returns the kind with this label. */
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
