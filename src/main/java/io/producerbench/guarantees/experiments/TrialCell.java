package io.producerbench.guarantees.experiments;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.cluster.Listener;
import io.producerbench.guarantee.Guarantee;
import java.util.Optional;

/**
 * One experiment with one guarantee: what is tried again and again.
 *
 * @param variant what is different within the experiment, in Kafka's words; empty if nothing is
 */
public record TrialCell(Experiment experiment, Guarantee guarantee, String variant, Expectation expectation) {

    /** Why it cannot be tried on this kind of cluster; empty if it can. */
    public Optional<String> refusedBy(ClusterKind kind) {
        boolean refused = experiment.hurtsReplication(this) && !kind.canAdvertise(Listener.REPLICATION);
        return refused
                ? Optional.of("its fault is in the connections between brokers, which with --cluster " + kind.label()
                        + " do not go through this machine's ports, where the proxies are; --cluster "
                        + ClusterKind.PROCESSES.label() + " has them within reach")
                : Optional.empty();
    }

    /** Short, unique and fit for topic and file names. */
    public String name() {
        String name = experiment.name() + "-" + guarantee.mode() + "-min" + guarantee.minInsyncReplicas()
                + (variant.isEmpty() ? "" : "-" + variant);
        return name.replaceAll("[^A-Za-z0-9.-]+", "-");
    }
}
