package io.producerbench.cluster.processes;

import io.producerbench.cluster.Cluster;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.ClusterSpec;
import io.producerbench.cluster.node.NodeCluster;
import io.producerbench.environment.WorkDirectory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Brokers and a dedicated controller as plain JVMs on this machine. The controller is dedicated, so
 * that what happens to brokers never affects the quorum. If this JVM ends without {@link #close()},
 * even during the start, a watchdog cleans up.
 */
public final class ProcessCluster extends NodeCluster {

    private static final int STARTS = 3;

    private final ClusterSpec spec;
    private final Nodes nodes;
    private final Autopsy autopsy;

    private ProcessCluster(ClusterSpec spec, Nodes nodes, Autopsy autopsy) {
        super(spec.brokers(), nodes, autopsy::of);
        this.spec = spec;
        this.nodes = nodes;
        this.autopsy = autopsy;
    }

    public static Cluster start(ClusterSpec spec) {
        spec.processes().requireRunnable(spec.brokers().version());
        for (int starts = 1; ; starts++) {
            Nodes nodes = Nodes.prepare(spec);
            try {
                nodes.start();
                return new ProcessCluster(spec, nodes, autopsy(spec, nodes));
            } catch (RuntimeException e) {
                try (nodes) {
                    if (starts == STARTS || !nodes.failures().lostPort()) {
                        throw new ClusterException(autopsy(spec, nodes).of(e.getMessage()), e);
                    }
                }
            }
        }
    }

    private static Autopsy autopsy(ClusterSpec spec, Nodes nodes) {
        Workspace workspace = nodes.workspace();
        return new Autopsy(
                workspace,
                spec.processes().workDirectory(),
                spec.failedLogs().map(logs -> logs.resolve(workspace.root().getFileName())));
    }

    @Override
    public Optional<String> diskProblem() {
        return autopsy.diskProblem();
    }

    @Override
    public ClusterKind kind() {
        return ClusterKind.PROCESSES;
    }

    @Override
    public String brokerVersion() {
        return spec.brokers().version();
    }

    @Override
    public Optional<Path> dataDirectory() {
        return Optional.of(nodes.workspace().data());
    }

    @Override
    public Optional<WorkDirectory> workDirectory() {
        return Optional.of(spec.processes().workDirectory());
    }

    @Override
    public Optional<Path> dataDirectory(int broker) {
        return Optional.of(nodes.workspace().data(nodes.broker(broker).name()));
    }

    @Override
    public void keepLogs(Path directory) {
        nodes.workspace().copyLogs(directory);
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            nodes.close();
        }
    }
}
