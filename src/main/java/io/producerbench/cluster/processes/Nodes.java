package io.producerbench.cluster.processes;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.node.ClusterNodes;
import io.producerbench.process.ParentDeathWatchdog;

/** The processes of one cluster, a controller and its brokers, and the directory they write to. */
final class Nodes extends ClusterNodes<NodeProcess> implements AutoCloseable {

    private final Workspace workspace;
    private final ParentDeathWatchdog watchdog;
    private final Installation installation;
    private boolean closed;

    private Nodes(Workspace workspace, ParentDeathWatchdog watchdog, Installation installation) {
        super(installation.addresses(), installation.nodes());
        this.workspace = workspace;
        this.watchdog = watchdog;
        this.installation = installation;
    }

    /** When this returns, the nodes can be started, and a watchdog ends them with this JVM. */
    static Nodes prepare(ClusterSpec spec) {
        Workspace workspace = Workspace.in(spec.processes().workDirectory());
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
        nodes().forEach(this::start);
        awaitViews(ids(), ids(), "before the cluster was up");
    }

    @Override
    protected synchronized void start(NodeProcess node) {
        if (closed) {
            throw new ClusterException("the cluster was closed before " + node.name() + " was started");
        }
        node.start(watchdog);
    }

    Workspace workspace() {
        return workspace;
    }

    /**
     * When this returns, no node runs and its data is gone. The controller is killed last, because
     * brokers wait for it.
     */
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
