package io.producerbench.cluster.node;

import io.producerbench.process.LogTail;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of these nodes died by themselves, and what they said last. */
public record NodeFailures(List<? extends Node> nodes) {

    private static final String PORT_LOST = "Address already in use";

    /** The first node that died by itself; empty while there is none. */
    Optional<Node> first() {
        for (Node node : nodes) {
            if (node.death().isPresent()) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** One line on the first node that died by itself; empty while there is none. */
    public Optional<String> failure() {
        return first().map(node ->
                node.death().orElseThrow() + "; last log line: " + String.join("", node.lastLogLines(1)));
    }

    /** Whether a node died because someone else took its port between our choice of it and its start. */
    public boolean lostPort() {
        return nodes.stream()
                .filter(node -> node.death().isPresent())
                .flatMap(node -> node.lastLogLines(Integer.MAX_VALUE).stream())
                .anyMatch(line -> line.contains(PORT_LOST));
    }

    /** What the nodes of these names, dead or not, logged last. */
    String lastWords(Collection<String> names) {
        return nodes.stream()
                .filter(node -> names.contains(node.name()))
                .map(node ->
                        "\nlast log lines of " + node.name() + ":" + LogTail.text(node.lastLogLines(Integer.MAX_VALUE)))
                .collect(Collectors.joining());
    }
}
