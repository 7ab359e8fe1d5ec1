package io.producerbench.experiments;

import io.producerbench.guarantee.Guarantee;

/**
 * One experiment with one guarantee: what is tried again and again.
 *
 * @param variant what is different within the experiment, in Kafka's words; empty if nothing is
 */
public record Cell(Experiment experiment, Guarantee guarantee, String variant, Expectation expectation) {

    /** Short, unique and fit for topic and file names. */
    public String name() {
        String name = experiment.name() + "-" + guarantee.mode() + "-min" + guarantee.minInsyncReplicas()
                + (variant.isEmpty() ? "" : "-" + variant);
        return name.replaceAll("[^A-Za-z0-9.-]+", "-");
    }
}
