package io.producerbench.duet;

import io.producerbench.guarantee.Acks;
import io.producerbench.scenario.Pacing.OpenLoop;
import io.producerbench.scenario.Scenario;
import java.util.stream.Stream;

/**
 * The scenarios that the two arms are measured with. They are the same unless the arms are
 * settings.
 */
public record PairedScenario(Scenario base, Scenario other) {
    /** Returns the scenarios of both arms, the base's first. */
    Stream<Scenario> both() {
        return Stream.of(base, other);
    }

    boolean killsBrokers() {
        return base.brokersDown() + other.brokersDown() > 0;
    }

    /**
     * True if an arm runs at a fixed rate with {@code acks=0}: no record is acknowledged, so there
     * is no latency.
     */
    boolean hasNoTail() {
        return hasNoTail(base) || hasNoTail(other);
    }

    private static boolean hasNoTail(Scenario scenario) {
        return scenario.pacing() instanceof OpenLoop && scenario.guarantee().acks() == Acks.NONE;
    }
}
