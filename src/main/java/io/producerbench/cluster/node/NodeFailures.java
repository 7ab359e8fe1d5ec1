package io.producerbench.cluster.node;

import io.producerbench.process.LogTail;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells which of these nodes died by themselves, and the ends of their logs. */
public record NodeFailures(List<? extends Node> nodes) {

    private static final String PORT_LOST = "Address already in use";

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
        return first().map(node ->
                node.death().orElseThrow() + "; last log line: " + String.join("", node.lastLogLines(1)));
    }

    /** True if a node died because another process took its port after we chose it. */
    public boolean lostPort() {
        return nodes.stream()
                .filter(node -> node.death().isPresent())
                .flatMap(node -> node.lastLogLines(Integer.MAX_VALUE).stream())
                .anyMatch(line -> line.contains(PORT_LOST));
    }

    /** Returns the last log lines of the nodes of these names, dead or alive. */
    String lastWords(Collection<String> names) {
        return nodes.stream()
                .filter(node -> names.contains(node.name()))
                .map(node ->
                        "\nlast log lines of " + node.name() + ":" + LogTail.text(node.lastLogLines(Integer.MAX_VALUE)))
                .collect(Collectors.joining());
    }
}
