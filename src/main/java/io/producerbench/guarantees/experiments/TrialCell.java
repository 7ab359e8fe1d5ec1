package io.producerbench.guarantees.experiments;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.Listener;
import io.producerbench.guarantee.Guarantee;
import java.util.Optional;

/**
 * One experiment with one guarantee, which is tried several times.
 *
 * @param variant distinguishes cells of one experiment, in Kafka's words; empty if there is nothing
 *     to distinguish
 */
public record TrialCell(Experiment experiment, Guarantee guarantee, String variant, Expectation expectation) {

    /** Returns why it cannot be tried on this kind of cluster, empty if it can. */
    public Optional<String> refusedBy(ClusterKind kind) {
        boolean refused = experiment.hurtsReplication(this) && !kind.canAdvertise(Listener.REPLICATION);
        return refused
                ? Optional.of("its fault is in the connections between brokers, which with --cluster " + kind.label()
                        + " do not go through this machine's ports, where the proxies are; --cluster "
                        + ClusterKind.PROCESSES.label() + " has them within reach")
                : Optional.empty();
    }

    /** Returns a short unique name that is valid for topics and files. */
    public String name() {
        String name = experiment.name() + "-" + guarantee.mode() + "-min" + guarantee.minInsyncReplicas()
                + (variant.isEmpty() ? "" : "-" + variant);
        return name.replaceAll("[^A-Za-z0-9.-]+", "-");
    }
}
