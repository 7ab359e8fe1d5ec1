package io.producerbench.cluster.node;

import io.producerbench.cluster.ClusterException;
import io.producerbench.process.Polling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Waits for brokers to find each other, and gives up as soon as one of the nodes dies by itself. */
public record ClusterReadiness(BrokerViews sight, NodeFailures deaths) {

    private static final Polling PATIENCE = Polling.seconds(90);

    /** When this returns, each asked broker answers and sees the wanted ones unfenced, and no node died by itself. */
    public void await(Collection<Integer> asked, Set<Integer> wanted, String when) {
        if (!PATIENCE.await(
                () -> deaths.first().isPresent() || sight.missing(asked, wanted).isEmpty())) {
            Map<String, String> missing = sight.missing(asked, wanted);
            throw new ClusterException("expected brokers " + asked + " to see " + wanted + " within " + PATIENCE.limit()
                    + ", got " + missing + deaths.lastWords(missing.keySet()));
        }
        Optional<Node> dead = deaths.first();
        if (dead.isPresent()) {
            throw new ClusterException(dead.get().death().orElseThrow() + " " + when
                    + deaths.lastWords(List.of(dead.get().name())));
        }
    }
}
