package io.producerbench.cluster.node;

import io.producerbench.process.LogTail;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells which of these nodes died by themselves, and the ends of their logs. */
public record NodeFailures(List<? extends Node> nodes) {

    private static final String PORT_LOST = "Address already in use";

    /** A stack trace with all its causes is shorter. */
    private static final int LINES = 200;

    /** Returns the first node that died by itself; empty while there is none. */
    Optional<Node> first() {
        for (Node node : nodes) {
            if (node.death().isPresent()) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** Returns one line on the first node that died by itself; empty while there is none. */
    Optional<String> failure() {
        return first().map(node -> node.death().orElseThrow() + "; " + lastWords(node));
    }

    /** True if a node died because another process took its port after we chose it. */
    public boolean lostPort() {
        return nodes.stream()
                .filter(node -> node.death().isPresent())
                .flatMap(node -> node.lastLogLines(Integer.MAX_VALUE).stream())
                .anyMatch(line -> line.contains(PORT_LOST));
    }

    /** Returns what the logs of the nodes of these names say, dead or alive. */
    String lastWords(Collection<String> names) {
        return nodes.stream()
                .filter(node -> names.contains(node.name()))
                .map(node -> "; " + node.name() + ", " + lastWords(node))
                .collect(Collectors.joining());
    }

    static String lastWords(Node node) {
        return LogTail.reason(node.lastLogLines(LINES));
    }
}
