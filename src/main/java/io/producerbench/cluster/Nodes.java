package io.producerbench.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The processes of one cluster, a controller and its brokers, with all they write. */
final class Nodes implements AutoCloseable {

    private static final Patience PATIENCE = Patience.seconds(90);
    private static final String PORT_LOST = "Address already in use";
    private static final int LAST_LINES = 15;

    private final Workspace workspace;
    private final Watchdog watchdog;
    private final Installation installation;
    private boolean closed;

    private Nodes(Workspace workspace, Watchdog watchdog, Installation installation) {
        this.workspace = workspace;
        this.watchdog = watchdog;
        this.installation = installation;
    }

    /** When this returns, the nodes can be started, and no trace of them will outlive this JVM. */
    static Nodes prepare(ClusterSpec spec) {
        Workspace workspace = Workspace.create();
        Watchdog watchdog;
        try {
            watchdog = Watchdog.over(workspace.root());
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
        if (!PATIENCE.await(() -> dead().isPresent() || incomplete().isEmpty())) {
            throw new ClusterException(
                    "expected every broker to see all " + brokers().size() + " within "
                            + PATIENCE.limit() + ", got " + incomplete()
                            + lastWords(incomplete().keySet()));
        }
        Optional<NodeProcess> dead = dead();
        if (dead.isPresent()) {
            throw new ClusterException(dead.get().death().orElseThrow() + " before the cluster was up"
                    + lastWords(List.of(dead.get().name())));
        }
    }

    private synchronized void start(NodeProcess node) {
        if (closed) {
            throw new ClusterException("the cluster was closed before " + node.name() + " was started");
        }
        node.start(watchdog);
    }

    List<BrokerAddress> brokers() {
        return installation.addresses();
    }

    Workspace workspace() {
        return workspace;
    }

    /** One line on the first dead node; empty while all live. */
    Optional<String> failure() {
        return dead().map(node ->
                node.death().orElseThrow() + "; last log line: " + String.join("", node.lastLogLines(1)));
    }

    /** Whether a node died because someone else took its port between our choice of it and its start. */
    boolean lostPort() {
        return installation.nodes().stream()
                .filter(node -> node.death().isPresent())
                .flatMap(node -> node.lastLogLines(Integer.MAX_VALUE).stream())
                .anyMatch(line -> line.contains(PORT_LOST));
    }

    /** Empty while a broker is dead: what it consumed is no longer known. */
    OptionalLong brokerCpuNanos() {
        List<Optional<Duration>> times =
                installation.brokers().stream().map(NodeProcess::cpu).toList();
        if (times.stream().anyMatch(Optional::isEmpty)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                times.stream().mapToLong(time -> time.orElseThrow().toNanos()).sum());
    }

    private Optional<NodeProcess> dead() {
        return installation.nodes().stream()
                .filter(node -> node.death().isPresent())
                .findFirst();
    }

    /** The brokers that do not see all brokers yet, with what they see instead. */
    private Map<String, String> incomplete() {
        Set<Integer> wanted = brokers().stream().map(BrokerAddress::id).collect(Collectors.toSet());
        Map<String, String> incomplete = new TreeMap<>();
        for (BrokerAddress broker : brokers()) {
            try {
                Set<Integer> seen = new BrokerProbe(broker).ask().brokers();
                if (!seen.equals(wanted)) {
                    incomplete.put(broker.name(), seen.toString());
                }
            } catch (IOException e) {
                incomplete.put(broker.name(), "no answer: " + e.getMessage());
            }
        }
        return incomplete;
    }

    private String lastWords(Collection<String> names) {
        return installation.nodes().stream()
                .filter(node -> names.contains(node.name()))
                .map(node -> "\nlast log lines of " + node.name() + ":\n  "
                        + String.join("\n  ", node.lastLogLines(LAST_LINES)))
                .collect(Collectors.joining());
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
