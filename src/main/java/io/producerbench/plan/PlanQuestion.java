package io.producerbench.plan;

import io.producerbench.failure.UsageException;
import java.util.Optional;

/** What is asked. */
public record PlanQuestion(
        PlannedLoad load, PlannedTopic topic, PlannedBroker broker, Optional<CapacityAnchor> anchor) {

    /** @throws UsageException if the anchor lacks what turns a rate into CPU per record */
    public PlanQuestion {
        if (anchor.isPresent() && broker.cores().isEmpty()) {
            throw new UsageException("plan: --anchor: expected --cores too, because the anchor's brokers have as many"
                    + " cores as the planned ones");
        }
    }
}
