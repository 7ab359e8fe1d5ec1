package io.producerbench.cluster.processes;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.node.BrokerAddress;
import io.producerbench.cluster.node.BrokerViews;
import io.producerbench.cluster.node.Brokers;
import io.producerbench.cluster.node.ClusterReadiness;
import io.producerbench.cluster.node.NodeFailures;
import io.producerbench.process.ParentDeathWatchdog;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The processes of one cluster, a controller and its brokers, with all they write. */
final class Nodes implements Brokers, AutoCloseable {

    private final Workspace workspace;
    private final ParentDeathWatchdog watchdog;
    private final Installation installation;
    private final BrokerViews sight;
    private final NodeFailures deaths;
    private final ClusterReadiness gathering;
    private boolean closed;

    private Nodes(Workspace workspace, ParentDeathWatchdog watchdog, Installation installation) {
        this.workspace = workspace;
        this.watchdog = watchdog;
        this.installation = installation;
        this.sight = new BrokerViews(installation.addresses());
        this.deaths = new NodeFailures(installation.nodes());
        this.gathering = new ClusterReadiness(sight, deaths);
    }

    /** When this returns, the nodes can be started, and no trace of them will outlive this JVM. */
    static Nodes prepare(ClusterSpec spec) {
        Workspace workspace = Workspace.create();
        ParentDeathWatchdog watchdog;
        try {
            watchdog = ParentDeathWatchdog.over(workspace.root());
        } catch (RuntimeException e) {
            workspace.remove();
            throw e;
        }
        try {
            return new Nodes(workspace, watchdog, Installation.into(workspace, spec));
        } catch (RuntimeException e) {
            watchdog.close();
            throw e;
        }
    }

    /** When this returns, every broker answers and sees all the others unfenced. */
    void start() {
        installation.nodes().forEach(this::start);
        awaitSight(ids(), ids(), "before the cluster was up");
    }

    @Override
    public synchronized boolean revive(int id) {
        NodeProcess broker = broker(id);
        if (!broker.isKilled()) {
            return false;
        }
        start(broker);
        return true;
    }

    private synchronized void start(NodeProcess node) {
        if (closed) {
            throw new ClusterException("the cluster was closed before " + node.name() + " was started");
        }
        node.start(watchdog);
    }

    @Override
    public void awaitSight(Collection<Integer> asked, Set<Integer> wanted, String when) {
        gathering.await(asked, wanted, when);
    }

    List<BrokerAddress> brokers() {
        return installation.addresses();
    }

    @Override
    public Set<Integer> ids() {
        return brokers().stream().map(BrokerAddress::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public NodeProcess broker(int id) {
        return installation.broker(id);
    }

    BrokerViews sight() {
        return sight;
    }

    Workspace workspace() {
        return workspace;
    }

    NodeFailures deaths() {
        return deaths;
    }

    /** Of all brokers but killed ones. Empty after one died by itself: what it consumed is no longer known. */
    OptionalLong brokerCpuNanos() {
        List<Optional<Duration>> times = installation.brokers().stream()
                .filter(broker -> !broker.isKilled())
                .map(NodeProcess::cpu)
                .toList();
        if (times.stream().anyMatch(Optional::isEmpty)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                times.stream().mapToLong(time -> time.orElseThrow().toNanos()).sum());
    }

    /** When this returns, no node runs and all they wrote is gone. Brokers go first: they wait for their controller. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        installation.brokers().forEach(NodeProcess::kill);
        installation.controller().kill();
        try {
            workspace.remove();
        } finally {
            watchdog.close();
        }
    }
}
