package io.producerbench.cluster.node;

import io.producerbench.cluster.ClusterException;
import io.producerbench.process.Polling;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Waits for brokers to find each other, and gives up when a node dies by itself. */
record ClusterReadiness(BrokerViews views, NodeFailures failures) {

    private static final Polling PATIENCE = Polling.seconds(90);

    /**
     * When this returns, each asked broker answers and sees the wanted ones unfenced, and no node
     * died by itself.
     */
    void await(Collection<Integer> asked, Set<Integer> wanted, String when) {
        if (!PATIENCE.await(() ->
                failures.first().isPresent() || views.missing(asked, wanted).isEmpty())) {
            Map<String, String> missing = views.missing(asked, wanted);
            throw new ClusterException("expected brokers " + asked + " to see " + wanted + " within " + PATIENCE.limit()
                    + ", got " + missing + failures.lastWords(missing.keySet()));
        }
        Optional<Node> dead = failures.first();
        if (dead.isPresent()) {
            throw new ClusterException(
                    dead.get().death().orElseThrow() + " " + when + "; " + NodeFailures.lastWords(dead.get()));
        }
    }
}
